"""Tests the facts of a plan: they can be kept and read back, and know what is below them."""

from datetime import date

from app import facts
from app.plan_facts import (
    GoalFacts,
    InterventionFacts,
    ObjectiveFacts,
    PlanShown,
    PlanTree,
    ProblemFacts,
    VersionFacts,
)
from models.choices import ObjectiveStatus, ProblemStatus

HELP = InterventionFacts(4, "Rides", None, "weekly", "R. Stone")
STEP = ObjectiveFacts(
    3, "1.1", "Visit", None, ObjectiveStatus.MET, date(2026, 11, 13), None, 2, 0, (HELP,)
)
GOAL = GoalFacts(2, "A door that locks.", date(2027, 2, 28), (STEP,))
PROBLEM = ProblemFacts(1, 1, "Housing", None, None, ProblemStatus.ACTIVE, (GOAL, GOAL))
PLAN = PlanTree(9, 2, date(2026, 10, 6), None, None, None, None, None, None, (PROBLEM,))


def test_a_plan_is_read_back_as_it_was_kept():
    assert facts.read(PlanTree, facts.canonical(PLAN)) == PLAN


def test_a_problem_knows_the_objectives_of_all_its_goals():
    assert PROBLEM.objectives == (STEP, STEP)


def test_only_the_first_of_the_versions_is_the_newest():
    newest, earlier = (VersionFacts(each, each, date(2026, 10, 6)) for each in (9, 8))

    assert PlanShown(PLAN, (newest, earlier)).is_newest
    assert not PlanShown(PLAN, (VersionFacts(10, 3, date(2026, 11, 6)), newest)).is_newest
