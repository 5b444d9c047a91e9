"""Entering the rows of a caseload: new people are enrolled, known ones compared field by field."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import lines, names, people, phases
from app.import_job import Job
from app.imports.rows import ParticipantRow
from app.people import Identity, Passage
from models.choices import Source, Status
from models.episode import Episode, StatusPeriod
from models.person import Person
from models.phase import PhasePeriod

# Where a field of the file stands in the record.
IDENTITY = ("last_name", "first_name", "middle_name", "preferred_name", "birth_date", "sex")
EPISODE = ("track", "referred_on", "admitted_on")
PERIODS = ("status", "phase")
# The days of an episode on which a period can have begun, the likeliest first.
DAYS = ("admitted_on", "referred_on")
BATCH = 500


def enter(session: Session, rows: list[ParticipantRow], job: Job) -> None:
    """Enter every row, or say in `job` why one cannot be."""
    known = people.episodes_by_case(session)
    new = [row for row in rows if names.folded_number(row.case_number) not in known]
    old = [row for row in rows if names.folded_number(row.case_number) in known]
    people.enroll(
        session, [_arrival(row) for row in new], source=Source.IMPORT, received_on=job.today
    )
    job.summary.imported += len(new)
    for at in range(0, len(old), BATCH):
        batch = old[at : at + BATCH]
        _compare(
            session, [(row, known[names.folded_number(row.case_number)][1]) for row in batch], job
        )


def _arrival(row: ParticipantRow) -> tuple[Identity, Passage]:
    identity = Identity(**{name: getattr(row, name) for name in IDENTITY})
    passage = Passage(**{name: getattr(row, name) for name in ("case_number", *EPISODE, *PERIODS)})
    return identity, passage


def _compare(session: Session, rows: list[tuple[ParticipantRow, int]], job: Job) -> None:
    # The episode that the case names, which need not be the person's latest.
    now = _periods(session, job.today, {episode_id for _row, episode_id in rows})
    for row, episode_id in rows:
        episode = session.get_one(Episode, episode_id)
        kept = _kept(session, episode) | now[episode_id]
        said = {name: getattr(row, name) for name in kept if name in row.given}
        different = [name for name, value in said.items() if value != kept[name]]
        if job.settle(row, different):
            _update(session, episode, kept, said, job.today)


def _kept(session: Session, episode: Episode) -> dict[str, Any]:
    person = session.get_one(Person, episode.person_id)
    kept = {name: getattr(person, name) for name in IDENTITY}
    return kept | {name: getattr(episode, name) for name in EPISODE}


def _periods(
    session: Session, day: date, episode_ids: Collection[int]
) -> dict[int, dict[str, Any]]:
    """Return status and phase of each episode as of `day`."""
    session.flush()
    found = lines.periods(session.connection(), day, episode_ids)
    return {
        episode_id: {
            "status": getattr(found["status"].get(episode_id), "status", None),
            "phase": getattr(found["phase"].get(episode_id), "number", None),
        }
        for episode_id in episode_ids
    }


def _update(
    session: Session, episode: Episode, kept: dict[str, Any], said: dict[str, Any], today: date
) -> None:
    person = session.get_one(Person, episode.person_id)
    for name, value in said.items():
        if name in IDENTITY:
            setattr(person, name, value)
        elif name in EPISODE:
            setattr(episode, name, value)
    people.fold(person)
    now = kept
    if any(getattr(episode, name) != kept[name] for name in DAYS):
        _move_periods(session, episode, kept, today)
        now = _periods(session, today, {episode.id})[episode.id]
    news = {name: said[name] for name in PERIODS if name in said and said[name] != now[name]}
    _add_periods(session, episode, news, today)


def _add_periods(session: Session, episode: Episode, periods: dict[str, Any], today: date) -> None:
    # A list does not say since when, so the change is dated today and marked as not known.
    if "status" in periods:
        people.set_status(session, episode, periods["status"], since=today, dated=False)
    if "phase" in periods:
        phase_set = phases.current_set(session)
        people.set_phase(
            session, episode, periods["phase"], since=today, phase_set=phase_set, dated=False
        )


def _move_periods(session: Session, episode: Episode, kept: dict[str, Any], today: date) -> None:
    """Let what began on a day that was corrected begin on the right one."""
    statuses = select(StatusPeriod).where(StatusPeriod.episode_id == episode.id)
    in_phases = select(PhasePeriod).where(PhasePeriod.episode_id == episode.id)
    for period in (*session.scalars(statuses), *session.scalars(in_phases)):
        _move(period, episode, kept, today)
    first = episode.referred_on
    if first is None or kept["status"] is None or first > today:
        return
    # An admission that moved away from the referral leaves the time between to the referral.
    if _periods(session, first, {episode.id})[episode.id]["status"] is None:
        people.set_status(session, episode, Status.REFERRED, since=first)


def _move(
    period: StatusPeriod | PhasePeriod, episode: Episode, kept: dict[str, Any], today: date
) -> None:
    referred = isinstance(period, StatusPeriod) and period.status is Status.REFERRED
    likely = reversed(DAYS) if referred else DAYS
    day = next((day for day in likely if kept[day] and kept[day] == period.started_on), None)
    right: date | None = getattr(episode, day) if day else None
    if right is None or right == period.started_on:
        return
    # Nothing began on a day that is still to come, and no referral after the admission.
    latest = min(today, episode.admitted_on or today) if referred else today
    period.started_on = min(right, latest)
    period.dated = period.dated and right <= latest
