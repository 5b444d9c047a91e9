"""What the record knows of its backups: the branch, the numbers, the places, what is good."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import getnode

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app import clock
from models.backup import Backup, Begun, Branch, Reread

MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True)
class Numbered:
    """A backup that has its number and nothing else yet."""

    id: int
    seq: int
    branch: str
    begun_at: datetime
    good: frozenset[int]
    unknown: frozenset[int]  # begun for the same place, and nobody wrote down what became of them


def machine_mark(key: bytes, record: Path) -> str:
    """Return what tells this copy on this computer from any other, and tells nobody which it is.

    A second copy in another folder is another branch: each numbers its own backups.
    """
    named = (path.read_text().strip() for path in MACHINE_IDS if path.is_file())
    told = next((name for name in named if name), f"{getnode():012x}")
    place = str(record.resolve()).removesuffix(".next")  # where it is about to stand
    return hmac.new(key, f"{told}\n{place}".encode(), hashlib.sha256).hexdigest()


def branch_of(session: Session, machine: str) -> str:
    """Return the branch of this copy on this computer, begun now where it has none.

    Two laptops that hold copies of one record must not thin out each other's backups.
    """
    newest = session.scalars(select(Branch).order_by(Branch.id.desc()).limit(1)).one_or_none()
    if newest is not None and newest.machine == machine:
        return newest.branch
    begun = Begun.CREATED if newest is None else Begun.OTHER_MACHINE
    return begin_branch(session, machine, begun)


def begin_branch(session: Session, machine: str, begun: Begun) -> str:
    """Return a new branch, which this copy of the record is from now on."""
    branch = Branch(
        branch=secrets.token_hex(16), machine=machine, begun=begun, began_at=clock.now()
    )
    session.add(branch)
    return branch.branch


def number(session: Session, machine: str, place_id: int | None) -> Numbered:
    """Return the next number; it is used up whatever becomes of the backup."""
    branch = branch_of(session, machine)
    newest = session.scalar(select(func.max(Backup.seq))) or 0
    row = Backup(seq=newest + 1, branch=branch, place_id=place_id, begun_at=clock.now())
    session.add(row)
    session.flush()
    good = session.scalars(select(Backup.seq).where(Backup.checked_at.is_not(None)))
    unknown = session.scalars(
        select(Backup.seq).where(
            Backup.checked_at.is_(None),
            Backup.branch == branch,
            Backup.id != row.id,
            or_(Backup.place_id == place_id, Backup.place_id.is_(None)),
        )
    )
    return Numbered(row.id, row.seq, branch, row.begun_at, frozenset(good), frozenset(unknown))


def thinned(session: Session, gone: tuple[int, ...], today: date) -> None:
    """Write down which backups made room for a newer one."""
    for row in session.scalars(select(Backup).where(Backup.seq.in_(gone))):
        row.gone_on = today


def proved(session: Session, backup_id: int) -> None:
    """Write down that a backup was restored on trial, and so was read from its drive as well."""
    row = session.get_one(Backup, backup_id)
    row.proved_at = clock.now()


def read_again(session: Session, backup_id: int) -> None:
    """Write down that a backup was read back whole after its drive had been unplugged."""
    session.get_one(Backup, backup_id).reread = Reread.DROPPED
