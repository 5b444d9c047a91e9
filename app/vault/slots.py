"""The slots of a key file against the key holders in the record.

The record says who holds a key; the key file is outside and can be put back. Every change of it is
announced in the record first, so that one cut off in the middle is told from an earlier file.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.vault.key_file import KeyFile, Slot
from app.vault.unlock import Unlocked
from models import trail
from models.audit import Audit
from models.court import KeyHolder
from models.trail import Event

ENTITY = "key_file"
ANNOUNCED = "keys-changing"


class Stand(Enum):
    """How a key file stands to the record that it has just opened."""

    IN_ORDER = auto()
    UNFINISHED = auto()  # newer than the record knows: a change was cut off
    TAKEN_BACK = auto()  # in order, and beside it is the copy of a change that was cut off
    EARLIER = auto()  # put back: it holds a slot that was ended, or lacks one


@dataclass(frozen=True)
class Given:
    """The slots that a new key file takes over, and who would have none in it."""

    slots: tuple[Slot, ...]
    without: tuple[str, ...]


def judge(engine: Engine, unlocked: Unlocked, each: tuple[KeyFile, ...]) -> Stand | None:
    """Return how the key file stands; None where there is none of which that can be said.

    `each` are the key file and its spare copy.
    """
    if unlocked.file is None or unlocked.altered:
        return None
    with Session(engine.execution_options(reading=True)) as session:
        stand, announced = _judged(session, unlocked.file), _announced(session)
    # Anybody can write the announced code into a copy; only the keys make it fit.
    ours = [file for file in each if file.is_signed(unlocked.keys)]
    others = {file.mac.hex() for file in ours if file != unlocked.file}
    return Stand.TAKEN_BACK if stand is Stand.IN_ORDER and announced in others else stand


def _judged(session: Session, file: KeyFile) -> Stand:
    rows = session.scalars(select(KeyHolder)).all()
    active = {(row.slot, row.name) for row in rows if row.removed_on is None}
    ended = {row.slot for row in rows if row.removed_on is not None}
    there = {(slot.id, slot.name) for slot in file.holders}
    ids = {slot.id for slot in file.holders}
    if there == active:
        return Stand.IN_ORDER
    if file.mac.hex() == _announced(session):
        return Stand.UNFINISHED
    unknown = ids - ended - {slot for slot, _name in active}
    return Stand.UNFINISHED if unknown and not ids & ended else Stand.EARLIER


def _announced(session: Session) -> str | None:
    """Return the code of the key file that was announced last."""
    body = session.scalars(
        select(Audit.body)
        .where(Audit.entity == ENTITY, Audit.action == ANNOUNCED)
        .order_by(Audit.seq.desc())
        .limit(1)
    ).one_or_none()
    return None if body is None else str(json.loads(body)["changes"]["code"][1])


def announce(session: Session, old: KeyFile | None, new: KeyFile) -> None:
    """Say in the record which key file is about to be written."""
    codes = [None if old is None else old.mac.hex(), new.mac.hex()]
    trail.record(session, Event(ANNOUNCED, ENTITY, changes={"code": codes}))


def match(session: Session, file: KeyFile, *, on: date) -> None:
    """Let the key holders of the record be those of the key file; a slot that ended stays ended."""
    rows = {row.slot: row for row in session.scalars(select(KeyHolder))}
    there = {slot.id for slot in file.holders}
    for row in rows.values():
        if row.removed_on is None and row.slot not in there:
            row.removed_on = on
    for slot in file.holders:
        if slot.id not in rows:
            session.add(KeyHolder(slot=slot.id, name=slot.name, role=slot.role, added_on=on))
        else:
            rows[slot.id].name = slot.name


def active(session: Session) -> list[KeyHolder]:
    """Return who holds a key, in the order in which they came."""
    rows = select(KeyHolder).where(KeyHolder.removed_on.is_(None)).order_by(KeyHolder.id)
    return list(session.scalars(rows))


def taken_over(holders: list[KeyHolder], each: tuple[KeyFile, ...]) -> Given:
    """Return the slots of `holders` as the key files `each` have them, the first of them first."""
    found = {slot.id: slot for file in reversed(each) for slot in file.holders}
    names = {row.slot: (row.name, row.role) for row in holders}
    named = {
        id_: replace(slot, name=names[id_][0], role=names[id_][1])
        for id_, slot in found.items()
        if id_ in names
    }
    return Given(
        tuple(named[row.slot] for row in holders if row.slot in named),
        tuple(row.name for row in holders if row.slot not in named),
    )
