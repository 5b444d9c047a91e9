"""The list of participants: a page of 200 rows at a time from SQL, found as somebody types."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, false, func, or_, select
from sqlalchemy.orm import Session

from app import names
from models.choices import Status
from models.episode import CourtCase
from models.person import Person
from models.standing import Standing

PAGE = 200


@dataclass(frozen=True)
class ParticipantRow:
    """One row of the list; never a risk and never a flag."""

    person_id: int
    last_name: str
    first_name: str
    preferred_name: str | None
    case_number: str | None
    status: Status | None
    phase: int | None
    phase_since: date | None
    phase_minimum_days: int | None
    last_test_on: date | None
    last_test: str | None
    next_hearing_on: date | None


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty means everybody."""

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    phase: int | None = None


# In the order of the fields of `ParticipantRow`.
COLUMNS = (
    Person.id.label("person_id"),
    Person.last_name,
    Person.first_name,
    Person.preferred_name,
    Standing.case_number,
    Standing.status,
    Standing.phase,
    Standing.phase_since,
    Standing.phase_minimum_days,
    Standing.last_test_on,
    Standing.last_test,
    Standing.next_hearing_on,
)


def page(session: Session, wanted: Wanted, *, start: int = 0) -> list[ParticipantRow]:
    """Return up to 200 rows from `start` on, by last name."""
    query = _narrowed(select(*COLUMNS), wanted).order_by(Person.folded_name, Person.id)
    rows = session.execute(query.limit(PAGE).offset(start))
    return [ParticipantRow(*row) for row in rows]


def count(session: Session, wanted: Wanted) -> int:
    """Return how many people the list has as narrowed."""
    return session.scalar(_narrowed(select(func.count()).select_from(Person), wanted)) or 0


def count_by_status(session: Session) -> dict[Status, int]:
    """Return how many people stand where, for the chips above the list."""
    query = select(Standing.status, func.count()).group_by(Standing.status)
    return {status: number for status, number in session.execute(query) if status is not None}


def count_by_phase(session: Session) -> dict[int, int]:
    """Return how many people stand in which phase, in the order of the phases."""
    query = select(Standing.phase, func.count()).where(Standing.phase.is_not(None))
    rows = session.execute(query.group_by(Standing.phase).order_by(Standing.phase))
    return {phase: number for phase, number in rows if phase is not None}


def _narrowed(query: Any, wanted: Wanted) -> Any:  # one select of columns, one of a count
    query = query.outerjoin(Standing, Standing.person_id == Person.id)
    if wanted.statuses:
        query = query.where(Standing.status.in_(wanted.statuses))
    if wanted.phase is not None:
        query = query.where(Standing.phase == wanted.phase)
    typed = names.folded(wanted.words).split()
    both = zip(holds(typed), typed, strict=True)
    return query.where(*(or_(held, _sounds_like(word)) for held, word in both))


def holds(words: Sequence[Any]) -> list[ColumnElement[bool]]:
    """Match each of the folded words, or what stands for them, inside a name or a case number."""
    return [_holds(word, first=not place) for place, word in enumerate(words)]


def _holds(word: Any, *, first: bool) -> ColumnElement[bool]:
    # Hyphens and stops were folded away from what is typed, so they are from the case number too.
    number = func.replace(func.replace(CourtCase.folded_number, "-", ""), ".", "")
    numbers = select(CourtCase.person_id).where(within(number, word))
    # One word looks through all numbers; the others only through those of whom it has left.
    of_them = (
        Person.id.in_(numbers)
        if first
        else numbers.where(CourtCase.person_id == Person.id).exists()
    )
    return or_(within(Person.folded_name, word), of_them)


def within(text: Any, part: Any) -> ColumnElement[bool]:
    """Match `part` inside of `text`, letter by letter: both are folded."""
    return func.instr(text, part) > 0


def _sounds_like(word: str) -> ColumnElement[bool]:
    """Match a folded word as a whole word of a name that sounds the same."""
    code = sound(word)
    return within(Person.sound, code) if code else false()


def sound(word: str) -> str:
    """Return how a folded word sounds as `Person.sound` has it, nothing where that tells nothing.

    Below four letters nearly everything sounds like something.
    """
    code = names.sound_of(word).strip()
    return f" {code} " if len(word) > 3 and len(code) > 1 else ""
