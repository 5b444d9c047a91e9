"""Who needs attention, and the facts that say so: numbers and dates, never a judgement.

Every rule is one question asked of all who are active; what it finds is said in neutral words that
the person could read along.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Date, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app import tasks_due, testing
from app.court_words import short_date
from app.wording import say
from models.choices import AttendanceOutcome, NoteKind, Outcome, Status
from models.drug_test import DrugTest
from models.episode import CustodyPeriod, Episode
from models.hearing import CourtSession, Hearing
from models.note import Note
from models.service import Attendance, ServiceSession
from models.standing import Standing

THERE = (AttendanceOutcome.ATTENDED, AttendanceOutcome.LATE)
MISSED = 2  # sessions since the last hearing
LOOKING_BACK = timedelta(days=45)  # where the last hearing was long ago, or there was none
WITHOUT_TEST = timedelta(days=14)
WITHOUT_CONTACT = timedelta(days=30)


@dataclass(frozen=True)
class Attention:
    """A person, how far they are, and what is to be looked at."""

    person_id: int
    who: str
    phase: int | None
    phase_day: int | None
    facts: tuple[str, ...]


Rule = Callable[[Connection, date], Iterator[tuple[int, str]]]


def needed(session: Session, today: date) -> tuple[Attention, ...]:
    """Return who needs attention, those with most facts first."""
    connection = session.connection()
    facts: dict[int, list[str]] = defaultdict(list)
    for rule in RULES:
        for person_id, words in rule(connection, today):
            facts[person_id].append(words)
    names = tasks_due.names_of(connection, facts)
    rows = select(Standing.person_id, Standing.phase, Standing.phase_since)
    standing = {row.person_id: row for row in connection.execute(_active(rows))}
    found = (
        Attention(
            person_id,
            names[person_id],
            standing[person_id].phase,
            _day(standing[person_id].phase_since, today),
            tuple(words),
        )
        for person_id, words in facts.items()
    )
    return tuple(sorted(found, key=lambda each: (-len(each.facts), each.who)))


def _missed(connection: Connection, today: date) -> Iterator[tuple[int, str]]:
    since, last = _since(today)
    missed = func.sum(case((Attendance.outcome == AttendanceOutcome.ABSENT, 1), else_=0))
    counted = Attendance.outcome.in_((*THERE, AttendanceOutcome.ABSENT))
    query = (
        select(
            Standing.person_id, last.label("last"), missed.label("missed"), func.count().label("of")
        )
        .select_from(ServiceSession)
        .join(Attendance, Attendance.service_session_id == ServiceSession.id)
        .join(Standing, Standing.episode_id == Attendance.episode_id)
        .outerjoin(since, since.c.episode_id == Standing.episode_id)
        .where(ServiceSession.held_on.between(today - LOOKING_BACK, today), counted)
        .where(ServiceSession.held_on > last)
        .group_by(Standing.person_id)
        .having(missed >= MISSED)
    )
    for row in connection.execute(_active(query)):
        day = short_date(row.last)
        yield row.person_id, say("attention.missed", missed=row.missed, of=row.of, day=day)


def _no_shows(connection: Connection, today: date) -> Iterator[tuple[int, str]]:
    since, last = _since(today)
    query = (
        select(Standing.person_id, DrugTest.collected_on)
        .join(DrugTest, DrugTest.person_id == Standing.person_id)
        .outerjoin(since, since.c.episode_id == Standing.episode_id)
        .where(DrugTest.outcome == Outcome.NO_SHOW)
        .where(DrugTest.collected_on.between(today - LOOKING_BACK, today))
        .where(DrugTest.collected_on > last)
        .order_by(DrugTest.collected_on)
    )
    days: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(_active(query)):
        days[row.person_id].append(short_date(row.collected_on))
    for person_id, told in days.items():
        yield person_id, say("attention.no-show", n=len(told), days=", ".join(told))


def _without_test(connection: Connection, today: date) -> Iterator[tuple[int, str]]:
    """Nobody in custody is asked for a test, nor anybody who has only just come."""
    valid = (
        DrugTest.person_id == Standing.person_id,
        DrugTest.outcome == Outcome.TESTED,
        DrugTest.validity.in_(testing.VALID),
        DrugTest.collected_on <= today,
    )
    of_late = select(DrugTest.id).where(*valid, DrugTest.collected_on >= today - WITHOUT_TEST)
    newest = select(func.max(DrugTest.collected_on)).where(*valid).scalar_subquery()
    held = select(CustodyPeriod.id).where(
        CustodyPeriod.episode_id == Standing.episode_id,
        CustodyPeriod.started_on <= today,
        or_(CustodyPeriod.ended_on.is_(None), CustodyPeriod.ended_on >= today - WITHOUT_TEST),
    )
    query = (
        select(Standing.person_id, Episode.admitted_on, newest.label("newest"))
        .join(Episode, Episode.id == Standing.episode_id)
        .where(Episode.admitted_on < today - WITHOUT_TEST, ~of_late.exists(), ~held.exists())
    )
    for row in connection.execute(_active(query)):
        key = "without-test" if row.newest else "never-tested"
        days = (today - (row.newest or row.admitted_on)).days
        yield row.person_id, say(f"attention.{key}", days=days)


def _without_contact(connection: Connection, today: date) -> Iterator[tuple[int, str]]:
    newest = (
        select(func.max(Note.written_on))
        .where(Note.episode_id == Standing.episode_id, Note.kind == NoteKind.CONTACT)
        .scalar_subquery()
    )
    told = func.coalesce(newest, Episode.admitted_on)
    query = (
        select(Standing.person_id, type_coerce(told, Date()).label("last"))
        .join(Episode, Episode.id == Standing.episode_id)
        .where(told < today - WITHOUT_CONTACT)
    )
    for row in connection.execute(_active(query)):
        yield row.person_id, say("attention.without-contact", days=(today - row.last).days)


def _since(today: date) -> tuple[Any, Any]:
    """Return the last hearing of every episode, and the day after which one looks."""
    last = (
        select(Hearing.episode_id, func.max(CourtSession.held_on).label("last"))
        .join(CourtSession, CourtSession.id == Hearing.court_session_id)
        .where(CourtSession.held_on.between(today - LOOKING_BACK, today - timedelta(days=1)))
        .group_by(Hearing.episode_id)
        .subquery()
    )
    return last, type_coerce(func.coalesce(last.c.last, today - LOOKING_BACK), Date())


def _active(query: Any) -> Any:
    return query.where(Standing.status == Status.ACTIVE)


def _day(since: date | None, today: date) -> int | None:
    return (today - since).days + 1 if since is not None and since <= today else None


RULES: tuple[Rule, ...] = (_missed, _no_shows, _without_test, _without_contact)
