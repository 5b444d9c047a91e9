"""Tests the plan itself by form: begun, brought forward, and never with a review before it."""

from datetime import date

import pytest

from app import plan_forms, plan_tree
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from tests.makers import make_participant, make_plan

TODAY = date(2026, 11, 23)
BEGUN = {
    "treatment_plan.started_on": "10/6/2026",
    "treatment_plan.next_review_on": "11/25/2026",
    "treatment_plan.strengths": "Shows up early.",
    "treatment_plan.level_of_care": "1.5",
}


def keep(desk, ids, single):
    with desk.work() as session:
        return plan_forms.keep(session, Subject(ids.person), Answers(single), TODAY)


def plan_of(desk, ids):
    with desk.read() as session:
        found = plan_tree.of_person(session, ids.person)
        return found.plan if found else None


def test_a_plan_is_begun_with_what_was_answered(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    told = keep(desk, ada, BEGUN)

    plan = plan_of(desk, ada)
    assert told == "Ada Begaye, treatment plan"
    assert (plan.version, plan.started_on) == (1, date(2026, 10, 6))
    assert (plan.next_review_on, plan.strengths) == (date(2026, 11, 25), "Shows up early.")
    assert plan.level_of_care == "1.5"


def test_a_new_review_day_is_news_and_another_level_is_a_correction(desk):
    ada = make_participant(desk)
    keep(desk, ada, BEGUN)

    keep(desk, ada, BEGUN | {"treatment_plan.next_review_on": "12/14/2026"})
    with pytest.raises(Invalid) as refused:
        keep(desk, ada, BEGUN | {"treatment_plan.level_of_care": "2.1"})

    assert set(refused.value.mistakes) == {REASON}
    plan = plan_of(desk, ada)
    assert (plan.next_review_on, plan.level_of_care) == (date(2026, 12, 14), "1.5")


@pytest.mark.parametrize(
    ("single", "wrong"),
    [
        ({"treatment_plan.next_review_on": "9/1/2026"}, {"treatment_plan.next_review_on"}),
        ({"treatment_plan.started_on": ""}, {"treatment_plan.started_on"}),
        (
            {"treatment_plan.started_on": "2/30/2026", "treatment_plan.strengths": "x" * 501},
            {"treatment_plan.started_on", "treatment_plan.strengths"},
        ),
    ],
)
@pytest.mark.parametrize("is_begun", [False, True])
def test_what_cannot_be_is_refused_and_nothing_is_kept(desk, single, wrong, is_begun):
    ada = make_participant(desk)
    if is_begun:
        keep(desk, ada, BEGUN)
    before = plan_of(desk, ada)

    with pytest.raises(Invalid) as refused:
        keep(desk, ada, BEGUN | single)

    assert set(refused.value.mistakes) - {REASON} == wrong
    assert plan_of(desk, ada) == before


def test_a_form_opens_with_today_or_with_the_newest_version(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    make_plan(desk, ben, version=1)
    newest = make_plan(desk, ben, version=2, strengths="Keeps a notebook.")

    with desk.read() as session:
        empty = plan_forms.opened(session, Subject(ada.person), TODAY)
        shown = plan_forms.opened(session, Subject(ben.person), TODAY)

    assert empty.answers.single == {"treatment_plan.started_on": "11/23/2026"}
    assert shown.answers.single["treatment_plan.strengths"] == "Keeps a notebook."
    assert shown.rows == {"treatment_plan": newest}
