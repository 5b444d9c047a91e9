"""Reads a whole version of a treatment plan, level by level, in one query a level."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app import episodes
from app.plan_facts import (
    GoalFacts,
    InterventionFacts,
    ObjectiveFacts,
    PlanShown,
    PlanTree,
    ProblemFacts,
    VersionFacts,
)
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from models.service import Provider

Fact = TypeVar("Fact")
Below = dict[int, tuple[Any, ...]]


def of_person(session: Session, person_id: int, plan_id: int | None = None) -> PlanShown | None:
    """Return a version of the newest episode's plan, the newest unless one is named.

    None where there is no plan. Raises NoSuchThing where there is no such person.
    """
    episode = episodes.current(session, person_id)
    query = select(TreatmentPlan.id, TreatmentPlan.version, TreatmentPlan.started_on)
    newest = query.order_by(TreatmentPlan.version.desc(), TreatmentPlan.id.desc())
    rows = session.execute(newest.where(TreatmentPlan.episode_id == episode.id))
    versions = tuple(VersionFacts(*row) for row in rows)
    if not versions:
        return None
    known = {each.plan_id for each in versions}
    shown = plan_id if plan_id in known else versions[0].plan_id
    return PlanShown(tree(session.connection(), shown or 0), versions)


def tree(connection: Connection, plan_id: int) -> PlanTree:
    """Return one version with everything below it, in the order in which it was entered."""
    plan = connection.execute(
        select(TreatmentPlan.__table__).where(TreatmentPlan.id == plan_id)
    ).one()
    problems = _rows(connection, Problem, Problem.treatment_plan_id, [plan_id])
    goals = _rows(connection, Goal, Goal.problem_id, _ids(problems))
    steps = _rows(connection, Objective, Objective.goal_id, _ids(goals))
    helping = _rows(connection, Intervention, Intervention.objective_id, _ids(steps))
    names = {row.id: row.name for row in connection.execute(select(Provider.id, Provider.name))}

    by_step = _below(
        (row.objective_id, _made(InterventionFacts, row, provider=names.get(row.provider_id)))
        for row in helping
    )
    by_goal = _below(
        (row.goal_id, _made(ObjectiveFacts, row, interventions=by_step.get(row.id, ())))
        for row in steps
    )
    by_problem = _below(
        (row.problem_id, _made(GoalFacts, row, objectives=by_goal.get(row.id, ()))) for row in goals
    )
    made = tuple(
        _made(ProblemFacts, row, goals=by_problem.get(row.id, ()))
        for row in sorted(problems, key=lambda row: (row.number, row.id))
    )
    return _made(PlanTree, plan, problems=made)


def _rows(connection: Connection, table: Any, parent: Any, ids: list[int]) -> list[Any]:
    query = select(table.__table__).where(parent.in_(ids)).order_by(table.id)
    return list(connection.execute(query))


def _ids(rows: Iterable[Any]) -> list[int]:
    return [row.id for row in rows]


def _below(pairs: Iterable[tuple[int, Any]]) -> Below:
    found = defaultdict(list)
    for parent, fact in pairs:
        found[parent].append(fact)
    return {parent: tuple(facts) for parent, facts in found.items()}


def _made(kind: type[Fact], row: Any, **more: Any) -> Fact:
    """Return a fact from the columns of a row that it names, and from what is given."""
    names = kind.__dataclass_fields__.keys() - more.keys()  # type: ignore[attr-defined] # a dataclass
    return kind(**{name: getattr(row, name) for name in names}, **more)
