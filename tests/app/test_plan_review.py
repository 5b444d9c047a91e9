"""Tests the review of a plan: what goes on, what stays behind, and that it can be taken back."""

from datetime import date

import pytest

from app import acting, plan_review, plan_tree
from models.choices import ObjectiveStatus, ProblemStatus
from models.errors import NoSuchThing
from models.plan import Intervention, Problem
from tests.makers import add, make_participant, make_plan, objective

TODAY = date(2026, 11, 23)


def review(desk, ids):
    return acting.act(desk, lambda session: plan_review.begin(session, ids.person, TODAY))


def shown(desk, ids, plan_id=None):
    with desk.read() as session:
        return plan_tree.of_person(session, ids.person, plan_id)


@pytest.fixture
def ada(desk):
    made = make_participant(desk, "Begaye", "Ada")
    open_step = objective("Visit three places", number="1.1", progress="1 of 3")
    done = [
        objective(f"Done {status}", number=f"1.{place}", status=status)
        for place, status in enumerate(sorted(plan_review.DONE_WITH), 2)
    ]
    plan = make_plan(
        desk, made, open_step, *done, strengths="Early.", next_review_on=date(2026, 11, 25)
    )
    add(
        desk,
        Intervention(person_id=made.person, objective_id=1, words="Rides", frequency="weekly"),
    )
    for number, status in enumerate(sorted(plan_review.SETTLED), 2):
        add(
            desk,
            Problem(
                person_id=made.person,
                treatment_plan_id=plan,
                number=number,
                description=f"Settled {status}",
                status=status,
            ),
        )
    return made


def test_what_is_still_worked_on_goes_on_in_a_new_version(desk, ada):
    done = review(desk, ada)

    plan = shown(desk, ada).plan
    [problem] = plan.problems
    [step] = problem.objectives
    assert done.sentence == "Ada Begaye, version 2 of the treatment plan begun"
    assert (plan.version, plan.started_on, plan.next_review_on) == (2, TODAY, None)
    assert plan.strengths == "Early."
    assert problem.status is ProblemStatus.ACTIVE
    assert (step.number, step.status, step.progress) == (
        "1.1",
        ObjectiveStatus.IN_PROGRESS,
        "1 of 3",
    )
    assert [(each.words, each.frequency) for each in step.interventions] == [("Rides", "weekly")]


def test_the_earlier_version_stays_as_it_was(desk, ada):
    before = shown(desk, ada).plan

    review(desk, ada)

    found = shown(desk, ada, before.id)
    assert found.plan == before
    assert not found.is_newest
    assert [each.version for each in found.versions] == [2, 1]


def test_a_review_is_taken_back_whole(desk, ada):
    before = shown(desk, ada)
    done = review(desk, ada)

    acting.take_back(desk, done)

    assert shown(desk, ada) == before


def test_without_a_plan_there_is_nothing_to_review(desk):
    with pytest.raises(NoSuchThing):
        review(desk, make_participant(desk))
