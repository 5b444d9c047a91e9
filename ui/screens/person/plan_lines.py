"""A treatment plan as the lines of a tree: what stands in each, below which, and what opens it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import choice_words
from app.answers import Attribute, table_of
from app.plan_facts import GoalFacts, ObjectiveFacts, PlanTree, ProblemFacts
from app.wording import say
from models.base import field_of
from models.choices import ObjectiveStatus, ProblemStatus
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from models.service import Provider
from reports import dates
from ui import moments
from ui.capitals import capital
from ui.tables.rows import Cell

Key = tuple[str, int]
Pairs = tuple[tuple[str, str], ...]

# What the card beside the tree tells of each kind of line, by its columns.
TOLD: dict[str, tuple[Attribute, ...]] = {
    "problem": (Problem.dimension, Problem.evidence, Problem.status),
    "goal": (Goal.target_on,),
    "objective": (Objective.target_on, Objective.status, Objective.status_on, Objective.progress,
                  Objective.participant_rating, Objective.staff_rating),
    "intervention": (Provider.name, Intervention.frequency, Intervention.responsible),
}  # fmt: skip
PLAN = (TreatmentPlan.next_review_on, TreatmentPlan.strengths, TreatmentPlan.level_of_care,
        TreatmentPlan.level_words, TreatmentPlan.asam_edition,
        TreatmentPlan.level_since)  # fmt: skip
RATINGS = {Objective.participant_rating.key, Objective.staff_rating.key}


@dataclass(frozen=True)
class PlanLine:
    """One line: `opens` is the form that changes it, `below` the line that it hangs on."""

    key: Key
    below: Key | None
    depth: int
    name: str
    words: str
    aside: str
    when: Cell
    state: Cell
    opens: Key
    told: Pairs
    has_lines: bool


def lines(plan: PlanTree, today: date) -> list[PlanLine]:
    """Return every line of a plan, each behind the one that it hangs on."""
    return [line for problem in plan.problems for line in _problem(problem, today)]


def about(plan: PlanTree, today: date) -> Pairs:
    """Return what is told of the plan itself."""
    return _told(plan, PLAN, today)


def _problem(problem: ProblemFacts, today: date) -> Iterator[PlanLine]:
    key = ("problem", problem.id)
    yield PlanLine(
        key=key,
        below=None,
        depth=0,
        name=say("plan.line.problem", number=problem.number),
        words=problem.description,
        aside=problem.dimension or "",
        when=Cell(""),
        state=_state_of(problem),
        opens=key,
        told=_told(problem, TOLD["problem"], today),
        has_lines=bool(problem.goals),
    )
    for goal in problem.goals:
        yield from _goal(goal, key, today)


def _goal(goal: GoalFacts, problem: Key, today: date) -> Iterator[PlanLine]:
    key = ("goal", goal.id)
    yield PlanLine(
        key=key,
        below=problem,
        depth=1,
        name=say("plan.line.goal"),
        words=say("plan.quoted", words=goal.words),
        aside="",
        when=Cell(_day(goal.target_on, today)),
        state=Cell(""),
        opens=problem,
        told=_told(goal, TOLD["goal"], today),
        has_lines=bool(goal.objectives),
    )
    for step in goal.objectives:
        yield from _objective(step, key, today)


def _objective(step: ObjectiveFacts, goal: Key, today: date) -> Iterator[PlanLine]:
    key = ("objective", step.id)
    icon, tone = moments.OBJECTIVES[step.status]
    yield PlanLine(
        key=key,
        below=goal,
        depth=2,
        name=say("plan.line.objective", number=step.number),
        words=step.words,
        aside="",
        when=_when(step, today),
        state=Cell(choice_words.words(step.status), "", icon, tone),
        opens=key,
        told=_told(step, TOLD["objective"], today),
        has_lines=bool(step.interventions),
    )
    for each in step.interventions:
        yield PlanLine(
            key=("intervention", each.id),
            below=key,
            depth=3,
            name=say("plan.line.intervention"),
            words=each.words,
            aside=each.provider or "",
            when=Cell(capital(each.frequency or "")),
            state=Cell(""),
            opens=key,
            told=(
                (field_of(Provider, "name").label, each.provider or ""),
                *_told(each, TOLD["intervention"][1:], today),
            ),
            has_lines=False,
        )


def _state_of(problem: ProblemFacts) -> Cell:
    """How many objectives are met; a problem that is not worked on says that instead."""
    if problem.status is not ProblemStatus.ACTIVE:
        return Cell("", choice_words.words(problem.status))
    steps = problem.objectives
    met = sum(step.status is ObjectiveStatus.MET for step in steps)
    return Cell("", say("plan.met", met=met, n=len(steps)) if steps else "")


def _when(step: ObjectiveFacts, today: date) -> Cell:
    if step.is_late(today):
        return Cell(_day(step.target_on, today), say("plan.overdue"), "clock", "attention")
    return Cell(_day(step.target_on, today))


def _day(day: date | None, today: date) -> str:
    """Return a day with its weekday where it is near enough to act on."""
    if day is None:
        return ""
    near = abs((day - today).days) < 45
    return dates.weekday(day) if near else dates.near(day, today)


def _told(fact: Any, columns: tuple[Attribute, ...], today: date) -> Pairs:
    return tuple(
        (field_of(table_of(each), each.key).label, _value(each.key, getattr(fact, each.key), today))
        for each in columns
    )


def _value(key: str, value: Any, today: date) -> str:
    if value is None:
        return ""
    if key in RATINGS:
        return say(f"plan.rating.{value}")
    if isinstance(value, date):
        return _day(value, today)
    return (
        choice_words.words(value) if isinstance(value, ObjectiveStatus | ProblemStatus) else value
    )
