"""The rows of a treatment plan as forms change them; an earlier version is never one of them."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import episodes
from models.errors import BadInput
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan


def current(session: Session, person_id: int | None) -> TreatmentPlan | None:
    """Return the newest plan of the newest episode."""
    episode = episodes.current(session, person_id)
    query = select(TreatmentPlan).where(TreatmentPlan.episode_id == episode.id)
    newest = query.order_by(TreatmentPlan.version.desc(), TreatmentPlan.id.desc())
    return session.scalars(newest.limit(1)).one_or_none()


def begin(session: Session, person_id: int | None, values: dict[str, Any]) -> TreatmentPlan:
    """Add a plan with the next version of the newest episode."""
    episode = episodes.current(session, person_id)
    newest = select(func.max(TreatmentPlan.version)).where(TreatmentPlan.episode_id == episode.id)
    version = (session.scalar(newest) or 0) + 1
    plan = TreatmentPlan(
        person_id=episode.person_id, episode_id=episode.id, version=version, **values
    )
    session.add(plan)
    session.flush()
    return plan


def refuse_earlier(session: Session, changed: Problem) -> None:
    """Raise BadInput for what belongs to an earlier version: that stays as it was."""
    plan = session.get_one(TreatmentPlan, changed.treatment_plan_id)
    newest = current(session, plan.person_id)
    if newest is None or newest.id != plan.id:
        raise BadInput("plan.earlier")


def problem_of(session: Session, step: Objective) -> Problem:
    """Return the problem that an objective belongs to."""
    goal = session.get_one(Goal, step.goal_id)
    return session.get_one(Problem, goal.problem_id)


def problems_of(session: Session, plan_id: int) -> list[Problem]:
    query = select(Problem).where(Problem.treatment_plan_id == plan_id)
    return list(session.scalars(query.order_by(Problem.number, Problem.id)))


def goal_of(session: Session, problem_id: int) -> Goal | None:
    query = select(Goal).where(Goal.problem_id == problem_id).order_by(Goal.id)
    return session.scalars(query.limit(1)).one_or_none()


def objectives_of(session: Session, goal_id: int) -> list[Objective]:
    query = select(Objective).where(Objective.goal_id == goal_id)
    return list(session.scalars(query.order_by(Objective.id)))


def interventions_of(session: Session, objective_id: int) -> list[Intervention]:
    query = select(Intervention).where(Intervention.objective_id == objective_id)
    return list(session.scalars(query.order_by(Intervention.id)))
