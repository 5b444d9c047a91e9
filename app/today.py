"""The morning's page as facts: the next court date, what to do, who needs attention, the tests."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import attention, hearings, tasks_due, testing
from app.attention import Attention
from app.tasks_due import ToDo
from app.testing import TestFacts
from models.choices import Status
from models.drug_test import DrugTest
from models.hearing import CourtSession
from models.standing import Standing


@dataclass(frozen=True)
class CourtDate:
    """The next court session, and how many are on its docket."""

    session_id: int
    held_on: date
    starts_at: time | None
    place: str | None
    judge: str | None
    substitute: bool
    docket: int


@dataclass(frozen=True)
class TestToday:
    """A test collected today, whose it is, and when it was taken."""

    __test__ = False  # a name that pytest would otherwise collect

    who: str
    at: time | None
    test: TestFacts


@dataclass(frozen=True)
class TodayFacts:
    """Everything that the page of one day shows."""

    day: date
    active: int
    court: CourtDate | None
    to_do: ToDo
    attention: tuple[Attention, ...]
    tests: tuple[TestToday, ...]


def facts(session: Session, today: date) -> TodayFacts:
    active = select(func.count()).where(Standing.status == Status.ACTIVE)
    return TodayFacts(
        day=today,
        active=session.scalar(active) or 0,
        court=next_court_date(session, today),
        to_do=tasks_due.to_do(session, today),
        attention=attention.needed(session, today),
        tests=tests_of(session, today),
    )


def next_court_date(session: Session, today: date) -> CourtDate | None:
    """Return the first court session from `today` on, None where none is on file."""
    query = select(CourtSession).where(CourtSession.held_on >= today)
    order = (CourtSession.held_on, CourtSession.starts_at, CourtSession.id)
    row = session.scalar(query.order_by(*order).limit(1))
    if row is None:
        return None
    return CourtDate(
        row.id,
        row.held_on,
        row.starts_at,
        row.place,
        row.judge,
        row.substitute,
        hearings.docket_size(session.connection(), row.id),
    )


def tests_of(session: Session, day: date) -> tuple[TestToday, ...]:
    """Return the tests collected on `day` as they are read, in the order of the day."""
    connection = session.connection()
    query = select(DrugTest.id, DrugTest.person_id, DrugTest.collected_at)
    rows = connection.execute(query.where(DrugTest.collected_on == day)).all()
    people = {row.person_id for row in rows}
    names = tasks_due.names_of(connection, people)
    times = {row.id: row.collected_at for row in rows}
    read = testing.tests(connection, until=day, person_id=people)
    found = [
        TestToday(names[test.person_id], times[test.id], test)
        for test in read
        if test.collected_on == day
    ]
    return tuple(sorted(found, key=lambda each: (each.at or time.max, each.test.id)))
