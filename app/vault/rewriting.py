"""Putting a new key file beside an open record: proved first, written twice, read back, then told.

A failure puts the earlier copies back. A program that is cut off leaves the old or the new key
file, and the next opening lets the record follow it.
"""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.desk import sorted_failures
from app.vault import driver_faults, key_file, keys, passphrase, slots
from app.vault.files import Files
from app.vault.key_file import KeyFile, Slot
from app.vault.keys import Cost, Keys
from app.vault.record import Record
from models import engine as engines
from models import trail
from models.errors import BadInput, Damaged
from models.trail import Event

STAND_IN = "stand-in"


@dataclass(frozen=True)
class NewHolder:
    """Somebody who is to have a passphrase."""

    name: str
    passphrase: str = field(repr=False)
    role: str = STAND_IN
    cost: Cost | None = None  # None: what this computer can bear


@dataclass(frozen=True, repr=False)
class Fresh:
    """A slot that has just been made, and the passphrase that must open it."""

    slot: Slot
    passphrase: str


@dataclass(frozen=True)
class Change:
    """A key file that is wanted: its slots, what the trail says of it, and what is new in it."""

    slots: tuple[Slot, ...]
    event: str
    fresh: Fresh | None = None


def fresh(record_id: bytes, root: bytes, new: NewHolder) -> Fresh:
    """Return a new slot for somebody, in which the passphrase unwraps `root`.

    Raises:
        BadInput: the passphrase is too short, easily guessed, or cannot be typed twice.
    """
    passphrase.refuse_weak(new.passphrase)
    text = passphrase.normal(new.passphrase)
    return Fresh(key_file.new_slot(record_id, root, text, new.name, new.role, new.cost), text)


def put(record: Record, change: Change) -> KeyFile:
    """Write the key file that is wanted beside the open record, and let the record say so.

    Raises:
        NoSpace, Damaged: the earlier key file stands as it was.
    """
    unlocked = record.unlocked
    new = KeyFile(unlocked.record_id, unlocked.keys.check_value, change.slots)
    new = new.signed(unlocked.keys)
    data = new.to_bytes()
    derived = unlocked.keys if change.fresh is None else proved(data, change.fresh)
    if not hmac.compare_digest(derived.record, unlocked.keys.record):
        raise BadInput("holders.other-keys")
    with driver_faults.told():
        engines.connect(record.files.record, derived.record).close()
    with record.desk.work() as session:
        slots.announce(session, unlocked.file, new)
    with _both_or_neither(record.files):
        _write(record.files, data)
        with record.desk.work() as session:
            slots.match(session, new, on=record.desk.today())
            trail.record(session, Event(change.event, slots.ENTITY))
    record.has_keys(new)
    return new


def proved(data: bytes, new: Fresh) -> Keys:
    """Return the keys that the new passphrase gives by the very bytes about to be written."""
    file = key_file.of_bytes(data, "")
    own = tuple(slot for slot in file.holders if slot.id == new.slot.id)
    root, _slot = key_file.unwrap(replace(file, holders=own), new.passphrase, None)
    return keys.derive(root, file.record_id)


def _write(files: Files, data: bytes) -> None:
    for part in (files.key, files.spare_key):
        key_file.write_whole(part, data)
    for part in (files.key, files.spare_key):
        if part.read_bytes() != data:
            raise Damaged("key-file.damaged", problem="key-file", file=part.name)


@contextmanager
def _both_or_neither(files: Files) -> Iterator[None]:
    """Put both copies back as they were where something fails."""
    earlier = {part: _bytes_of(part) for part in (files.key, files.spare_key)}
    try:
        with sorted_failures():
            yield
    except BaseException:
        _put_back(earlier)
        raise


def _bytes_of(part: Path) -> bytes | None:
    try:
        return part.read_bytes()
    except OSError:
        return None


def _put_back(earlier: dict[Path, bytes | None]) -> None:
    for part, data in earlier.items():
        with suppress(OSError):  # what failed is what the person must hear about
            if data is None:
                part.unlink(missing_ok=True)
            else:
                key_file.write_whole(part, data)
