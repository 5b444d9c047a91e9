"""Where one person stands for one hearing: who, which episode, phase, conditions and tests."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app import hearings, lines, names, testing
from app.court_words import withhold
from app.progress_facts import PhaseFacts
from app.testing import TestFacts
from app.wording import say
from models.choices import Status
from models.episode import CourtCondition, CustodyPeriod, Episode
from models.errors import NoSuchThing
from models.person import Person
from models.phase import Phase, PhasePeriod

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Situation:
    """What every part of a report starts from; `last` is the last day that the report covers."""

    person_id: int
    episode_id: int
    on: date
    last: date
    name: str
    case_number: str
    said_as: str | None
    pronouns: str | None
    interpreter: str | None
    accommodations: str | None
    attorney: str | None
    status: Status | None
    status_words: str
    began_on: date | None
    admitted: bool
    phase: PhaseFacts | None
    conditions: tuple[str, ...]
    custody: tuple[Any, ...]
    tests: tuple[TestFacts, ...]
    hearing: Any
    last_hearing: Any

    @property
    def last_hearing_on(self) -> date | None:
        held: date | None = self.last_hearing.held_on if self.last_hearing else None
        return held


def of(connection: Connection, person_id: int, *, as_of: date, on: date) -> Situation:
    """Return the situation of a person for the hearing on `on`, as known on `as_of`.

    Raises:
        NoSuchThing: there is no such participant, or none with an episode by then.
    """
    last = min(as_of, on)
    # For a hearing that was before the first episode, what is known today is all there is.
    line = _line(connection, person_id, last) or _line(connection, person_id, as_of)
    if line is None or line.episode_id is None:
        raise NoSuchThing("participant.missing")
    episode_id = line.episode_id
    person = connection.execute(select(Person.__table__).where(Person.id == person_id)).one()
    episode = connection.execute(select(Episode.__table__).where(Episode.id == episode_id)).one()
    return Situation(
        person_id=person_id,
        episode_id=episode_id,
        on=on,
        last=last,
        name=names.printed(line),
        case_number=line.case_number or "",
        said_as=_withheld(person.said_as),
        pronouns=_withheld(person.pronouns),
        interpreter=_withheld(person.interpreter),
        accommodations=_withheld(person.accommodations),
        attorney=_withheld(episode.attorney),
        status=line.status,
        status_words=say(f"status.{line.status.value}") if line.status else say("status.none"),
        began_on=line.admitted_on or line.referred_on,
        admitted=line.admitted_on is not None,
        phase=_phase(connection, line, on),
        conditions=_conditions(connection, episode_id, last),
        custody=_custody(connection, episode_id),
        tests=tuple(_tests(connection, episode_id, last, as_of)),
        hearing=hearings.on_day(connection, episode_id, on),
        # A hearing between the day of the facts and the one asked for has not been held yet.
        last_hearing=hearings.last_before(connection, episode_id, min(on, last + ONE_DAY)),
    )


def _withheld(text: str | None) -> str | None:
    return withhold(text) if text else None


def _line(connection: Connection, person_id: int, day: date) -> lines.Line | None:
    found = lines.read(connection, day, people=[person_id])
    return found[0] if found and found[0].episode_id is not None else None


def _phase(connection: Connection, line: lines.Line, on: date) -> PhaseFacts | None:
    if line.phase is None:
        return None
    in_set = select(PhasePeriod.phase_set_id).where(
        PhasePeriod.episode_id == line.episode_id, PhasePeriod.number == line.phase
    )
    phases = Phase.phase_set_id.in_(in_set)
    name = connection.scalar(select(Phase.name).where(phases, Phase.number == line.phase))
    highest = connection.scalar(select(func.max(Phase.number)).where(phases))
    return PhaseFacts(
        number=line.phase,
        of=highest if highest is not None and highest >= line.phase else None,
        name=name,
        day=_day_of(line.phase_since, on),
        minimum_days=line.phase_minimum_days,
    )


def _day_of(since: date | None, on: date) -> int | None:
    return (on - since).days + 1 if since is not None and since <= on else None


def _conditions(connection: Connection, episode_id: int, day: date) -> tuple[str, ...]:
    table = CourtCondition
    query = select(table.words).where(
        table.episode_id == episode_id,
        or_(table.started_on.is_(None), table.started_on <= day),
        or_(table.ended_on.is_(None), table.ended_on >= day),
    )
    return tuple(withhold(words) for words in connection.scalars(query.order_by(table.id)))


def _tests(connection: Connection, episode_id: int, last: date, as_of: date) -> list[TestFacts]:
    return testing.tests(connection, until=last, known_on=as_of, episode_id=[episode_id])


def _custody(connection: Connection, episode_id: int) -> tuple[Any, ...]:
    query = select(CustodyPeriod.started_on, CustodyPeriod.ended_on)
    return tuple(connection.execute(query.where(CustodyPeriod.episode_id == episode_id)))
