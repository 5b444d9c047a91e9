"""The docket: court sessions, who is on them in which order, and each person's next date."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import hearings, lines
from app.answers import Answers, Reading
from app.hearings import day_words, name_of
from app.wording import say
from models.choices import HearingType
from models.errors import BadInput
from models.hearing import CourtSession, Hearing


@dataclass(frozen=True)
class Sitting:
    """When and where a court session is, and who presides."""

    held_on: date
    starts_at: time | None = None
    place: str | None = None
    judge: str | None = None
    substitute: bool = False


def sitting_of(answers: Answers, today: date) -> Sitting:
    """Return the court session that was typed.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(answers, today)
    told = reading.values(
        CourtSession.held_on, CourtSession.starts_at, CourtSession.place, CourtSession.judge
    )
    reading.finish()
    return Sitting(**told)


def open_session(session: Session, sitting: Sitting) -> int:
    """Put a court session on file; on any day, because a late entry is better than none."""
    row = CourtSession(**vars(sitting))
    session.add(row)
    session.flush()
    return row.id


def schedule(
    session: Session,
    person_id: int,
    court_session_id: int,
    type: HearingType = HearingType.REVIEW,  # noqa: A002 - the column's name
) -> str:
    """Put a person at the end of the docket of a session.

    Raises:
        BadInput: they are on it already, or have no episode that a hearing could belong to.
    """
    sitting = session.get_one(CourtSession, court_session_id)
    facts = {"name": name_of(session, person_id), "day": day_words(sitting.held_on)}
    if is_on(session, person_id, court_session_id):
        raise BadInput("hearing.on-docket", **facts)
    row = Hearing(
        person_id=person_id,
        episode_id=_episode_of(session, person_id, sitting.held_on, facts),
        court_session_id=court_session_id,
        number=_last_number(session, court_session_id) + 1,
        type=type,
    )
    session.add(row)
    return say("hearing.scheduled", **facts)


def is_on(session: Session, person_id: int | None, court_session_id: int) -> bool:
    """Whether a person is on the docket of a session."""
    docket = select(Hearing.id).where(Hearing.court_session_id == court_session_id)
    return session.scalar(docket.where(Hearing.person_id == person_id)) is not None


def bring_to(session: Session, hearing: Hearing, court_session_id: int) -> None:
    """Move a hearing to the end of the docket of another session."""
    hearing.number = _last_number(session, court_session_id) + 1
    hearing.court_session_id = court_session_id


def take_off(session: Session, hearing_id: int) -> str:
    """Take a person off a docket.

    Raises:
        BadInput: they have been heard, and what happened stays on file.
    """
    row = session.get_one(Hearing, hearing_id)
    facts = {"name": name_of(session, row.person_id), "day": _day_of(session, row)}
    if row.appearance or row.said or hearings.orders_of(session.connection(), hearing_id):
        raise BadInput("hearing.heard", **facts)
    session.delete(row)
    return say("hearing.taken-off", **facts)


def next_date(session: Session, hearing_id: int, on: date) -> str:
    """Put the person of a hearing on the docket of `on`, in a session made where there is none.

    Raises:
        BadInput: `on` is not after the hearing.
    """
    row = session.get_one(Hearing, hearing_id)
    now = session.get_one(CourtSession, row.court_session_id)
    if on <= now.held_on:
        raise BadInput("hearing.next-before", day=day_words(now.held_on))
    if hearings.on_day(session.connection(), row.episode_id, on) is not None:
        name = name_of(session, row.person_id)
        return say("hearing.scheduled", name=name, day=day_words(on))
    return schedule(session, row.person_id, _session_on(session, now, on))


def move(session: Session, hearing_id: int, by: int) -> str:
    """Move a person up or down the docket, and number it from one again.

    Only what changes place is written, so that the trail tells who was moved.
    """
    row = session.get_one(Hearing, hearing_id)
    order = in_order(session, row.court_session_id)
    here = order.index(row)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    for number, each in enumerate(order, 1):
        each.number = number
    return say("hearing.moved", name=name_of(session, row.person_id), number=there + 1)


def in_order(session: Session, court_session_id: int) -> list[Hearing]:
    """Return the hearings of a session in the order of its docket."""
    query = select(Hearing).where(Hearing.court_session_id == court_session_id)
    return list(session.scalars(query.order_by(Hearing.number, Hearing.id)))


def _episode_of(session: Session, person_id: int, day: date, facts: dict[str, str]) -> int:
    """Return the episode of that day; for a day before the first one, the latest that there is."""
    connection = session.connection()
    for known_on in (day, date.max):
        (line,) = lines.read(connection, known_on, people=[person_id])
        if line.episode_id is not None:
            return line.episode_id
    raise BadInput("hearing.no-episode", **facts)


def _last_number(session: Session, court_session_id: int) -> int:
    query = select(func.max(Hearing.number)).where(Hearing.court_session_id == court_session_id)
    return session.scalar(query) or hearings.docket_size(session.connection(), court_session_id)


def _session_on(session: Session, like: CourtSession, day: date) -> int:
    """Return the first session of a day, or else make one like `like`."""
    of_day = select(CourtSession.id).where(CourtSession.held_on == day)
    found = session.scalar(of_day.order_by(CourtSession.starts_at, CourtSession.id).limit(1))
    if found is not None:
        return found
    return open_session(session, Sitting(day, like.starts_at, like.place, like.judge))


def _day_of(session: Session, row: Hearing) -> str:
    return day_words(session.get_one(CourtSession, row.court_session_id).held_on)
