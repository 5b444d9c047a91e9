"""What was once on file: the earlier values of a field, and everything done for one person.

Read from the trail, in words: what changed, from what to what, when, by whom and why.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import choice_words, clock, trail_words, typed
from app.acting import tables, value_of
from app.wording import has, say
from models import trail
from models.audit import Audit, AuditValue, ValueKey, mark_of
from models.base import Base, field_of
from models.trail import Event, parted, unseal

PAGE = 200
VIEWED = "viewed"
SAME_VIEW = timedelta(minutes=30)
# What happens to a row; everything else is a deed of the program.
CHANGES = frozenset({"insert", "update", "delete"})


@dataclass(frozen=True)
class Change:
    """One value that took the place of another one."""

    column: str
    label: str
    was: str
    became: str


@dataclass(frozen=True)
class Entry:
    """One event as a person reads it; its mark is what pages carry at their foot."""

    seq: int
    mark: str
    at: datetime
    holder: str
    action: str
    entity: str | None
    person_id: int | None
    reason: str | None
    changes: tuple[Change, ...]

    @property
    def sentence(self) -> str:
        """Return what was done: Drug test added, Page opened, Import of participants."""
        of = trail_words.entity(self.entity) if self.entity is not None else ""
        if has(f"history.whole.{self.action}"):
            return say(f"history.whole.{self.action}", entity=of)
        told = say(f"history.{self.action}") if has(f"history.{self.action}") else self.action
        return say("history.of", entity=of, action=told) if of else told

    @property
    def details(self) -> str:
        """Return each change from what to what, as it stands on the screen."""
        return self.worded("person.history.change")

    def worded(self, change: str) -> str:
        """Return each change in the words of `change`; what was added says only what it is."""
        told = [
            say(change, field=each.label, was=each.was, became=each.became)
            if each.was
            else say("person.history.first", field=each.label, became=each.became)
            for each in self.changes
            if each.was or each.became
        ]
        return "; ".join(told)


def of_person(session: Session, person_id: int, *, before: int | None = None) -> list[Entry]:
    """Return up to 200 events of one person, the newest first, older than event `before`."""
    query = events().where(Audit.person_id == person_id)
    if before is not None:
        query = query.where(Audit.seq < before)
    rows = session.execute(query.order_by(Audit.seq.desc()).limit(PAGE))
    return list(entries(rows))


def of_field(session: Session, table: str, row_id: int, column: str) -> list[Entry]:
    """Return the changes of one field, the newest first; what was first entered is the last."""
    query = events().where(Audit.entity == table, Audit.entity_id == row_id)
    found = entries(session.execute(query.order_by(Audit.seq.desc())))
    return [
        Entry(**{**vars(entry), "changes": (change,)})
        for entry in found
        for change in entry.changes
        if change.column == column
    ]


def corrected(session: Session, rows: Mapping[str, int]) -> set[str]:
    """Return the keys `table.column` whose value once took the place of another one."""
    found = set()
    for table, row_id in rows.items():
        query = events().where(Audit.entity == table, Audit.entity_id == row_id)
        updates = session.execute(query.where(Audit.action == "update"))
        for entry in entries(updates):
            found |= {f"{table}.{change.column}" for change in entry.changes if change.was}
    return found


def note_view(session: Session, person_id: int) -> None:
    """Write down that a person's page was opened, once in half an hour (records.md 5)."""
    query = select(Audit.at).where(Audit.person_id == person_id, Audit.action == VIEWED)
    newest = session.scalar(query.order_by(Audit.seq.desc()).limit(1))
    # A clock that was put back must not keep views out of the trail.
    if newest is None or not timedelta(0) <= clock.now() - newest < SAME_VIEW:
        # Of no row, so that looking at a page stands in the way of no undo.
        trail.record(session, Event(VIEWED, person_id=person_id))


def events() -> Any:
    """Ask for events with what their values are sealed in, in no order yet."""
    return select(
        Audit.seq, Audit.mac, Audit.at, Audit.holder, Audit.action, Audit.entity, Audit.person_id,
        Audit.body, AuditValue.sealed, ValueKey.key,
    ).outerjoin(AuditValue, AuditValue.seq == Audit.seq).outerjoin(
        ValueKey, ValueKey.person_id == Audit.person_id
    )  # fmt: skip


def entries(rows: Any, zone: str = "UTC") -> Iterator[Entry]:
    """Yield events as a person reads them; what was destroyed tells no value."""
    for row in rows:
        reason, values = _told(row)
        yield Entry(
            seq=row.seq,
            mark=mark_of(row.seq, row.mac),
            at=row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC),
            holder=row.holder,
            action=row.action,
            entity=row.entity,
            person_id=row.person_id,
            reason=reason,
            changes=tuple(_changes(row, values, zone)),
        )


def _told(row: Any) -> tuple[str | None, dict[str, list[Any]]]:
    """Return the reason of an event, and its old and new values by column."""
    # What was destroyed has no key any more, and what was forged no meaning: the event stays.
    with suppress(ValueError, TypeError, AttributeError):
        if row.sealed is not None and row.key is not None:
            return parted(unseal(row.key, row.sealed))
        body = json.loads(row.body)
        return body.get("why"), body.get("changes") or {}
    return None, {}


def _changes(row: Any, plain: dict[str, list[Any]], zone: str) -> Iterator[Change]:
    table = tables().get(str(row.entity))
    if table is None or row.action not in CHANGES:
        yield from _facts(plain, zone)
        return
    for column in table.__table__.columns.keys():  # noqa: SIM118 - columns, not a dict
        if column in plain and is_told(table, column):
            was, became = plain[column]
            yield Change(
                column,
                field_of(table, column).label,
                _words(table, column, was),
                _words(table, column, became),
            )


def _facts(plain: dict[str, list[Any]], zone: str) -> Iterator[Change]:
    """Tell what the program itself has written down."""
    for fact, (was, became) in sorted(plain.items()):
        if label := trail_words.label(fact):
            told = (trail_words.value(fact, each, zone) for each in (was, became))
            yield Change(fact, label, *told)


def is_told(table: type[Base], column: str) -> bool:
    """Whether a column says something to a person: described, and no copy for searching."""
    found = table.__table__.columns.get(column)
    told = found is not None and "field" in found.info and not found.foreign_keys
    return told and not column.startswith("folded") and column != "sound"


def _words(table: type[Base], column: str, plain: Any) -> str:
    with suppress(ValueError, KeyError, TypeError):
        value = value_of(table, column, plain)
        return value_words(value)
    return str(plain)


def value_words(value: object) -> str:
    """Return a value as a person reads it."""
    if isinstance(value, StrEnum):
        return choice_words.words(value)
    if isinstance(value, bool):
        return say(f"history.{'yes' if value else 'no'}")
    return typed.shown(value)
