"""Tests a problem by form: with its goal and steps, numbered on, corrected with a reason."""

from datetime import date

import pytest

from app import plan_review, plan_tree, problem_forms
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import ObjectiveStatus, ProblemStatus
from models.errors import BadInput, NoSuchThing
from models.plan import Intervention, Problem, TreatmentPlan
from tests.makers import add, make_participant, make_plan, objective

TODAY = date(2026, 11, 23)
HOUSING = {
    "problem.description": "No steady place to live",
    "problem.dimension": "Dimension 5",
    "problem.status": "active",
    "goal.words": "A door that locks.",
    "goal.target_on": "2/28/2027",
}
VISIT = {"objective.words": "Visit three places", "objective.target_on": "12/15/2026"}
FILE = {"objective.words": "File the voucher"}


def keep(desk, ids, single=HOUSING, steps=(VISIT, FILE), row_id=None):
    told = Answers(single, {"objective": list(steps)})
    with desk.work() as session:
        return problem_forms.keep(session, Subject(ids.person, row_id), told, TODAY)


def opened(desk, ids, row_id):
    with desk.read() as session:
        return problem_forms.opened(session, Subject(ids.person, row_id), TODAY)


def plan_of(desk, ids):
    with desk.read() as session:
        found = plan_tree.of_person(session, ids.person)
        return found.plan if found else None


def test_the_first_problem_begins_the_plan(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    told = keep(desk, ada)

    plan = plan_of(desk, ada)
    [problem] = plan.problems
    [goal] = problem.goals
    assert told == "Ada Begaye, problem of the treatment plan"
    assert (plan.version, plan.started_on) == (1, TODAY)
    assert (problem.number, problem.status) == (1, ProblemStatus.ACTIVE)
    assert (goal.words, goal.target_on) == ("A door that locks.", date(2027, 2, 28))
    assert [(step.number, step.words) for step in goal.objectives] == [
        ("1.1", "Visit three places"),
        ("1.2", "File the voucher"),
    ]
    assert {step.status for step in goal.objectives} == {ObjectiveStatus.NOT_STARTED}


def test_another_problem_takes_the_next_number_of_the_same_plan(desk):
    ada = make_participant(desk)
    keep(desk, ada)

    keep(desk, ada, HOUSING | {"problem.description": "Work"})

    assert [each.number for each in plan_of(desk, ada).problems] == [1, 2]


def test_numbers_go_on_behind_the_highest_and_none_is_given_twice(desk):
    ada = make_participant(desk)
    keep(desk, ada)
    problem = plan_of(desk, ada).problems[0].id
    shown = opened(desk, ada, problem).answers
    visit, file = shown.groups["objective"]

    keep(desk, ada, shown.single | {REASON: "was done before"}, [file, VISIT], problem)

    steps = plan_of(desk, ada).problems[0].objectives
    assert [(step.number, step.words) for step in steps] == [
        ("1.2", "File the voucher"),
        ("1.3", "Visit three places"),
    ]
    assert visit["id"] != str(steps[1].id)


def test_a_number_from_elsewhere_is_no_place(desk):
    ada = make_participant(desk)
    make_plan(desk, ada, objective("Old", number="A"))
    problem = plan_of(desk, ada).problems[0].id
    shown = opened(desk, ada, problem).answers

    keep(desk, ada, shown.single, [*shown.groups["objective"], VISIT], problem)

    assert [step.number for step in plan_of(desk, ada).problems[0].objectives] == ["A", "1.1"]


def test_what_helps_an_objective_goes_with_it(desk):
    ada = make_participant(desk)
    keep(desk, ada)
    problem = plan_of(desk, ada).problems[0]
    step = problem.objectives[0].id
    add(desk, Intervention(person_id=ada.person, objective_id=step, words="Rides"))
    shown = opened(desk, ada, problem.id).answers

    keep(desk, ada, shown.single | {REASON: "twice"}, shown.groups["objective"][1:], problem.id)

    with desk.read() as session:
        assert session.query(Intervention).count() == 0


def test_a_status_that_moves_on_is_news_and_other_words_are_a_correction(desk):
    ada = make_participant(desk)
    keep(desk, ada)
    problem = plan_of(desk, ada).problems[0].id
    shown = opened(desk, ada, problem).answers
    steps = shown.groups["objective"]

    keep(desk, ada, shown.single | {"problem.status": "maintenance"}, steps, problem)
    for single in ({"problem.description": "Work"}, {"goal.words": "A job."}):
        with pytest.raises(Invalid) as refused:
            keep(desk, ada, shown.single | single, steps, problem)
        assert set(refused.value.mistakes) == {REASON}

    assert plan_of(desk, ada).problems[0].status is ProblemStatus.MAINTENANCE


def test_every_mistake_is_told_at_once_and_nothing_is_kept(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        keep(desk, ada, {"problem.status": ""}, [VISIT | {"objective.words": ""}])

    assert set(refused.value.mistakes) == {
        "problem.description",
        "problem.status",
        "goal.words",
        "objective[0].objective.words",
    }
    assert plan_of(desk, ada) is None


def test_a_problem_on_file_is_never_left_without_a_status(desk):
    ada = make_participant(desk)
    keep(desk, ada)
    problem = plan_of(desk, ada).problems[0].id
    shown = opened(desk, ada, problem).answers

    with pytest.raises(Invalid) as refused:
        keep(desk, ada, shown.single | {"problem.status": ""}, shown.groups["objective"], problem)

    assert set(refused.value.mistakes) == {"problem.status"}


def test_a_problem_without_a_goal_gets_one(desk):
    ada = make_participant(desk)
    plan = add(
        desk,
        TreatmentPlan(person_id=ada.person, episode_id=ada.episode, started_on=TODAY),
    )
    bare = Problem(person_id=ada.person, treatment_plan_id=plan, number=4, description="Housing")
    problem = add(desk, bare)
    shown = opened(desk, ada, problem)

    with pytest.raises(Invalid):
        keep(desk, ada, shown.answers.single, [VISIT], problem)
    keep(desk, ada, shown.answers.single | {"goal.words": "My own place."}, [VISIT], problem)

    assert shown.rows == {"problem": problem}
    [kept] = plan_of(desk, ada).problems
    assert kept.goals[0].words == "My own place."
    assert kept.objectives[0].number == "4.1"


def test_an_earlier_version_stays_as_it_was(desk):
    ada = make_participant(desk)
    keep(desk, ada)
    earlier = plan_of(desk, ada).problems[0].id
    shown = opened(desk, ada, earlier).answers
    with desk.work() as session:
        plan_review.begin(session, ada.person, TODAY)

    with pytest.raises(BadInput):
        keep(desk, ada, shown.single | {"problem.status": "resolved"}, (), earlier)

    assert opened(desk, ada, earlier).answers == shown


def test_a_problem_that_is_gone_or_somebody_elses_is_told(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    keep(desk, ben)
    of_ben = plan_of(desk, ben).problems[0].id

    for row in (99, of_ben):
        with pytest.raises(NoSuchThing):
            opened(desk, ada, row)
        with pytest.raises(NoSuchThing):
            keep(desk, ada, row_id=row)


def test_a_new_problem_is_one_that_is_worked_on(desk):
    assert opened(desk, make_participant(desk), None).answers.single == {"problem.status": "active"}
