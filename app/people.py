"""Entering people: a person, an episode of theirs, and the case that names it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names, phases
from models.choices import Sex, Source, Status
from models.episode import CourtCase, Episode, StatusPeriod
from models.person import Person
from models.phase import PhasePeriod


@dataclass(frozen=True)
class Identity:
    """Who a person is; the folded columns are made from it."""

    last_name: str
    first_name: str
    middle_name: str | None = None
    preferred_name: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None


@dataclass(frozen=True)
class Passage:
    """One episode as a list knows it; status and phase with no day began by the latest day."""

    case_number: str
    status: Status | None = None
    phase: int | None = None
    track: str | None = None
    referred_on: date | None = None
    admitted_on: date | None = None


def enroll(
    session: Session,
    arrivals: Sequence[tuple[Identity, Passage]],
    *,
    source: Source = Source.FORM,
    received_on: date | None = None,
) -> list[tuple[Person, Episode]]:
    """Add people, each with a first episode.

    They are written level by level, because ids are known only once their rows are.
    """
    entry = Entry(source, received_on)
    people = [new_person(identity, entry) for identity, _passage in arrivals]
    session.add_all(people)
    session.flush()
    passages = [passage for _identity, passage in arrivals]
    return list(zip(people, add_episodes(session, people, passages, entry), strict=True))


@dataclass(frozen=True)
class Entry:
    """Where an entry comes from and when it came."""

    source: Source = Source.FORM
    received_on: date | None = None


def add_episodes(
    session: Session, people: Sequence[Person], passages: Sequence[Passage], entry: Entry
) -> list[Episode]:
    """Add an episode to each of `people`; a new admission is a new episode."""
    both = list(zip(people, passages, strict=True))
    episodes = [_episode(person, passage, entry) for person, passage in both]
    session.add_all(episodes)
    session.flush()
    phase_set = phases.current_set(session)
    for episode, passage in zip(episodes, passages, strict=True):
        add_case(session, episode, passage.case_number)
        days = _days(passage, by=entry.received_on)
        since = max(days, default=None)
        _add_statuses(session, episode, passage, days)
        if passage.phase is not None:
            set_phase(
                session, episode, passage.phase, since=since, phase_set=phase_set, dated=False
            )
    return episodes


def new_person(identity: Identity, entry: Entry) -> Person:
    """Return a person with what searching needs, not yet on file."""
    person = Person(**vars(identity), source=entry.source, received_on=entry.received_on)
    fold(person)
    return person


def _episode(person: Person, passage: Passage, entry: Entry) -> Episode:
    return Episode(
        person_id=person.id,
        track=passage.track,
        referred_on=passage.referred_on,
        admitted_on=passage.admitted_on,
        source=entry.source,
        received_on=entry.received_on,
    )


def fold(person: Person) -> None:
    """Fill what searching needs from the names."""
    parts = (person.last_name, person.preferred_name, person.first_name, person.middle_name)
    person.folded_name = names.folded(*parts)
    person.sound = names.sound_of(*parts)


def add_case(session: Session, episode: Episode, number: str, *, position: int = 1) -> CourtCase:
    case = CourtCase(
        person_id=episode.person_id,
        episode_id=episode.id,
        position=position,
        number=number,
        folded_number=names.folded_number(number),
    )
    session.add(case)
    return case


def set_status(
    session: Session, episode: Episode, status: Status, *, since: date | None, dated: bool = True
) -> None:
    session.add(
        StatusPeriod(
            person_id=episode.person_id,
            episode_id=episode.id,
            status=status,
            started_on=since,
            dated=dated,
        )
    )


def set_phase(
    session: Session,
    episode: Episode,
    number: int,
    *,
    since: date | None,
    phase_set: int | None,
    dated: bool = True,
) -> None:
    session.add(
        PhasePeriod(
            person_id=episode.person_id,
            episode_id=episode.id,
            phase_set_id=phase_set,
            number=number,
            started_on=since,
            dated=dated and since is not None,
        )
    )


def episodes_by_case(session: Session) -> dict[str, tuple[int, int]]:
    """Return person and episode of every case number, folded; the newest episode wins."""
    query = select(CourtCase.folded_number, CourtCase.person_id, CourtCase.episode_id)
    rows = session.execute(query.order_by(CourtCase.episode_id))
    return {row.folded_number: (row.person_id, row.episode_id) for row in rows}


def _days(passage: Passage, *, by: date | None) -> list[date]:
    """Return the days on which something began; one still to come, on the day it was heard of."""
    days = [day for day in (passage.referred_on, passage.admitted_on) if day is not None]
    return days if by is None else [min(day, by) for day in days]


def _add_statuses(
    session: Session, episode: Episode, passage: Passage, days: Sequence[date]
) -> None:
    """Add what is known: referred from the referral on, then the status as it was given.

    A list tells the status of its own day and not since when; the latest day on file is taken and
    marked as not known.
    """
    if passage.status is None:
        return
    since = max(days, default=None)
    known = passage.status is Status.ACTIVE and since == passage.admitted_on
    if passage.status is not Status.REFERRED and passage.referred_on not in {None, since}:
        set_status(session, episode, Status.REFERRED, since=passage.referred_on)
    if passage.status not in {Status.ACTIVE, Status.REFERRED} and passage.admitted_on in days:
        set_status(session, episode, Status.ACTIVE, since=passage.admitted_on)
    set_status(session, episode, passage.status, since=since, dated=known)
