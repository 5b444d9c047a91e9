"""One line a person, as of a day: the latest episode with its status, phase, case and next date."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, and_, bindparam, or_, select

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
    next_hearing_on: date | None = None


# What lists keep of a line; they keep its last test too.
LISTED = (
    "person_id",
    "episode_id",
    "case_number",
    "status",
    "phase",
    "phase_since",
    "phase_minimum_days",
    "next_hearing_on",
)


def read(connection: Connection, day: date, *, people: Collection[int]) -> list[Line]:
    """Return the lines of `people` as of `day`, in order of id."""
    persons = connection.execute(PERSONS, {"people": list(people)}).all()
    episodes = _latest_episodes(connection, day, people)
    ids = [episode.id for episode in episodes.values()]
    parts = _parts(connection, day, ids)
    return [_line(person, episodes.get(person.id), parts, day) for person in persons]


def listed(connection: Connection, day: date, *, people: Collection[int]) -> list[dict[str, Any]]:
    """Return the rows that lists read: each line with its last test, which is slower to tell."""
    found = read(connection, day, people=people)
    tests = _last_tests(connection, [line.episode_id for line in found if line.episode_id], day)
    return [_row(line, tests.get(line.episode_id or 0), day) for line in found]


def _row(line: Line, test: testing.TestFacts | None, day: date) -> dict[str, Any]:
    return {
        **{name: getattr(line, name) for name in LISTED},
        "last_test_on": test.collected_on if test else None,
        "last_test": testing.mark_of(test).value if test else None,
        "as_of": day,
    }


def _line(person: Any, episode: Any, parts: dict[str, dict[int, Any]], day: date) -> Line:
    base = {
        name: getattr(person, name)
        for name in ("last_name", "first_name", "preferred_name", "birth_date", "sex")
    }
    if episode is None:
        return Line(person_id=person.id, **base)
    of = {name: found.get(episode.id) for name, found in parts.items()}
    status, phase, case = (of[name] for name in ("status", "phase", "case"))
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
        next_hearing_on=of["hearing"].held_on if of["hearing"] else None,
    )


def _by(day: date, when: date | None) -> date | None:
    return when if when is not None and when <= day else None


def began(episode: Any) -> date:
    """Return the first day on which the court knew of an episode."""
    days = (episode.referred_on, episode.admitted_on, episode.received_on)
    return min((day for day in days if day is not None), default=ALWAYS)


def _latest_episodes(connection: Connection, day: date, people: Collection[int]) -> dict[int, Any]:
    rows = connection.execute(EPISODES, {"people": list(people)})
    started = sorted(
        (row for row in rows if began(row) <= day), key=lambda row: (began(row), row.id)
    )
    return {row.person_id: row for row in started}


def periods(
    connection: Connection, day: date, episode_ids: Collection[int]
) -> dict[str, dict[int, Any]]:
    """Return the period of `status` and of `phase` that each episode is in on `day`."""
    ids = {"episodes": list(episode_ids), "day": day}
    return {
        "status": _latest(connection.execute(STATUSES, ids)),
        "phase": _latest(connection.execute(PHASES, ids)),
    }


def _parts(connection: Connection, day: date, ids: list[int]) -> dict[str, dict[int, Any]]:
    return periods(connection, day, ids) | {
        "case": _by_episode(connection.execute(CASES, {"episodes": ids})),
        "hearing": _by_episode(connection.execute(HEARINGS, {"episodes": ids, "day": day})),
    }


def _latest(rows: Iterable[Any]) -> dict[int, Any]:
    """Return the newest period of each episode; one with no day began always."""
    return _by_episode(sorted(rows, key=lambda row: (row.started_on or ALWAYS, row.id)))


def _last_tests(connection: Connection, ids: list[int], day: date) -> dict[int, testing.TestFacts]:
    tests = testing.tests(connection, until=day, episode_id=ids)
    return {test.episode_id: test for test in tests}


def _by_episode(rows: Iterable[Any]) -> dict[int, Any]:
    return {row.episode_id: row for row in rows}


def _begun(table: Any) -> Any:
    """Narrow to what had begun by the day; what has no day began always."""
    begun = or_(table.started_on.is_(None), table.started_on <= DAY)
    return and_(table.episode_id.in_(OF_EPISODES), begun)


# Each question is put together once: that takes longer than asking it does.
DAY: Any = bindparam("day", type_=Date())
OF_PEOPLE: Any = bindparam("people", expanding=True)
OF_EPISODES: Any = bindparam("episodes", expanding=True)
OF_SET = and_(Phase.phase_set_id == PhasePeriod.phase_set_id, Phase.number == PhasePeriod.number)

PERSONS = (
    select(
        Person.id,
        Person.last_name,
        Person.first_name,
        Person.preferred_name,
        Person.birth_date,
        Person.sex,
    )
    .where(Person.id.in_(OF_PEOPLE))
    .order_by(Person.id)
)
EPISODES = select(
    Episode.id,
    Episode.person_id,
    Episode.track,
    Episode.referred_on,
    Episode.admitted_on,
    Episode.received_on,
).where(Episode.person_id.in_(OF_PEOPLE))
STATUSES = select(StatusPeriod.__table__).where(_begun(StatusPeriod))
PHASES = (
    select(PhasePeriod.__table__, Phase.minimum_days)
    .outerjoin(Phase, OF_SET)
    .where(_begun(PhasePeriod))
)
# Of several, the last one counts: the first case, and the next hearing.
CASES = (
    select(CourtCase.episode_id, CourtCase.number)
    .where(CourtCase.episode_id.in_(OF_EPISODES))
    .order_by(CourtCase.position.desc(), CourtCase.id.desc())
)
HEARINGS = (
    select(Hearing.episode_id, CourtSession.held_on)
    .join(CourtSession, CourtSession.id == Hearing.court_session_id)
    .where(Hearing.episode_id.in_(OF_EPISODES), CourtSession.held_on >= DAY)
    .order_by(CourtSession.held_on.desc())
)
