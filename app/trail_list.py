"""The whole trail, the newest first, narrowed by period, person, holder, kind and words.

What is looked through at one go is bounded: years of events never keep the record lane busy.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, Date, false, func, or_, select
from sqlalchemy.orm import Session

from app import audit, history, listing, names, typed
from app.history import Entry
from app.wording import catalogue
from models.audit import Audit
from models.base import described
from models.court import KeyHolder
from models.person import Person
from models.standing import Standing

PAGE = history.PAGE
# Events looked through at one go where no index tells who they are about.
SPAN = 20_000
MARK = re.compile(r"([0-9]{1,15})-[0-9A-HJKMNP-TV-Z]{16}", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,15}")
DAY = Column("day", Date, info=described("Day", past=True))


@dataclass(frozen=True)
class Kind:
    """One kind of event: what was done, or what it was done to."""

    key: str
    actions: tuple[str, ...]
    entities: tuple[str, ...] = ()


KINDS = (
    Kind("added", ("insert",)),
    Kind("changed", ("update",)),
    Kind("removed", ("delete", "destroyed")),
    Kind("looked", ("viewed", "listed")),
    Kind("released", ("printed-again",), ("disclosure",)),
    Kind("opened", ("created", "unlocked", "locked", "upgraded")),
    Kind("backups", ("restored",), ("backup", "backup_place", "branch")),
    Kind("keys", ("keys-matched", "keys-replaced"), ("key_holder", "earlier_key")),
    Kind("itself", ("verified", "not-verified", "clock-back")),
)


@dataclass(frozen=True)
class Wanted:
    """What the trail is narrowed to; empty means everything. Days are days in the court."""

    since: date | None = None
    until: date | None = None
    person_id: int | None = None
    holder: str | None = None
    kind: str | None = None
    words: str = ""


@dataclass(frozen=True)
class TrailRow:
    """One event, and the name and case number of whom it is about as they are today."""

    entry: Entry
    who: str
    case_number: str


@dataclass(frozen=True)
class TrailPage:
    """Up to 200 events, and the one before which to go on; None where the trail begins."""

    rows: tuple[TrailRow, ...]
    before: int | None


def page(session: Session, wanted: Wanted, *, zone: str, before: int | None = None) -> TrailPage:
    """Return the next events older than `before` as narrowed, perhaps none yet."""
    newest = session.scalar(select(func.max(Audit.seq))) or 0
    top = newest + 1 if before is None else before
    low = 0 if wanted.person_id is not None else max(0, top - 1 - SPAN)
    query = history.events().where(Audit.seq < top, Audit.seq > low)
    query = query.where(*_conditions(session, wanted, zone))
    found = session.execute(query.order_by(Audit.seq.desc()).limit(PAGE))
    rows = tuple(_rows(session, list(history.entries(found, zone))))
    reached = rows[-1].entry.seq if len(rows) == PAGE else low + 1
    return TrailPage(rows, reached if reached > 1 else None)


def count(session: Session) -> int:
    """Return how many events there are; their numbers have no gaps."""
    return session.scalar(select(func.max(Audit.seq))) or 0


def holders(session: Session) -> list[str]:
    """Return everybody who ever held a key, for the filter."""
    query = select(KeyHolder.name).order_by(KeyHolder.removed_on.is_not(None), KeyHolder.id)
    return list(dict.fromkeys(session.scalars(query)))


def day(text: str, today: date) -> date | None:
    """Return the day that somebody typed as the end of a period, None for nothing.

    Raises:
        Mistyped: with the sentence for the person who typed it.
    """
    found: date | None = typed.read(DAY, text, today)
    return found


def is_mark(words: str) -> bool:
    """Whether somebody typed the mark that stands at the foot of a page."""
    return MARK.fullmatch(words.strip()) is not None


def name_of(session: Session, person_id: int) -> str:
    """Return a person's name as a list has it; nothing where nobody is on file."""
    return _people(session, {person_id}).get(person_id, ("", ""))[0]


def _rows(session: Session, entries: list[Entry]) -> Iterator[TrailRow]:
    people = _people(session, {each.person_id for each in entries if each.person_id})
    for entry in entries:
        who, number = people.get(entry.person_id or 0, ("", ""))
        yield TrailRow(entry, who, number)


def _people(session: Session, ids: set[int]) -> dict[int, tuple[str, str]]:
    query = (
        select(
            Person.id,
            Person.last_name,
            Person.first_name,
            Person.preferred_name,
            Standing.case_number,
        )
        .outerjoin(Standing, Standing.person_id == Person.id)
        .where(Person.id.in_(ids))
    )
    return {row.id: (names.listed(row), row.case_number or "") for row in session.execute(query)}


def _conditions(session: Session, wanted: Wanted, zone: str) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield Audit.at >= _midnight(wanted.since, zone)
    if wanted.until is not None:
        yield Audit.at < _midnight(wanted.until + timedelta(days=1), zone)
    if wanted.person_id is not None:
        yield Audit.person_id == wanted.person_id
    if wanted.holder is not None:
        yield Audit.holder == wanted.holder
    if wanted.kind is not None:
        kind = next(each for each in KINDS if each.key == wanted.kind)
        yield or_(Audit.action.in_(kind.actions), Audit.entity.in_(kind.entities))
    if is_mark(wanted.words):
        yield _of_mark(session, wanted.words.strip())
    else:
        yield from (_holds(word) for word in names.folded(wanted.words).split())


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def _of_mark(session: Session, mark: str) -> ColumnElement[bool]:
    """Match the event of a printed mark; nothing where the trail does not hold it."""
    held = audit.holds(session.connection(), mark)
    return Audit.seq == int(mark.partition("-")[0]) if held else false()


def _holds(word: str) -> ColumnElement[bool]:
    """Match a word in a name, a case number, what was done, to what, or by whom."""
    people = select(Person.id).where(*listing.holds([word]))
    matches: list[Any] = [
        Audit.person_id.in_(people),
        Audit.action.in_(_meant("history.whole.", word) | _meant("history.", word)),
        Audit.entity.in_(_meant("entity.", word)),
        listing.within(func.lower(Audit.holder), word),
    ]
    if NUMBER.fullmatch(word):
        matches.append(Audit.seq == int(word))
    return or_(*matches)


def _meant(part: str, word: str) -> set[str]:
    """Return the actions or tables whose words in the catalogue hold `word`."""
    return {key for key, words in _folded(part) if word in words}


@cache
def _folded(part: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key.removeprefix(part), names.folded(words))
        for key, words in catalogue().items()
        if key.startswith(part)
    )
