"""Proving a backup: a trial restore into a private folder, compared with what it held when made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.backup import container, verifying
from app.backup.private_folders import private_folder
from app.backup.verifying import OpenBackup
from app.desk import sorted_failures
from app.vault import contents
from app.vault.contents import Checked
from app.vault.keys import Keys
from app.vault.unlock import Secret
from models import schema
from models.errors import Damaged, TooNew

NAME = "trial.milepost"


@dataclass(frozen=True)
class Proved:
    """A backup that was restored on trial: everything in it is as it was when it was made."""

    seq: int
    rows: int
    digest: str
    audit_mark: str


@dataclass(frozen=True, repr=False)
class Opener:
    """What a backup of the open record is called and numbered, and the keys at hand for it."""

    name: str
    seq: int
    keys: Keys
    holder: str


def prove(path: Path, secret: Secret, told: Callable[[str], None] = lambda _step: None) -> Proved:
    """Restore a backup into a private folder, compare every row, and clear the folder.

    `told` is given the name of each step that has passed.

    Raises:
        NoSuchThing, NotARecord, TooNew, WrongSecret, Damaged, NoSpace
    """
    with sorted_failures():
        opened = verifying.open_backup(path, secret)
        told("whole")
        return prove_opened(opened, told)


def prove_opened(opened: OpenBackup, told: Callable[[str], None]) -> Proved:
    """Do the same with a backup that is open already.

    Raises:
        TooNew, Damaged, NoSpace
    """
    with sorted_failures(), private_folder() as folder:
        checked = lay_out(opened, folder / NAME, told)
    found = checked.contents
    return Proved(opened.head.seq, found.count, found.digest, checked.audit_mark)


def prove_there(
    fetch: Callable[[Path], None], opener: Opener, told: Callable[[str], None]
) -> Proved:
    """Prove a backup that `fetch` copies from its drive into a private folder.

    Raises:
        NoSuchThing, NotARecord, TooNew, WrongSecret, Damaged, NoSpace, and what `fetch` raises.
    """
    with sorted_failures(), private_folder() as folder:
        return prove_opened(_fetched(folder, fetch, opener, told), told)


def check_there(fetch: Callable[[Path], None], opener: Opener, told: Callable[[str], None]) -> None:
    """Read a backup from its drive once more, and make sure that it is whole and ours.

    Raises:
        NoSuchThing, NotARecord, TooNew, WrongSecret, Damaged, NoSpace, and what `fetch` raises.
    """
    with sorted_failures(), private_folder() as folder:
        _fetched(folder, fetch, opener, told)


def _fetched(
    folder: Path, fetch: Callable[[Path], None], opener: Opener, told: Callable[[str], None]
) -> OpenBackup:
    near = folder / opener.name
    fetch(near)
    opened = verifying.open_with(near, opener.keys, opener.holder)
    if opened.head.seq != opener.seq:
        raise Damaged("backup.other-contents", problem="hash", file=opener.name)
    told("whole")
    return opened


def lay_out(
    opened: OpenBackup, target: Path, told: Callable[[str], None] = lambda _step: None
) -> Checked:
    """Write the snapshot of a backup to `target`, and compare it with the manifest, row by row.

    Raises:
        TooNew: a newer program has written the record in it.
        Damaged: the record in it is not what the manifest says.
    """
    refuse_newer(opened)
    container.copy_snapshot(opened.path, opened.layout, target)
    checked = contents.check(target, opened.keys.record)
    told("opened")
    written = opened.manifest
    if (checked.contents.rows, checked.contents.digest) != (written.rows, written.digest):
        raise Damaged("backup.other-contents", problem="hash", file=opened.path.name)
    told("same")
    if checked.audit_mark != written.audit_mark:
        raise Damaged("backup.other-contents", problem="audit-tail", file=opened.path.name)
    told("trail")
    return checked


def refuse_newer(opened: OpenBackup) -> None:
    """Raise TooNew where this program does not know the record in a backup."""
    if opened.manifest.revision not in schema.known():
        raise TooNew("backup.newer-record", program=opened.manifest.program)
