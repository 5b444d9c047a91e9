"""One line a person, as of a day: the latest episode with its status, phase, case and next date."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from app import testing
from models.choices import Sex, Status
from models.episode import CourtCase, Episode, StatusPeriod
from models.hearing import CourtSession, Hearing
from models.person import Person
from models.phase import Phase, PhasePeriod

ALWAYS = date.min


@dataclass(frozen=True)
class Line:
    """What was so for one person on one day; `episode_id` is None before the first episode."""

    person_id: int
    last_name: str
    first_name: str
    preferred_name: str | None
    birth_date: date | None
    sex: Sex | None
    episode_id: int | None = None
    case_number: str | None = None
    status: Status | None = None
    track: str | None = None
    phase: int | None = None
    phase_since: date | None = None
    phase_minimum_days: int | None = None
    referred_on: date | None = None
    admitted_on: date | None = None
    last_test_on: date | None = None
    last_test: str | None = None
    next_hearing_on: date | None = None

    def standing(self, day: date) -> dict[str, Any]:
        """Return the line as the row that lists read."""
        return {name: getattr(self, name) for name in STANDING} | {"as_of": day}


STANDING = (
    "person_id",
    "episode_id",
    "case_number",
    "status",
    "phase",
    "phase_since",
    "phase_minimum_days",
    "last_test_on",
    "last_test",
    "next_hearing_on",
)


def read(connection: Connection, day: date, *, people: Collection[int]) -> list[Line]:
    """Return the lines of `people` as of `day`, in order of id."""
    persons = connection.execute(
        select(Person.__table__).where(Person.id.in_(people)).order_by(Person.id)
    ).all()
    episodes = _latest_episodes(connection, day, people)
    ids = [episode.id for episode in episodes.values()]
    parts = _parts(connection, day, ids)
    return [_line(person, episodes.get(person.id), parts, day) for person in persons]


def _line(person: Any, episode: Any, parts: dict[str, dict[int, Any]], day: date) -> Line:
    base = {
        name: getattr(person, name)
        for name in ("last_name", "first_name", "preferred_name", "birth_date", "sex")
    }
    if episode is None:
        return Line(person_id=person.id, **base)
    of = {name: found.get(episode.id) for name, found in parts.items()}
    status, phase, case, test = (of[name] for name in ("status", "phase", "case", "test"))
    return Line(
        person_id=person.id,
        **base,
        episode_id=episode.id,
        case_number=case.number if case else None,
        status=status.status if status else None,
        track=episode.track,
        phase=phase.number if phase else None,
        phase_since=phase.started_on if phase and phase.dated else None,
        phase_minimum_days=phase.minimum_days if phase else None,
        referred_on=_by(day, episode.referred_on),
        admitted_on=_by(day, episode.admitted_on),
        last_test_on=test.collected_on if test else None,
        last_test=testing.mark_of(test).value if test else None,
        next_hearing_on=of["hearing"].held_on if of["hearing"] else None,
    )


def _by(day: date, when: date | None) -> date | None:
    return when if when is not None and when <= day else None


def began(episode: Any) -> date:
    """Return the first day on which the court knew of an episode."""
    days = (episode.referred_on, episode.admitted_on, episode.received_on)
    return min((day for day in days if day is not None), default=ALWAYS)


def _latest_episodes(connection: Connection, day: date, people: Collection[int]) -> dict[int, Any]:
    rows = connection.execute(select(Episode.__table__).where(Episode.person_id.in_(people)))
    started = sorted(
        (row for row in rows if began(row) <= day), key=lambda row: (began(row), row.id)
    )
    return {row.person_id: row for row in started}


def periods(
    connection: Connection, day: date, episode_ids: Collection[int]
) -> dict[str, dict[int, Any]]:
    """Return the period of `status` and of `phase` that each episode is in on `day`."""
    statuses = select(StatusPeriod.__table__)
    return {
        "status": _latest(connection, statuses, StatusPeriod, episode_ids, day),
        "phase": _latest(connection, _phases(), PhasePeriod, episode_ids, day),
    }


def _parts(connection: Connection, day: date, ids: list[int]) -> dict[str, dict[int, Any]]:
    return periods(connection, day, ids) | {
        "case": _first_cases(connection, ids),
        "test": _last_tests(connection, ids, day),
        "hearing": _next_hearings(connection, ids, day),
    }


def _phases() -> Any:
    joined = (Phase.phase_set_id == PhasePeriod.phase_set_id) & (Phase.number == PhasePeriod.number)
    return select(PhasePeriod.__table__, Phase.minimum_days).outerjoin(Phase, joined)


def _latest(
    connection: Connection, query: Any, table: Any, ids: Collection[int], day: date
) -> dict[int, Any]:
    """Return the newest period of each episode that has begun; one with no day began always."""
    begun = or_(table.started_on.is_(None), table.started_on <= day)
    rows = connection.execute(query.where(table.episode_id.in_(ids), begun)).all()
    return _by_episode(sorted(rows, key=lambda row: (row.started_on or ALWAYS, row.id)))


def _first_cases(connection: Connection, ids: list[int]) -> dict[int, Any]:
    query = select(CourtCase.__table__).where(CourtCase.episode_id.in_(ids))
    rows = connection.execute(query).all()
    return _by_episode(sorted(rows, key=lambda row: (-row.position, -row.id)))


def _last_tests(connection: Connection, ids: list[int], day: date) -> dict[int, testing.TestFacts]:
    tests = testing.tests(connection, until=day, episode_id=ids)
    return {test.episode_id: test for test in tests}


def _next_hearings(connection: Connection, ids: list[int], day: date) -> dict[int, Any]:
    query = (
        select(Hearing.episode_id, CourtSession.held_on)
        .join(CourtSession, CourtSession.id == Hearing.court_session_id)
        .where(Hearing.episode_id.in_(ids), CourtSession.held_on >= day)
        .order_by(CourtSession.held_on.desc())
    )
    return _by_episode(connection.execute(query).all())


def _by_episode(rows: Iterable[Any]) -> dict[int, Any]:
    return {row.episode_id: row for row in rows}
