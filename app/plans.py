"""The treatment plan in force on a day, with its goals and objectives."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from models.choices import ObjectiveStatus
from models.plan import Goal, Objective, Problem, TreatmentPlan


def in_force(connection: Connection, episode_id: int, day: date) -> Any:
    """Return the newest plan that had started by `day`, None where there is none."""
    query = (
        select(TreatmentPlan.__table__)
        .where(TreatmentPlan.episode_id == episode_id, TreatmentPlan.started_on <= day)
        .order_by(TreatmentPlan.started_on.desc(), TreatmentPlan.version.desc())
    )
    return connection.execute(query.limit(1)).first()


def objectives(connection: Connection, plan_id: int) -> list[Any]:
    """Return every objective of a plan with the words of its goal, by target date.

    What was met by the day on which the plan began stayed with an earlier version; it stands here
    too, so that a review on the eve of a hearing takes nothing from the page.
    """
    plan = select(TreatmentPlan).where(TreatmentPlan.id == plan_id).subquery()
    met_before = and_(
        TreatmentPlan.episode_id == plan.c.episode_id,
        TreatmentPlan.version < plan.c.version,
        Objective.status == ObjectiveStatus.MET,
        Objective.status_on <= plan.c.started_on,
    )
    query = (
        select(Objective.__table__, Goal.words.label("goal"))
        .join(Goal, Goal.id == Objective.goal_id)
        .join(Problem, Problem.id == Goal.problem_id)
        .join(TreatmentPlan, TreatmentPlan.id == Problem.treatment_plan_id)
        .join(plan, or_(TreatmentPlan.id == plan.c.id, met_before))
    )
    rows = connection.execute(query)
    return sorted(rows, key=lambda row: (row.target_on or date.max, row.id))


def first_goal(connection: Connection, plan_id: int) -> str | None:
    """Return the participant's own words at the head of a plan."""
    query = (
        select(Goal.words)
        .join(Problem, Problem.id == Goal.problem_id)
        .where(Problem.treatment_plan_id == plan_id)
        .order_by(Problem.number, Goal.id)
    )
    return connection.scalar(query.limit(1))
