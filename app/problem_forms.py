"""A problem of the treatment plan entered by form, with its goal and the steps towards it."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app import answers, episodes, groups, plan_rows
from app.answers import Answers, GroupRow, Loaded, Reading, Subject, key_of
from app.wording import say
from models.choices import ObjectiveStatus, ProblemStatus
from models.plan import Goal, Objective, Problem

PROBLEM = (Problem.description, Problem.dimension, Problem.evidence, Problem.status)
GOAL = (Goal.words, Goal.target_on)
STEPS = (Objective.words, Objective.target_on)
GROUP = "objective"


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    """Return what the form opens with: a problem on file, or a new one that is worked on."""
    about = episodes.name_of(session, subject.person_id)
    if subject.row_id is None:
        return Loaded(Answers({key_of(Problem.status): ProblemStatus.ACTIVE.value}), about=about)
    problem = episodes.row_of(session, Problem, subject)
    goal = plan_rows.goal_of(session, problem.id)
    shown, rows = answers.shown(problem, *PROBLEM), {Problem.__tablename__: problem.id}
    steps: list[GroupRow] = []
    if goal is not None:
        shown |= answers.shown(goal, *GOAL)
        rows[Goal.__tablename__] = goal.id
        steps = groups.shown(plan_rows.objectives_of(session, goal.id), *STEPS)
    return Loaded(Answers(shown, {GROUP: steps}), about=about, rows=rows)


def keep(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Add a problem with its goal and steps, or bring one to what was answered.

    The first problem begins the plan, on this day.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
        BadInput: the problem belongs to an earlier version of the plan.
        NoSuchThing: it is gone, or is somebody else's.
    """
    reading = Reading(told, today)
    problem_values, goal_values = _read(reading)
    corrects = False
    if subject.row_id is None:
        reading.finish()
        problem = _add_problem(session, subject.person_id, today, problem_values)
        goal = _add_goal(session, problem, goal_values)
    else:
        problem = episodes.row_of(session, Problem, subject)
        plan_rows.refuse_earlier(session, problem)
        corrects = answers.change(reading, problem, *PROBLEM)
        found = plan_rows.goal_of(session, problem.id)
        if found is None:
            reading.finish()
        goal = found or _add_goal(session, problem, goal_values)
        corrects = answers.change(reading, goal, *GOAL) or corrects
    corrects = _write_steps(session, reading, problem, goal) or corrects
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    return say("plan.problem.saved", name=episodes.name_of(session, subject.person_id))


def _read(reading: Reading) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read everything once, so that every mistake is told at once."""
    problem = reading.values(Problem.description, Problem.dimension, Problem.evidence)
    problem["status"] = reading.value(Problem.status, required=True)
    reading.rows(GROUP, *STEPS)
    return problem, reading.values(*GOAL)


def _add_problem(
    session: Session, person_id: int | None, today: date, values: dict[str, Any]
) -> Problem:
    plan = plan_rows.current(session, person_id)
    if plan is None:
        plan = plan_rows.begin(session, person_id, {"started_on": today})
    # One more than the highest: an earlier version may have kept the numbers below to itself.
    number = max((each.number for each in plan_rows.problems_of(session, plan.id)), default=0) + 1
    made = Problem(person_id=plan.person_id, treatment_plan_id=plan.id, number=number, **values)
    session.add(made)
    session.flush()
    return made


def _add_goal(session: Session, problem: Problem, values: dict[str, Any]) -> Goal:
    made = Goal(person_id=problem.person_id, problem_id=problem.id, **values)
    session.add(made)
    session.flush()
    return made


def _write_steps(session: Session, reading: Reading, problem: Problem, goal: Goal) -> bool:
    before = plan_rows.objectives_of(session, goal.id)
    last = max((_place(each) for each in before), default=0)

    def make(values: dict[str, Any], _line: GroupRow) -> Objective:
        nonlocal last
        last += 1
        return Objective(
            person_id=problem.person_id,
            goal_id=goal.id,
            number=f"{problem.number}.{last}",
            status=ObjectiveStatus.NOT_STARTED,
            **values,
        )

    _take_help_away(session, reading, before)
    return groups.write(session, reading, GROUP, before, make, *STEPS)


def _place(step: Objective) -> int:
    """Return the place of a step below its problem: 2 of 1.2; numbers typed elsewhere have none."""
    last = step.number.rpartition(".")[2]
    return int(last) if last.isdecimal() and last.isascii() else 0


def _take_help_away(session: Session, reading: Reading, before: list[Objective]) -> None:
    """What helps a step goes with it."""
    for step in groups.dropped(reading, GROUP, before):
        for helping in plan_rows.interventions_of(session, step.id):
            session.delete(helping)
    session.flush()
