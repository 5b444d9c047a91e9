"""A day in court as facts, and what was said and ordered at one hearing, kept in one action."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import docket, drafts, hearings, medicines, names
from app.answers import Answers, Reading, Subject, key_of, shown
from app.drafts import DraftFacts
from app.hearings import day_words, name_of
from app.wording import say
from models.choices import Appearance, HearingType, OrderStatus
from models.errors import NoSuchThing
from models.hearing import CourtOrder, CourtSession, Hearing
from models.person import Person

# The name under which what is typed at a hearing is kept until it is saved.
FORM = "court-day"
SAID, ORDER, DUE, COUNSEL = Hearing.said, CourtOrder.words, CourtOrder.due_on, CourtOrder.note
NEXT = CourtSession.held_on
COUNSEL_CHOICES = ("present", "absent")


@dataclass(frozen=True)
class SessionRow:
    """One court session of the list to choose from."""

    id: int
    held_on: date
    starts_at: time | None
    place: str | None
    judge: str | None
    docket: int
    heard: int


@dataclass(frozen=True)
class DocketRow:
    """One person on the docket; `listed` is the name as a list has it, `said` as people say it."""

    place: int
    hearing_id: int
    person_id: int
    listed: str
    said: str
    type: HearingType
    appearance: Appearance | None


@dataclass(frozen=True)
class OrderFacts:
    """One order, and how it stands."""

    id: int
    words: str
    due_on: date | None
    status: OrderStatus


@dataclass(frozen=True)
class HearingFacts:
    """One hearing as it is worked on: what is on file, and what was typed and not saved."""

    hearing_id: int
    person_id: int
    name: str
    held_on: date
    appearance: Appearance | None
    last_on: date | None
    last_orders: tuple[OrderFacts, ...]
    orders: tuple[OrderFacts, ...]
    next_on: date | None
    answers: Answers
    draft: DraftFacts | None


def sessions(session: Session, today: date) -> tuple[SessionRow, ...]:
    """Return every court session: from today on by day, then those before, the newest first."""
    table = CourtSession
    query = (
        select(
            table.id,
            table.held_on,
            table.starts_at,
            table.place,
            table.judge,
            func.count(Hearing.id),
            func.count(Hearing.appearance),
        )
        .outerjoin(Hearing, Hearing.court_session_id == table.id)
        .group_by(table.id)
        .order_by(table.held_on, table.starts_at, table.id)
    )
    rows = [SessionRow(*row) for row in session.execute(query)]
    before = [row for row in rows if row.held_on < today]
    return (*(row for row in rows if row.held_on >= today), *reversed(before))


def docket_of(session: Session, court_session_id: int) -> tuple[DocketRow, ...]:
    """Return everybody on a docket in its order."""
    query = (
        select(Hearing, Person)
        .join(Person, Person.id == Hearing.person_id)
        .where(Hearing.court_session_id == court_session_id)
        .order_by(Hearing.number, Hearing.id)
    )
    rows = enumerate(session.execute(query), 1)
    return tuple(_docket_row(place, hearing, person) for place, (hearing, person) in rows)


def hearing(session: Session, hearing_id: int) -> HearingFacts:
    """Return one hearing with the orders of the one before it.

    Raises:
        NoSuchThing: it was taken off the docket meanwhile.
    """
    row = session.get(Hearing, hearing_id)
    if row is None:
        raise NoSuchThing("court.hearing-gone")
    connection = session.connection()
    held_on = session.get_one(CourtSession, row.court_session_id).held_on
    last = hearings.last_before(connection, row.episode_id, held_on)
    return HearingFacts(
        hearing_id=hearing_id,
        person_id=row.person_id,
        name=name_of(session, row.person_id),
        held_on=held_on,
        appearance=row.appearance,
        last_on=last.held_on if last else None,
        last_orders=_orders(session, last.id) if last else (),
        orders=_orders(session, hearing_id),
        next_on=hearings.first_after(connection, row.episode_id, held_on),
        answers=Answers(shown(row, SAID)),
        draft=drafts.find(session, FORM, Subject(row.person_id, hearing_id)),
    )


def hear(session: Session, hearing_id: int, answers: Answers, today: date) -> str:
    """Keep what was said, what was ordered and the next date, all or nothing.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    row = session.get_one(Hearing, hearing_id)
    held_on = session.get_one(CourtSession, row.court_session_id).held_on
    told = _read(answers, today, held_on)
    parts = []
    if (told["said"] or None) != row.said:
        hearings.quote(session, hearing_id, told["said"])
        parts.append(say("court.kept.said"))
    if told["words"]:
        note = counsel_note(str(told["words"]), answers.single.get(key_of(COUNSEL), ""))
        hearings.order(session, hearing_id, told["words"], due_on=told["due_on"], note=note)
        key = "court.kept.order-due" if told["due_on"] else "court.kept.order"
        parts.append(say(key, day=day_words(told["due_on"] or held_on)))
    if told["held_on"]:
        docket.next_date(session, hearing_id, told["held_on"])
        parts.append(say("court.kept.next", day=day_words(told["held_on"])))
    drafts.wipe(session, FORM, Subject(row.person_id, hearing_id))
    name = name_of(session, row.person_id)
    return say("court.kept", name=name, what=", ".join(parts) or say("court.kept.nothing"))


def counsel_note(words: str, counsel: str) -> str | None:
    """Return whether counsel was there when a medicine was ordered about; else there is no note."""
    if not medicines.named_in(words) or counsel not in COUNSEL_CHOICES:
        return None
    return say(f"court.counsel.{counsel}")


def _read(answers: Answers, today: date, held_on: date) -> dict[str, Any]:
    reading = Reading(answers, today)
    told = {each.key: reading.value(each, required=False) for each in (SAID, ORDER, DUE, NEXT)}
    day = day_words(held_on)
    if told["due_on"] and not told["words"]:
        reading.refuse(key_of(ORDER), say("hearing.order.empty"))
    if told["due_on"] and told["due_on"] < held_on:
        reading.refuse(key_of(DUE), say("hearing.order.due-before", day=day))
    if told["held_on"] and told["held_on"] <= held_on:
        reading.refuse(key_of(NEXT), say("hearing.next-before", day=day))
    reading.finish()
    return told


def _docket_row(place: int, row: Hearing, person: Person) -> DocketRow:
    return DocketRow(
        place=place,
        hearing_id=row.id,
        person_id=person.id,
        listed=names.listed(person),
        said=names.said(person),
        type=row.type,
        appearance=row.appearance,
    )


def _orders(session: Session, hearing_id: int) -> tuple[OrderFacts, ...]:
    found = hearings.orders_of(session.connection(), hearing_id)
    return tuple(OrderFacts(row.id, row.words, row.due_on, row.status) for row in found)
