import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.choices import ObjectiveStatus, ProblemStatus
from models.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from tests.makers import add, make_participant, make_plan, objective


def test_a_plan_goes_from_problem_to_intervention_under_one_person(desk):
    who = make_participant(desk)
    plan = make_plan(desk, who, objective("Apply to two landlords."))
    with desk.read() as session:
        step = session.scalars(select(Objective)).one()
    add(
        desk,
        Intervention(person_id=who.person, objective_id=step.id, words="Meet every week."),
    )

    with desk.read() as session:
        joined = (
            select(TreatmentPlan.id, Problem.status, Objective.status, Intervention.person_id)
            .join(Problem, Problem.treatment_plan_id == TreatmentPlan.id)
            .join(Goal, Goal.problem_id == Problem.id)
            .join(Objective, Objective.goal_id == Goal.id)
            .join(Intervention, Intervention.objective_id == Objective.id)
        )

        assert session.execute(joined).one() == (
            plan,
            ProblemStatus.ACTIVE,
            ObjectiveStatus.IN_PROGRESS,
            who.person,
        )


def test_a_goal_needs_its_problem(desk):
    who = make_participant(desk)

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        add(desk, Goal(person_id=who.person, problem_id=404, words="Work again."))
