"""Hearings: read as facts, and written down as they are scheduled, held and followed up."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app import names
from app.court_words import short_date
from app.wording import say
from models.base import Base, limit_of
from models.choices import Appearance, HearingType, OrderStatus
from models.episode import CourtCase
from models.errors import BadInput
from models.hearing import CourtOrder, CourtSession, Hearing
from models.person import Person


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


@dataclass(frozen=True)
class HearingWithOrders:
    """One hearing of a person with what was said and ordered."""

    id: int
    on: date
    at: time | None
    judge: str | None
    type: HearingType
    appearance: Appearance | None
    said: str | None
    orders: tuple[Any, ...]


def of_person(session: Session, person_id: int) -> list[HearingWithOrders]:
    """Return every hearing of a person with its orders, the newest first."""
    query = (
        select(Hearing.id, CourtSession.held_on, CourtSession.starts_at, CourtSession.judge,
               Hearing.type, Hearing.appearance, Hearing.said)
        .join(CourtSession, CourtSession.id == Hearing.court_session_id)
        .where(Hearing.person_id == person_id)
        .order_by(CourtSession.held_on.desc(), Hearing.id.desc())
    )  # fmt: skip
    given: dict[int, list[Any]] = defaultdict(list)
    orders = select(CourtOrder.__table__).where(CourtOrder.person_id == person_id)
    for order_row in session.execute(orders.order_by(CourtOrder.id)):
        given[order_row.hearing_id].append(order_row)
    return [HearingWithOrders(*row, tuple(given[row.id])) for row in session.execute(query)]


def on_day(connection: Connection, episode_id: int, day: date) -> Any:
    """Return the hearing of an episode on `day` with its session, None where none is on file."""
    return connection.execute(_of(episode_id).where(CourtSession.held_on == day)).first()


def last_before(connection: Connection, episode_id: int, day: date) -> Any:
    """Return the newest hearing of an episode before `day` with its session."""
    query = _of(episode_id).where(CourtSession.held_on < day)
    return connection.execute(query.order_by(None).order_by(CourtSession.held_on.desc())).first()


def first_after(connection: Connection, episode_id: int, day: date) -> date | None:
    """Return the day of the first hearing of an episode after `day`, None where none is on file."""
    query = (
        select(func.min(CourtSession.held_on))
        .join(Hearing, Hearing.court_session_id == CourtSession.id)
        .where(Hearing.episode_id == episode_id, CourtSession.held_on > day)
    )
    return connection.scalar(query)


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


def appear(session: Session, hearing_id: int, appearance: Appearance | None) -> str:
    """Write down whether somebody appeared; None takes back what was entered by mistake."""
    row = session.get_one(Hearing, hearing_id)
    row.appearance = appearance
    kind = appearance.value if appearance else "none"
    return say(f"hearing.appearance.{kind}", name=name_of(session, row.person_id))


def quote(session: Session, hearing_id: int, said: str | None) -> str:
    """Keep what somebody said at a hearing, in their own words."""
    row = session.get_one(Hearing, hearing_id)
    row.said = _fitting(Hearing, "said", said or "") or None
    return say("hearing.said", name=name_of(session, row.person_id))


def order(
    session: Session,
    hearing_id: int,
    words: str,
    *,
    due_on: date | None = None,
    note: str | None = None,
) -> str:
    """Keep what the judge ordered, in the judge's words, whatever they name.

    An order that names a medicine is kept as that and never printed for a court (rules.md 2).

    Raises:
        BadInput: there are no words or too many, or it would be due before it was given.
    """
    row = session.get_one(Hearing, hearing_id)
    held_on = session.get_one(CourtSession, row.court_session_id).held_on
    kept = _fitting(CourtOrder, "words", words)
    if not kept:
        raise BadInput("hearing.order.empty")
    if due_on is not None and due_on < held_on:
        raise BadInput("hearing.order.due-before", day=day_words(held_on))
    person = row.person_id
    session.add(
        CourtOrder(person_id=person, hearing_id=hearing_id, words=kept, due_on=due_on, note=note)
    )
    if due_on is None:
        return say("hearing.ordered", name=name_of(session, person))
    return say("hearing.ordered-due", name=name_of(session, person), day=day_words(due_on))


def mark_order(session: Session, order_id: int, status: OrderStatus, on: date | None) -> str:
    """Write down whether an order was done, and since when that is so."""
    row = session.get_one(CourtOrder, order_id)
    row.status, row.status_on = status, None if status is OrderStatus.OPEN else on
    return say(f"hearing.order.{status.value}", name=name_of(session, row.person_id))


def name_of(session: Session, person_id: int) -> str:
    """Return the name that a person goes by, for a sentence on the screen."""
    return names.said(session.get_one(Person, person_id))


def day_words(day: date) -> str:
    """Return a day as the sentences of a status line write it: Nov 9, 2026."""
    return f"{short_date(day)}, {day.year}"


def _fitting(table: type[Base], column: str, words: str) -> str:
    """Return words as they are kept; text over the limit is refused, never cut."""
    kept, most = words.strip(), limit_of(table, column) or 0
    if len(kept) > most:
        raise BadInput("hearing.too-long", most=most, length=len(kept))
    return kept


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
