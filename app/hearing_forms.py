"""A hearing of one person, entered or corrected by form, with its orders and the next date."""

from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, court, docket, episodes, groups, holidays, typed
from app.answers import REASON, Answers, GroupRow, Loaded, Reading, Subject, key_of
from app.docket import Sitting
from app.hearings import day_words
from app.typed import Mistyped
from app.wording import say
from models.choices import HearingType, OrderStatus
from models.hearing import CourtOrder, CourtSession, Hearing

WHEN = (CourtSession.held_on, CourtSession.starts_at)
HOW = (Hearing.type, Hearing.appearance, Hearing.said)
ORDER = (CourtOrder.words, CourtOrder.due_on, CourtOrder.status, CourtOrder.status_on)
NEXT = "next_on"


def opened(session: Session, subject: Subject, today: date) -> Loaded:
    """Return what the form opens with: a hearing on file, or a review of today."""
    about = episodes.name_of(session, subject.person_id)
    if subject.row_id is None:
        empty = {
            key_of(CourtSession.held_on): typed.shown(today),
            key_of(Hearing.type): HearingType.REVIEW.value,
        }
        return Loaded(Answers(empty), about=about)
    hearing = episodes.row_of(session, Hearing, subject)
    sitting = session.get_one(CourtSession, hearing.court_session_id)
    shown = answers.shown(sitting, *WHEN) | answers.shown(hearing, *HOW)
    orders = groups.shown(orders_of(session, hearing.id), *ORDER)
    return Loaded(
        Answers(shown, {"order": orders}), about=about, rows={Hearing.__tablename__: hearing.id}
    )


def record(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Enter a hearing, or correct one; a court session is made where none is on file that day.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    held_on, starts_at = (reading.value(each) for each in WHEN)
    next_on = _next_on(reading, held_on)
    how = reading.values(*HOW)
    if how["appearance"] is not None and held_on is not None and held_on > today:
        reading.refuse(key_of(Hearing.appearance), say("hearing.not-yet"))
    _ask_about(session, reading, subject, held_on, next_on)
    reading.finish()
    corrects = False
    if subject.row_id is None:
        sitting = session_on(session, held_on, starts_at)
        _refuse_twice(session, reading, subject.person_id, sitting)
        reading.finish()
        docket.schedule(session, subject.person_id or 0, sitting, how["type"])
        session.flush()
        hearing = _of_session(session, subject.person_id, sitting)
        hearing.appearance, hearing.said = how["appearance"], how["said"]
    else:
        hearing = episodes.row_of(session, Hearing, subject)
        corrects = _move(session, reading, hearing, held_on, starts_at)
        corrects = answers.change(reading, hearing, *HOW) or corrects
    corrects = _write_orders(session, reading, hearing, held_on) or corrects
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    session.flush()
    if next_on is not None:
        docket.next_date(session, hearing.id, next_on)
    name = episodes.name_of(session, subject.person_id)
    return say("hearing.recorded", name=name, day=typed.shown(held_on))


def session_on(session: Session, held_on: date, starts_at: time | None) -> int:
    """Return the court session of a day, and of a time where one is given; a new one if need be."""
    query = select(CourtSession.id).where(CourtSession.held_on == held_on)
    if starts_at is not None:
        query = query.where(CourtSession.starts_at == starts_at)
    found = session.scalars(query.order_by(CourtSession.id).limit(1)).one_or_none()
    if found is not None:
        return found
    profile = court.facts(session)
    return docket.open_session(session, Sitting(held_on, starts_at, profile.place, profile.judge))


def orders_of(session: Session, hearing_id: int) -> list[CourtOrder]:
    query = select(CourtOrder).where(CourtOrder.hearing_id == hearing_id)
    return list(session.scalars(query.order_by(CourtOrder.id)))


def _write_orders(session: Session, reading: Reading, hearing: Hearing, held_on: date) -> bool:
    """Write what the judge ordered, in the judge's words, whatever they name."""

    def make(values: dict[str, Any], _line: GroupRow) -> CourtOrder:
        values["status"] = values["status"] or OrderStatus.OPEN
        return CourtOrder(person_id=hearing.person_id, hearing_id=hearing.id, **values)

    for number, line in reading.filled("order"):
        due = Reading(Answers(line), reading.today).value(CourtOrder.due_on)
        if due is not None and due < held_on:
            key = f"order[{number}].{key_of(CourtOrder.due_on)}"
            reading.refuse(key, say("hearing.due-before"))
        since = Reading(Answers(line), reading.today).value(CourtOrder.status_on)
        if since is not None and since > reading.today:
            key = f"order[{number}].{key_of(CourtOrder.status_on)}"
            reading.refuse(key, say("typed.future", day=typed.shown(since)))
    before = orders_of(session, hearing.id)
    corrects = groups.write(session, reading, "order", before, make, *ORDER)
    if not reading.mistakes:
        session.flush()
        for row in orders_of(session, hearing.id):
            _date_status(row, reading.today)
    return corrects


def _date_status(row: CourtOrder, today: date) -> None:
    """An order that was done or excused is so from a day on; an open one is not."""
    if row.status is OrderStatus.OPEN:
        row.status_on = None
    elif row.status_on is None:
        row.status_on = today


def _move(
    session: Session, reading: Reading, hearing: Hearing, held_on: date, starts_at: time | None
) -> bool:
    """Move a hearing to another day; the session itself, and everybody else's, stays.

    A time that is taken away says no more than the day, so the hearing stays where it was.
    """
    sitting = session.get_one(CourtSession, hearing.court_session_id)
    if sitting.held_on == held_on and starts_at in {None, sitting.starts_at}:
        return False
    there = session_on(session, held_on, starts_at)
    _refuse_twice(session, reading, hearing.person_id, there)
    reading.finish()
    docket.bring_to(session, hearing, there)
    return True


def _refuse_twice(
    session: Session, reading: Reading, person_id: int | None, court_session_id: int
) -> None:
    """Refuse the day beside its field where the person is on the docket of it already."""
    if docket.is_on(session, person_id, court_session_id):
        held_on = session.get_one(CourtSession, court_session_id).held_on
        told = {"name": episodes.name_of(session, person_id), "day": day_words(held_on)}
        reading.refuse(key_of(CourtSession.held_on), say("hearing.on-docket", **told))


def _ask_about(session: Session, reading: Reading, subject: Subject, *days: date | None) -> None:
    """Ask about a day on which courts do not sit, unless it was on file already."""
    kept = None
    if subject.row_id is not None:
        hearing = episodes.row_of(session, Hearing, subject)
        kept = session.get_one(CourtSession, hearing.court_session_id).held_on
    new = {day for day in days if day is not None and day != kept}
    unusual = [why for why in map(holidays.why_unusual, sorted(new)) if why is not None]
    said = reading.answers.single.get(REASON, "").strip()
    if unusual and not said and not reading.mistakes:
        reading.refuse(REASON, say("hearing.unusual", why=" ".join(unusual)))


def _next_on(reading: Reading, held_on: date | None) -> date | None:
    text = reading.answers.single.get(NEXT, "")
    try:
        found: date | None = typed.read(
            answers.column_of(CourtSession.held_on), text, reading.today
        )
    except Mistyped as mistyped:
        reading.refuse(NEXT, str(mistyped))
        return None
    if found is not None and held_on is not None and found <= held_on:
        reading.refuse(NEXT, say("hearing.next-not-after"))
    return found


def _of_session(session: Session, person_id: int | None, court_session_id: int) -> Hearing:
    query = select(Hearing).where(
        Hearing.person_id == person_id, Hearing.court_session_id == court_session_id
    )
    return session.scalars(query).one()
