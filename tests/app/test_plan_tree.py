"""Tests a plan read whole: every level below its own, versions, and honest gaps."""

from datetime import date

import pytest

from app import plan_tree
from models.errors import NoSuchThing
from models.plan import Goal, Intervention, Objective, Problem
from models.service import Provider
from tests.makers import add, make_episode, make_participant, make_plan, objective


def of(desk, ids, plan_id=None):
    with desk.read() as session:
        return plan_tree.of_person(session, ids.person, plan_id)


def test_every_line_stands_below_its_own(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    plan = make_plan(desk, ada, objective("Visit"), objective("File", number="1.2"))
    make_plan(desk, ben, objective("Of somebody else"))
    person = {"person_id": ada.person}
    second = add(desk, Problem(treatment_plan_id=plan, number=0, description="Work", **person))
    goal = add(desk, Goal(problem_id=second, words="A job.", **person))
    step = add(desk, Objective(goal_id=goal, number="0.1", words="Apply", **person))
    cedar = add(desk, Provider(name="Cedar Bench"))
    for words, provider in (("Coaching", cedar), ("Rides", None)):
        row = Intervention(objective_id=step, words=words, provider_id=provider, **person)
        add(desk, row)

    found = of(desk, ada).plan

    assert [(each.number, each.description) for each in found.problems] == [
        (0, "Work"),
        (1, "Housing"),
    ]
    work, housing = found.problems
    assert [(each.words, each.provider) for each in work.objectives[0].interventions] == [
        ("Coaching", "Cedar Bench"),
        ("Rides", None),
    ]
    assert [each.words for each in housing.objectives] == ["Visit", "File"]
    assert housing.goals[0].words == "Get my own place."


def test_versions_stand_newest_first_and_each_can_be_shown(desk):
    ada = make_participant(desk)
    first = make_plan(desk, ada, version=1, started_on=date(2026, 3, 1))
    second = make_plan(desk, ada, version=2, started_on=date(2026, 9, 1))

    newest, earlier, unknown = of(desk, ada), of(desk, ada, first), of(desk, ada, 99)

    assert [each.plan_id for each in newest.versions] == [second, first]
    assert (newest.plan.id, newest.is_newest) == (second, True)
    assert (earlier.plan.started_on, earlier.is_newest) == (date(2026, 3, 1), False)
    assert unknown == newest


def test_a_new_episode_begins_without_a_plan(desk):
    ada = make_participant(desk)
    make_plan(desk, ada)
    make_episode(desk, ada)

    assert of(desk, ada) is None


def test_nobody_has_no_plan(desk):
    with desk.read() as session, pytest.raises(NoSuchThing):
        plan_tree.of_person(session, 999)
