"""How a backup stands to the record that is there already: older, newer, or of another court."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from sqlalchemy.orm import Session

from app import clock
from app.backup.verifying import OpenBackup
from app.vault import seal, state
from app.vault.files import SUFFIX, Files
from app.vault.record import Record
from app.vault.unlock import key_files_if_any
from models import trail


class Stand(Enum):
    """What stands where a backup is to be restored."""

    FREE = "free"  # nothing
    OLDER = "older"  # the record, and the backup lacks what was entered since
    NEWER = "newer"  # the record as it was before the backup
    FOREIGN = "foreign"  # another record
    UNKNOWN = "unknown"  # the record, and nothing says how new it is


@dataclass(frozen=True)
class Present:
    """The record that is open: how far it is, asked of itself, for its file is not to be read."""

    path: Path
    record_id: bytes
    check_value: bytes
    seq: int
    latest: datetime


@dataclass(frozen=True)
class Comparison:
    """A backup against what stands at a path."""

    stand: Stand
    latest: datetime | None = None  # when the record there was last worked in
    other_keys: bool = False  # its keys were replaced before or after the backup


def present(session: Session, record: Record) -> Present:
    """Return how far the open record is."""
    keys = record.unlocked.keys
    seq, _mac = trail.head(session)
    path = record.files.record.resolve()
    return Present(path, record.unlocked.record_id, keys.check_value, seq, clock.now())


def compare(opened: OpenBackup, target: Path, now: Present | None = None) -> Comparison:
    """Tell what a restore to `target` would put the backup in the place of.

    `now` is the record that this program has open, if any.
    """
    if now is not None and target.resolve() == now.path:
        return _with_open(opened, now)
    files = Files(target)
    if not files.record.exists():
        return Comparison(Stand.FREE)
    whole = files.record.stat().st_size >= seal.SALT_BYTES
    if whole and seal.salt_of(files.record) != opened.head.record_id:
        return Comparison(Stand.FOREIGN)
    return _with_closed(opened, files)


def id_of(record: Path) -> bytes | None:
    """Return the id of a record that is closed; None where there is none."""
    try:
        return seal.salt_of(record)
    except OSError:
        return None


def free_name(target: Path) -> Path:
    """Return a name beside `target` that nothing has."""
    names = (target.with_name(f"{target.stem}-{number}{SUFFIX}") for number in range(2, 1000))
    return next(name for name in names if not name.exists())


def _with_open(opened: OpenBackup, now: Present) -> Comparison:
    if now.record_id != opened.head.record_id:
        return Comparison(Stand.FOREIGN)
    if now.check_value != opened.head.check_value:
        return Comparison(Stand.UNKNOWN, other_keys=True)
    return Comparison(_by_number(opened, now.seq), now.latest)


def _with_closed(opened: OpenBackup, files: Files) -> Comparison:
    values = {file.check_value for file in key_files_if_any(files)}
    other_keys = bool(values) and opened.head.check_value not in values
    kept = state.read(files.state)
    signed = kept is not None and kept.is_signed(opened.keys.seal)
    if kept is None or kept.audit_seq is None or kept.latest is None or not signed:
        return Comparison(Stand.UNKNOWN, other_keys=other_keys)
    latest = datetime.fromisoformat(kept.latest)
    return Comparison(_by_number(opened, kept.audit_seq), latest, other_keys)


def _by_number(opened: OpenBackup, seq: int) -> Stand:
    """Compare by the numbers of the trail, because a clock may have been wrong."""
    written = int(opened.manifest.audit_mark.partition("-")[0])
    return Stand.NEWER if written > seq else Stand.OLDER
