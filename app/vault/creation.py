"""Making a new record: the first tables, the first key holder, and what the sheet must say."""

import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from filelock import BaseFileLock

from app import clock, phases
from app.desk import Desk, sorted_failures, trouble_of
from app.sheet_facts import SheetFacts
from app.vault import key_file, keys, lock, naming, passphrase, recovery
from app.vault.files import SUFFIX, Files
from app.vault.key_file import KeyFile
from app.vault.keys import Cost, Keys
from app.vault.record import Record
from app.vault.unlock import Unlocked
from models import engine as engines
from models import schema, trail
from models.court import Court, KeyHolder
from models.errors import BadInput, NoSpace, NoSuchThing
from models.trail import Event

ROLE = "case manager"


@dataclass(frozen=True)
class Wanted:
    """What a person says of a record that does not exist yet."""

    court: str
    holder: str
    passphrase: str = field(repr=False)
    zone: str
    cost: Cost | None = None  # of a guess at the passphrase; None: what this computer can bear


@dataclass(frozen=True)
class Made:
    """A new record: its files, and the sheet that its maker must print and lock away."""

    files: Files
    record_id: bytes
    sheet: SheetFacts


def create(path: Path, wanted: Wanted) -> Made:
    """Make a new, empty record with one key holder; a failure leaves nothing behind.

    Raises:
        NoSuchThing: the folder is missing.
        BadInput: something of that name is there, the passphrase is weak, a name cannot be used.
        NoSpace: the folder cannot be written, or is full.
    """
    files = Files(path)
    if not path.parent.is_dir():
        raise NoSuchThing("record.no-folder")
    new_here = not files.lock.exists()
    held = lock.take(path)
    try:
        with sorted_failures():
            _refuse(files, wanted)
            return _create(files, _named(wanted), held)
    except BaseException as error:
        if new_here:  # a refusal leaves nothing behind
            files.lock.unlink(missing_ok=True)
        if isinstance(error, engines.DatabaseError):
            raise trouble_of(str(error)) or NoSpace("space.full") from error
        raise
    finally:
        held.release()


def discard(made: Made) -> None:
    """Take a record away again whose recovery sheet could not be kept: it must not exist alone."""
    _remove(made.files)
    made.files.lock.unlink(missing_ok=True)


def _refuse(files: Files, wanted: Wanted) -> None:
    if files.record.suffix != SUFFIX:
        raise BadInput("record.suffix", suffix=SUFFIX)
    for part in (files.record, files.key, files.spare_key, files.state, files.log):
        if part.exists():
            raise BadInput("record.exists", file=part.name)
    _named(wanted)
    try:
        ZoneInfo(wanted.zone)
    except (ValueError, OSError, KeyError):
        raise BadInput("record.zone", zone=wanted.zone) from None
    passphrase.refuse_weak(wanted.passphrase)


def _named(wanted: Wanted) -> Wanted:
    """Return what is wanted with its names in the form in which they are kept."""
    court = naming.settled(wanted.court, Court)
    return replace(wanted, court=court, holder=naming.settled(wanted.holder, KeyHolder))


def _create(files: Files, wanted: Wanted, held: BaseFileLock) -> Made:
    root, record_id = recovery.new_root(), secrets.token_bytes(16)
    derived = keys.derive(root, record_id)
    typed = passphrase.normal(wanted.passphrase)
    slot = key_file.new_slot(record_id, root, typed, wanted.holder, ROLE, wanted.cost)
    try:
        _lay_tables(files.record, derived, record_id)
        _fill(files, wanted, derived, held, (slot.id, record_id))
        file = KeyFile(record_id, derived.check_value, (slot,)).signed(derived)
        key_file.write(files.key, file)
        key_file.write(files.spare_key, file)
    except BaseException:
        _remove(files)
        raise
    made_at = clock.local_now(wanted.zone).replace(microsecond=0)
    groups = recovery.groups_of(root)
    sheet = SheetFacts(wanted.court, record_id.hex(), groups, made_at, wanted.holder, number=1)
    return Made(files, record_id, sheet)


def _lay_tables(path: Path, derived: Keys, record_id: bytes) -> None:
    fresh = engines.create(path, derived.record, record_id)
    # A file has pages, and with them its salt, once something has been written to it.
    fresh.execute("CREATE TABLE first (id INTEGER)")
    fresh.execute("DROP TABLE first")
    fresh.close()
    path.chmod(0o600)
    building = engines.open_engine(path, derived.record, foreign_keys=False)
    try:
        with building.begin() as connection:
            schema.migrate(connection)
    finally:
        building.dispose()


def _fill(
    files: Files, wanted: Wanted, derived: Keys, held: BaseFileLock, ids: tuple[str, bytes]
) -> None:
    slot, record_id = ids
    engine = engines.open_engine(files.record, derived.record)
    desk = Desk(engine, holder=wanted.holder, audit_key=derived.audit, zone=wanted.zone)
    today = desk.today()
    with desk.work() as session:
        trail.record(session, Event("created"))
        session.add(Court(name=wanted.court, time_zone=wanted.zone, record_id=record_id.hex()))
        session.add(KeyHolder(slot=slot, name=wanted.holder, role=ROLE, added_on=today))
        phases.add_default(session, on=today)
    unlocked = Unlocked(derived, wanted.holder, record_id, altered=False)
    Record(files, desk, engine, unlocked, held).close()


def _remove(files: Files) -> None:
    for part in set(files.all) - {files.lock}:
        part.unlink(missing_ok=True)
