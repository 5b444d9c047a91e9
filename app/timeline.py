"""Everything that happened and is to happen to one person, on one line of time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app import attendance, hearings, lines, testing
from models.choices import ObjectiveStatus
from models.episode import StatusPeriod
from models.hearing import CourtOrder, CourtSession, Hearing
from models.note import Note
from models.phase import PhasePeriod
from models.plan import Goal, Objective, Problem, TreatmentPlan


class What(StrEnum):
    """What a moment is, and by that which chip shows it."""

    TEST = "test"
    SESSION = "session"
    HEARING = "hearing"
    ORDER = "order"
    NOTE = "note"
    OBJECTIVE = "objective"
    PLAN = "plan"
    PHASE = "phase"
    STATUS = "status"


@dataclass(frozen=True)
class Moment:
    """One thing on one day; `fact` is the row that tells it."""

    on: date
    what: What
    fact: Any


@dataclass(frozen=True)
class Timeline:
    """What is to come, what was since the last hearing, and what was before, the newest first."""

    coming: tuple[Moment, ...]
    since: tuple[Moment, ...]
    before: tuple[Moment, ...]
    last_hearing: date | None


ORDER = tuple(What)


def of_person(session: Session, person_id: int, today: date) -> Timeline:
    """Return the line of the newest episode of a person."""
    connection = session.connection()
    [line] = lines.read(connection, today, people=[person_id])
    episode_id = line.episode_id or 0
    last = hearings.last_before(connection, episode_id, today)
    last_on = last.held_on if last else None
    moments = sorted(
        _moments(connection, episode_id),
        key=lambda moment: (-moment.on.toordinal(), ORDER.index(moment.what)),
    )
    # What is still open of today is to come; what was entered today has been.
    ahead = [m for m in moments if m.on > today or (m.on == today and m.what is What.HEARING)]
    past = [moment for moment in moments if moment not in ahead]
    return Timeline(
        coming=tuple(reversed(ahead)),
        since=tuple(m for m in past if last_on is None or m.on >= last_on),
        before=tuple(m for m in past if last_on is not None and m.on < last_on),
        last_hearing=last_on,
    )


def _moments(connection: Connection, episode_id: int) -> list[Moment]:
    found = [
        Moment(test.collected_on, What.TEST, test)
        for test in testing.tests(connection, until=date.max, episode_id=[episode_id])
    ]
    found += [
        Moment(row.held_on, What.SESSION, row)
        for row in attendance.scheduled(connection, episode_id, date.min, date.max)
    ]
    for what, query in _queries(episode_id):
        found += [Moment(row.on, what, row) for row in connection.execute(query)]
    return found


def _queries(episode_id: int) -> list[tuple[What, Any]]:
    at_session = CourtSession.id == Hearing.court_session_id
    day = CourtSession.held_on.label("on")
    hearing = select(day, CourtSession.starts_at, CourtSession.judge, Hearing.type,
                     Hearing.appearance).join(CourtSession, at_session)  # fmt: skip
    order = (
        select(day, CourtOrder.words, CourtOrder.status, CourtOrder.status_on, CourtOrder.due_on)
        .join(Hearing, Hearing.id == CourtOrder.hearing_id)
        .join(CourtSession, at_session)
    )
    objective = (
        select(Objective.status_on.label("on"), Objective.words, Objective.status)
        .join(Goal, Goal.id == Objective.goal_id)
        .join(Problem, Problem.id == Goal.problem_id)
        .join(TreatmentPlan, TreatmentPlan.id == Problem.treatment_plan_id)
        .where(Objective.status_on.is_not(None), Objective.status != ObjectiveStatus.NOT_STARTED)
        # A review carries an objective on into the next version, with the day of its state.
        .distinct()
    )
    note = select(Note.written_on.label("on"), Note.kind, Note.words)
    plan = select(TreatmentPlan.started_on.label("on"), TreatmentPlan.version)
    phase = select(PhasePeriod.started_on.label("on"), PhasePeriod.number, PhasePeriod.reason)
    status = select(StatusPeriod.started_on.label("on"), StatusPeriod.status)
    return [
        (What.HEARING, hearing.where(Hearing.episode_id == episode_id)),
        (What.ORDER, order.where(Hearing.episode_id == episode_id)),
        (What.OBJECTIVE, objective.where(TreatmentPlan.episode_id == episode_id)),
        (What.NOTE, note.where(Note.episode_id == episode_id)),
        (What.PLAN, plan.where(TreatmentPlan.episode_id == episode_id)),
        (What.PHASE, phase.where(PhasePeriod.episode_id == episode_id, PhasePeriod.dated)),
        (What.STATUS, status.where(StatusPeriod.episode_id == episode_id, StatusPeriod.dated)),
    ]
