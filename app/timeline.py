"""Everything that happened and is to happen to one person, on one line of time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from app import testing
from models.choices import ObjectiveStatus
from models.episode import StatusPeriod
from models.hearing import CourtOrder, CourtSession, Hearing
from models.note import Note
from models.phase import PhasePeriod
from models.plan import Goal, Objective, Problem, TreatmentPlan
from models.service import Attendance, ServiceSession


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


ORDER = {what: place for place, what in enumerate(What)}
EPISODE: Any = bindparam("episode_id")


def of_episode(session: Session, episode_id: int | None, today: date) -> Timeline:
    """Return the line of one episode, an empty one of nobody's."""
    moments = sorted(
        _moments(session.connection(), episode_id or 0),
        key=lambda moment: (-moment.on.toordinal(), ORDER[moment.what]),
    )
    # What is still open of today is to come; what was entered today has been.
    ahead: list[Moment] = []
    past: list[Moment] = []
    for moment in moments:
        comes = moment.on > today or (moment.on == today and moment.what is What.HEARING)
        (ahead if comes else past).append(moment)
    last_on = next((moment.on for moment in past if moment.what is What.HEARING), None)
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
    for what, query in QUERIES:
        rows = connection.execute(query, {"episode_id": episode_id})
        found += [Moment(row.on, what, row) for row in rows]
    return found


def _queries() -> tuple[tuple[What, Any], ...]:
    at_session = CourtSession.id == Hearing.court_session_id
    day = CourtSession.held_on.label("on")
    attended = select(ServiceSession.held_on.label("on"), ServiceSession.kind, ServiceSession.title,
                      Attendance.outcome, Attendance.reason).join(
        ServiceSession, ServiceSession.id == Attendance.service_session_id)  # fmt: skip
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
    return (
        (What.SESSION, attended.where(Attendance.episode_id == EPISODE).order_by(Attendance.id)),
        (What.HEARING, hearing.where(Hearing.episode_id == EPISODE)),
        (What.ORDER, order.where(Hearing.episode_id == EPISODE)),
        (What.OBJECTIVE, objective.where(TreatmentPlan.episode_id == EPISODE)),
        (What.NOTE, note.where(Note.episode_id == EPISODE)),
        (What.PLAN, plan.where(TreatmentPlan.episode_id == EPISODE)),
        (What.PHASE, phase.where(PhasePeriod.episode_id == EPISODE, PhasePeriod.dated)),
        (What.STATUS, status.where(StatusPeriod.episode_id == EPISODE, StatusPeriod.dated)),
    )


# Put together once: that takes longer than asking does.
QUERIES = _queries()
