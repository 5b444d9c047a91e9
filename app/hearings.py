"""Hearings as facts: the one of a day, the one before it, its orders, and every one in order."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, func, select

from models.choices import Appearance, HearingType
from models.episode import CourtCase
from models.hearing import CourtOrder, CourtSession, Hearing


@dataclass(frozen=True)
class HearingRow:
    """One hearing as lists and exports show it; `case_number` is the episode's first."""

    id: int
    person_id: int
    case_number: str | None
    on: date
    at: time | None
    type: HearingType
    appearance: Appearance | None


def on_day(connection: Connection, episode_id: int, day: date) -> Any:
    """Return the hearing of an episode on `day` with its session, None where none is on file."""
    return connection.execute(_of(episode_id).where(CourtSession.held_on == day)).first()


def last_before(connection: Connection, episode_id: int, day: date) -> Any:
    """Return the newest hearing of an episode before `day` with its session."""
    query = _of(episode_id).where(CourtSession.held_on < day)
    return connection.execute(query.order_by(None).order_by(CourtSession.held_on.desc())).first()


def docket_size(connection: Connection, session_id: int) -> int:
    query = select(func.count()).where(Hearing.court_session_id == session_id)
    return connection.scalar(query) or 0


def orders_of(connection: Connection, hearing_id: int) -> list[Any]:
    """Return the orders of one hearing, as they were entered."""
    query = select(CourtOrder.__table__).where(CourtOrder.hearing_id == hearing_id)
    return list(connection.execute(query.order_by(CourtOrder.id)))


def everyone(connection: Connection, *, known_on: date) -> list[HearingRow]:
    """Return every hearing by date, time and case; how it went only once its day has come."""
    first_case = (
        select(CourtCase.number)
        .where(CourtCase.episode_id == Hearing.episode_id)
        .order_by(CourtCase.position, CourtCase.id)
        .limit(1)
        .scalar_subquery()
    )
    query = select(
        Hearing.id,
        Hearing.person_id,
        first_case.label("case_number"),
        CourtSession.held_on,
        CourtSession.starts_at,
        Hearing.type,
        Hearing.appearance,
    ).join(CourtSession, CourtSession.id == Hearing.court_session_id)
    rows = [_row(row, known_on) for row in connection.execute(query)]
    return sorted(rows, key=lambda row: (row.on, row.at or time.min, row.case_number or "", row.id))


def next_court_day(connection: Connection, day: date) -> date | None:
    """Return the first day from `day` on with a hearing on file."""
    query = select(func.min(CourtSession.held_on)).join(
        Hearing, Hearing.court_session_id == CourtSession.id
    )
    return connection.scalar(query.where(CourtSession.held_on >= day))


def docket(connection: Connection, day: date) -> list[Any]:
    """Return person and docket number of every hearing on `day`, in the order of the docket."""
    query = (
        select(Hearing.person_id, Hearing.number)
        .join(CourtSession, CourtSession.id == Hearing.court_session_id)
        .where(CourtSession.held_on == day)
        .order_by(CourtSession.starts_at, Hearing.number, Hearing.id)
    )
    return list(connection.execute(query))


def _of(episode_id: int) -> Any:
    return (
        select(Hearing.__table__, *(c for c in CourtSession.__table__.columns if c.key != "id"))
        .join(CourtSession, CourtSession.id == Hearing.court_session_id)
        .where(Hearing.episode_id == episode_id)
        .order_by(CourtSession.starts_at, Hearing.id)
    )


def _row(row: Any, known_on: date) -> HearingRow:
    appearance = row.appearance if row.held_on <= known_on else None
    return HearingRow(
        row.id, row.person_id, row.case_number, row.held_on, row.starts_at, row.type, appearance
    )
