"""The review of a treatment plan: a new version of what is still worked on, beside the earlier."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app import episodes, plan_rows
from app.plan_forms import PLAN
from app.wording import say
from models.base import Base
from models.choices import ObjectiveStatus, ProblemStatus
from models.errors import NoSuchThing
from models.plan import Goal, Objective, Problem, TreatmentPlan

Row = TypeVar("Row", bound=Base)

# What a new version leaves to the earlier one.
SETTLED = {ProblemStatus.RESOLVED, ProblemStatus.DECLINED}
DONE_WITH = {ObjectiveStatus.MET, ObjectiveStatus.DISCONTINUED, ObjectiveStatus.REVISED}


def begin(session: Session, person_id: int, today: date) -> str:
    """Begin a new version of the plan; the next review is a day to be set anew.

    Raises:
        NoSuchThing: there is no plan to review.
    """
    before = plan_rows.current(session, person_id)
    if before is None:
        raise NoSuchThing("plan.gone")
    kept = {column.key: getattr(before, column.key) for column in PLAN}
    after = plan_rows.begin(
        session, person_id, kept | {"started_on": today, "next_review_on": None}
    )
    for problem in plan_rows.problems_of(session, before.id):
        if problem.status not in SETTLED:
            _carry(session, problem, after)
    name = episodes.name_of(session, person_id)
    return say("plan.reviewed", name=name, version=after.version)


def _carry(session: Session, problem: Problem, plan: TreatmentPlan) -> None:
    """Copy a problem with everything below it into `plan`, as far as it is still worked on."""
    carried = _copied(session, problem, treatment_plan_id=plan.id)
    for goal in session.scalars(select(Goal).where(Goal.problem_id == problem.id)).all():
        wanted = _copied(session, goal, problem_id=carried.id)
        for step in plan_rows.objectives_of(session, goal.id):
            if step.status not in DONE_WITH:
                _carry_step(session, step, wanted)


def _carry_step(session: Session, step: Objective, goal: Goal) -> None:
    carried = _copied(session, step, goal_id=goal.id)
    for helping in plan_rows.interventions_of(session, step.id):
        _copied(session, helping, objective_id=carried.id)


def _copied(session: Session, row: Row, **changed: Any) -> Row:
    kept = {
        attribute.key: getattr(row, attribute.key)
        for attribute in inspect(type(row)).column_attrs
        if attribute.key != "id"
    }
    made = type(row)(**(kept | changed))
    session.add(made)
    session.flush()
    return made
