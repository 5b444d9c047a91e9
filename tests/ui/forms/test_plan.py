"""Tests the forms of the plan: they ask what is read, and tell news from corrections."""

import pytest

from app.answers import Subject
from tests.conftest import MOMENT
from tests.makers import make_participant, make_plan, objective
from ui.forms.plan import OBJECTIVE, OF_PLAN, PLAN, PROBLEM


@pytest.mark.parametrize("form", OF_PLAN, ids=[form.key for form in OF_PLAN])
def test_what_a_form_opens_with_is_what_it_asks(desk, form):
    ada = make_participant(desk)
    make_plan(desk, ada, objective("Visit"))

    with desk.read() as session:
        loaded = form.load(session, Subject(ada.person, 1), MOMENT.date())

    lookups = {ask.lookup for group in form.groups() for ask in group.asks}
    lookups |= {ask.lookup for ask in form.asks()}
    assert set(loaded.answers.single) == {ask.key for ask in form.asks()}
    assert [group.key for group in form.groups()] == list(loaded.answers.groups)
    assert lookups - {""} == set(loaded.lookups)


def test_progress_is_news_and_needs_no_reason():
    moving = {ask.key for form in OF_PLAN for ask in form.asks() if ask.moves}

    assert moving == {
        "treatment_plan.next_review_on",
        "problem.status",
        "objective.status",
        "objective.status_on",
        "objective.progress",
        "objective.staff_rating",
        "objective.participant_rating",
    }


def test_the_forms_are_in_the_order_of_the_plan():
    assert OF_PLAN == (PLAN, PROBLEM, OBJECTIVE)


def test_a_status_is_always_asked_for():
    asks = [ask for form in OF_PLAN for ask in form.asks()]

    assert {ask.key for ask in asks if ask.is_required} == {
        "treatment_plan.started_on",
        "problem.description",
        "problem.status",
        "goal.words",
        "objective.words",
        "objective.status",
    }
