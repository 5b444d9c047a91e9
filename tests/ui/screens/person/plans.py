"""A plan of somebody invented, from which the tests of its screens start."""

from dataclasses import replace
from datetime import date

from app.plan_facts import (
    GoalFacts,
    InterventionFacts,
    ObjectiveFacts,
    PlanTree,
    ProblemFacts,
)
from models.choices import ObjectiveStatus, ProblemStatus

HELP = InterventionFacts(41, "Rides", "Peer support", "weekly", "R. Stone")
STEP = ObjectiveFacts(
    id=31,
    number="1.1",
    words="Visit three places",
    target_on=date(2026, 12, 15),
    status=ObjectiveStatus.IN_PROGRESS,
    status_on=date(2026, 11, 10),
    progress="1 of 3",
    staff_rating=None,
    participant_rating=1,
    interventions=(HELP,),
)
GOAL = GoalFacts(21, "A door that locks.", date(2027, 2, 28), (STEP,))
PROBLEM = ProblemFacts(
    11, 1, "No steady place to live", "Dimension 5", "Intake", ProblemStatus.ACTIVE, (GOAL,)
)
PLAN = PlanTree(
    id=1,
    version=3,
    started_on=date(2026, 10, 6),
    next_review_on=date(2026, 11, 25),
    strengths="Keeps a budget.",
    level_of_care=None,
    level_words=None,
    asam_edition=None,
    level_since=None,
    problems=(PROBLEM,),
)


def plan_of(*problems: ProblemFacts) -> PlanTree:
    return replace(PLAN, problems=problems)
