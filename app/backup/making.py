"""Making a backup: a number and a snapshot from the open record, the rest while work goes on.

`begin` and `finish` belong to the record lane; `carry` needs the snapshot and the keys only, and
touches the open record no more.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app import __version__, clock, court
from app.backup import container, drives, rows, snapshot, strays, writing
from app.backup.container import FOOT_BYTES, Head, Manifest
from app.backup.rows import Numbered
from app.backup.writing import ROOM, Carried, Load, Stage, Tell
from app.desk import Desk, sorted_failures
from app.vault import contents, slots
from app.vault.contents import Checked
from app.vault.files import SUFFIX, Files
from app.vault.key_file import KeyFile
from app.vault.keys import Keys
from app.vault.record import Record
from app.vault.unlock import Unlocked, key_files_if_any
from models import engine as engines
from models.backup import Backup, Reread
from models.backup import Begun as BranchBegun
from models.errors import BadInput, NoSpace

Carry = Callable[[Load, Iterable[bytes], Tell], Carried]


@dataclass(frozen=True, repr=False)
class Source:
    """The record that is backed up, opened, whoever opened it."""

    record: Path
    engine: Engine
    desk: Desk
    keys: Keys
    key_file: KeyFile


@dataclass(frozen=True, repr=False)
class Begun:
    """A backup that has its number and its snapshot, and all that carrying it away needs."""

    folder: Path
    name: str
    holder: str
    zone: str
    numbered: Numbered
    snapshot: Path
    keys: Keys
    key_file: KeyFile


@dataclass(frozen=True)
class Made:
    """A backup that was read back whole from where it stands."""

    path: Path
    seq: int
    size: int
    reread: Reread
    audit_mark: str
    digest: str
    gone: tuple[int, ...]
    earlier: tuple["Made", ...] = ()  # those that nobody had entered


def nothing(_stage: Stage, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def backup(record: Record, folder: Path, *, tell: Tell = nothing) -> Made:
    """Back up the open record into `folder`, here and now, whatever drive that is.

    Raises:
        NoSuchThing, NoSpace, Damaged: nothing in `folder` then says that it is a backup.
    """
    begun = begin(record, folder, insists=True, tell=tell)
    made = carry(begun, writing.carry, tell)
    finish(record, begun, made)
    return made


def begin(
    record: Record, folder: Path, *, place_id: int | None = None, insists: bool = False, tell: Tell
) -> Begun:
    """Give the backup its number and take the snapshot; a few tenths of a second.

    Raises:
        BadInput, NoSuchThing, NoSpace: as `look_at`; and there is no room for the snapshot.
    """
    look_at(record.files, folder, insists=insists)
    return take_up(record, folder, place_id=place_id, tell=tell)


def look_at(files: Files, folder: Path, *, insists: bool) -> None:
    """Look whether a backup of the record can go to `folder`; a drive may take long to answer.

    Raises:
        BadInput: `folder` is on the drive of the record itself, and nobody `insists`.
        NoSuchThing, NoSpace: the folder is not there, or there is no room on either side.
    """
    with sorted_failures():
        size = files.record.stat().st_size + (files.log.stat().st_size if files.log.exists() else 0)
        _refuse(folder, files.record.parent, size, insists=insists)


def take_up(record: Record, folder: Path, *, place_id: int | None, tell: Tell) -> Begun:
    """Do the part of `begin` that needs the open record and no drive but its own."""
    file = _key_file(record)
    source = Source(record.files.record, record.engine, record.desk, record.unlocked.keys, file)
    with record.desk.work() as session:
        machine = rows.machine_mark(source.keys.seal, source.record)
        numbered = rows.number(session, machine, place_id)
    return _begun(source, numbered, folder, tell)


def of_new_keys(
    record: Path,
    unlocked: Unlocked,
    file: KeyFile,
    *,
    folder: Path,
    place_id: int | None = None,
    carry_away: Carry = writing.carry,
) -> Made:
    """Back up a closed record that has just got new keys, before the old one is let go.

    It begins a branch of its own: the backups before it open with other keys.

    Raises:
        NoSuchThing, NoSpace, Damaged: as `backup`.
    """
    with sorted_failures():
        writing.refuse_small(folder, record.stat().st_size)
    keys = unlocked.keys
    engine = engines.open_engine(record, keys.record)
    try:
        desk = Desk(
            engine, holder=unlocked.holder, audit_key=keys.audit, zone=court.time_zone(engine)
        )
        source = Source(record, engine, desk, keys, file)
        with desk.work() as session:
            machine = rows.machine_mark(keys.seal, record)
            rows.begin_branch(session, machine, BranchBegun.NEW_KEYS)
            session.flush()
            numbered = rows.number(session, machine, place_id)
        begun = _begun(source, numbered, folder, nothing)
        made = carry(begun, carry_away, nothing)
        _finish(desk, begun, made)
    finally:
        engine.dispose()
    return made


def _begun(source: Source, numbered: Numbered, folder: Path, tell: Tell) -> Begun:
    tell(Stage.SNAPSHOT, 0, 1)
    with sorted_failures():
        taken = snapshot.take(source.engine, source.record, source.keys.record)
    desk = source.desk
    name = name_of(source.record, desk.local(numbered.begun_at), numbered.seq)
    return Begun(
        folder, name, desk.holder, desk.zone, numbered, taken, source.keys, source.key_file
    )


def carry(begun: Begun, carry_away: Carry, tell: Tell) -> Made:
    """Check the snapshot, carry the backup away, and clear the snapshot; any thread may do it.

    Raises:
        NoSuchThing, NoSpace, Damaged, and what `carry_away` raises.
    """
    try:
        with sorted_failures():
            tell(Stage.CHECK, 0, 1)
            checked = contents.check(begun.snapshot, begun.keys.record)
            opening = container.opening_of(
                _head(begun), _manifest(begun, checked), begun.snapshot.stat().st_size,
                begun.keys.backup,
            )  # fmt: skip
            size = len(opening) + begun.snapshot.stat().st_size + FOOT_BYTES
            blocks = container.stream(opening, begun.snapshot, begun.keys.backup)
            carried = carry_away(_load(begun, size), blocks, tell)
    finally:
        begun.snapshot.unlink(missing_ok=True)
    seq, digest = begun.numbered.seq, checked.contents.digest
    mark = checked.audit_mark
    earlier = _earlier(carried, begun.keys)
    return Made(carried.path, seq, size, carried.reread, mark, digest, carried.gone, earlier)


def _earlier(carried: Carried, keys: Keys) -> tuple[Made, ...]:
    folder = carried.path.parent
    return tuple(
        Made(
            folder / each.file, each.seq, each.size, each.reread, manifest.audit_mark,
            manifest.digest, (),
        )
        for each, manifest in strays.ours(carried.strays, keys.backup)
    )  # fmt: skip


def finish(record: Record, begun: Begun, made: Made) -> None:
    """Write into the record that the backup is good, and which ones made room for it."""
    _finish(record.desk, begun, made)


def _finish(desk: Desk, begun: Begun, made: Made) -> None:
    with desk.work() as session:
        place_id = session.get_one(Backup, begun.numbered.id).place_id
        for each in (made, *made.earlier):
            _enter(session, each, place_id)
        rows.thinned(session, made.gone, desk.today())


def _enter(session: Session, made: Made, place_id: int | None) -> None:
    row = session.scalars(select(Backup).where(Backup.seq == made.seq)).one()
    row.file, row.size, row.reread, row.place_id = made.path.name, made.size, made.reread, place_id
    row.audit_mark, row.digest, row.checked_at = made.audit_mark, made.digest, clock.now()


def name_of(record: Path, moment: datetime, seq: int) -> str:
    """Return the name of a backup: letters that every file system takes, the day and the number."""
    return f"{_stem(record)}-{moment:%Y-%m-%d-%H%M}-{seq:06d}{container.SUFFIX}"


def _stem(record: Path) -> str:
    name = record.name.partition(SUFFIX)[0]  # also of one that is about to take another's place
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")[:40] or "record"


def _refuse(folder: Path, own: Path, size: int, *, insists: bool) -> None:
    writing.refuse_small(folder, size)
    if drives.free(own) < size * ROOM:
        raise NoSpace("backup.no-room-here", needed=math.ceil(size * ROOM / 1e6))
    if drives.of(folder).is_too_small_for(size):
        raise NoSpace("backup.fat")
    if not insists and drives.is_same(folder, own):
        raise BadInput("backup.same-drive")


def _key_file(record: Record) -> KeyFile:
    """Return the key file of today's holders; without slots where none is, for the sheet opens.

    One that was altered, or an earlier one that was put back, is not carried away.
    """
    unlocked = record.unlocked
    with record.desk.read() as session:
        known = {row.slot for row in slots.active(session)}
    each = (unlocked.file, *key_files_if_any(record.files))
    ours = (file for file in each if file is not None and file.is_signed(unlocked.keys))
    fitting = (file for file in ours if {slot.id for slot in file.holders} == known)
    return next(fitting, KeyFile(unlocked.record_id, unlocked.keys.check_value, ()))


def _head(begun: Begun) -> Head:
    file, numbered = begun.key_file, begun.numbered
    return Head(
        file.record_id, numbered.branch, numbered.seq, numbered.begun_at, file.check_value,
        file.holders,
    )  # fmt: skip


def _manifest(begun: Begun, checked: Checked) -> Manifest:
    return Manifest(
        court=checked.court,
        made_by=begun.holder,
        program=__version__,
        revision=checked.revision,
        audit_mark=checked.audit_mark,
        rows=checked.contents.rows,
        digest=checked.contents.digest,
        names={slot.id: (slot.name, slot.role) for slot in begun.key_file.holders},
    )


def _load(begun: Begun, size: int) -> Load:
    numbered = begun.numbered
    record_id = begun.key_file.record_id
    return Load(
        begun.folder, begun.name, size, record_id, numbered.branch, numbered.seq, numbered.good,
        begun.zone, numbered.unknown,
    )  # fmt: skip
