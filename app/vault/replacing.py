"""Replacing the keys of an open record: a new root secret, a new file, a new sheet, one new slot.

Neither an earlier passphrase nor an earlier sheet opens the record afterwards. Until the new file
is whole and kept nothing of the old one has changed; a program that is cut off leaves one of them.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app import clock
from app.desk import Desk, sorted_failures, trouble_of
from app.sheet_facts import SheetFacts
from app.vault import (
    closing,
    contents,
    holders,
    key_file,
    keys,
    naming,
    recovery,
    rewriting,
    slots,
    state,
    swap,
)
from app.vault.files import Files
from app.vault.key_file import KeyFile
from app.vault.record import Record
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret, Unlocked
from models import engine as engines
from models import trail
from models.backup import EarlierKey
from models.court import Court
from models.errors import Damaged, NoSpace
from models.trail import Event

ROOM = 2.2  # the new file and the old one that is kept, each a little grown
# Given the new record while it is closed, its keys and its key file; where it raises, nothing has
# changed.
Keep = Callable[[Path, Unlocked, KeyFile], object]


@dataclass(frozen=True, repr=False)
class Plan:
    """New keys that do not open anything yet, and the sheet that must be kept before they do."""

    unlocked: Unlocked
    file: KeyFile
    sheet: SheetFacts
    to_add_again: tuple[str, ...] = field(default=())

    @property
    def holders(self) -> tuple[str, ...]:
        return tuple(slot.name for slot in self.file.holders)


def plan(record: Record, secret: Secret, new: NewHolder) -> Plan:
    """Make new keys for the person who acts, who is called `new.name` from now on.

    Raises:
        WrongSecret, Damaged: nobody has shown that the record is theirs to open.
        BadInput: the passphrase is weak, or the name cannot be used.
    """
    acting = holders.act(record, secret)
    known = acting.known(new)
    root, record_id = recovery.new_root(), record.unlocked.record_id
    derived = keys.derive(root, record_id)
    fresh = rewriting.fresh(record_id, root, known)
    file = KeyFile(record_id, derived.check_value, (fresh.slot,)).signed(derived)
    if rewriting.proved(file.to_bytes(), fresh) != derived:
        raise Damaged("key-file.damaged", problem="key-file", file=record.files.key.name)
    again = tuple(row.name for row in acting.holders if not naming.is_same(row.name, known.name))
    unlocked = Unlocked(derived, known.name, record_id, altered=False, file=file)
    return Plan(unlocked, file, _sheet(record, root, known.name), again)


def carry_out(record: Record, wanted: Plan, keep: Keep | None = None) -> None:
    """Let the new keys take the place of the old ones, and close the record.

    `keep` makes a backup of the new record before the old one is let go. Afterwards the record is
    closed, and its old keys open it no more.

    Raises:
        NoSpace, Damaged: nothing has changed, and the record is still open; where it is closed, the
            drive failed within the swap, and the next opening finishes it.
    """
    files = record.files
    with sorted_failures():
        _refuse_small(files)
        swap.drop(files)
        try:
            _lay_out(record, wanted)
            if keep is not None:
                keep(files.next_record, wanted.unlocked, wanted.file)
            _close_new(files, wanted, record.desk.zone)
        except BaseException as error:
            swap.drop(files)
            if isinstance(error, engines.DatabaseError):
                raise trouble_of(str(error)) or NoSpace("space.gone") from error
            raise
        _swap(record, wanted)


def _sheet(record: Record, root: bytes, made_by: str) -> SheetFacts:
    with record.desk.read() as session:
        court = session.scalars(select(Court)).one()
    made_at = record.desk.local(clock.now()).replace(microsecond=0)
    groups, number = recovery.groups_of(root), court.sheet_number + 1
    return SheetFacts(court.name, record.unlocked.record_id.hex(), groups, made_at, made_by, number)


def _refuse_small(files: Files) -> None:
    log = files.log.stat().st_size if files.log.exists() else 0
    size = files.record.stat().st_size + log
    if shutil.disk_usage(files.record.parent).free < size * ROOM:
        raise NoSpace("space.full")


def _lay_out(record: Record, wanted: Plan) -> None:
    """Write the new record whole beside the old one, its key file too, and check all of it."""
    files, key = record.files, wanted.unlocked.keys.record
    with record.engine.connect() as connection:
        # A copy waits for ever on a connection that is in a transaction of its own.
        connection.rollback()
        source = engines.driver_connection(connection)
        engines.copy_into(source, files.next_record, key)
        files.next_record.chmod(0o600)
        if contents.check(files.next_record, key).contents != contents.of(source):
            raise Damaged("record.damaged", problem="page")
    engine = engines.open_engine(files.next_record, key)
    try:
        with _desk(engine, wanted, record.desk.zone).work() as session:
            _enter(session, record, wanted)
        closing.fold_in(engine)
    finally:
        engine.dispose()
    contents.check(files.next_record, key)
    key_file.write(files.next_key, wanted.file)


def _desk(engine: Engine, wanted: Plan, zone: str) -> Desk:
    unlocked = wanted.unlocked
    return Desk(engine, holder=unlocked.holder, audit_key=unlocked.keys.audit, zone=zone)


def _enter(session: Session, record: Record, wanted: Plan) -> None:
    """Say in the new record what has happened, under its new keys."""
    last, _code = trail.head(session)
    session.add(EarlierKey(last_seq=last, key=record.unlocked.keys.audit))
    told: dict[str, list[Any]] = {"by": [record.desk.holder, wanted.unlocked.holder]}
    trail.record(session, Event("keys-replaced", slots.ENTITY, changes=told))
    slots.announce(session, record.unlocked.file, wanted.file)
    slots.match(session, wanted.file, on=record.desk.today())
    session.scalars(select(Court)).one().sheet_number = wanted.sheet.number


def _close_new(files: Files, wanted: Plan, zone: str) -> None:
    """Close the new record in order, and lay the state that belongs to it ready."""
    unlocked = wanted.unlocked
    engine = engines.open_engine(files.next_record, unlocked.keys.record)
    try:
        desk, key = _desk(engine, wanted, zone), unlocked.keys.seal
        closed = closing.close(engine, desk, files.next_record, key).signed(key)
    finally:
        engine.dispose()
    state.write(files.next_state, closed)


def _swap(record: Record, wanted: Plan) -> None:
    files = record.files
    aside = files.aside(record.desk.local(clock.now()))
    try:
        closing.fold_in(record.engine)
        _copy(files.record, aside)
        swap.carry_out(files)
    except BaseException:
        if files.next_record.exists() and not files.swap.exists():  # the old one is still in place
            aside.unlink(missing_ok=True)
            swap.drop(files)
        else:
            record.let_go()
        raise
    try:
        engines.connect(files.record, wanted.unlocked.keys.record).close()
        aside.unlink()
    finally:
        record.let_go()


def _copy(source: Path, copy: Path) -> None:
    """Copy a closed record under another name, to the drive."""
    with source.open("rb") as reading, copy.open("xb") as writing:
        copy.chmod(0o600)
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())
    key_file.sync_folder(copy.parent)
