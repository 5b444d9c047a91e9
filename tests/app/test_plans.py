from datetime import date

from app import plan_review, plans
from models.choices import ObjectiveStatus
from tests.makers import make_participant, make_plan, objective


def test_the_newest_plan_that_has_started_is_in_force(desk) -> None:
    ada = make_participant(desk)
    first = make_plan(desk, ada, started_on=date(2026, 3, 1), version=1)
    second = make_plan(desk, ada, started_on=date(2026, 9, 1), version=2)
    same_day = make_plan(desk, ada, started_on=date(2026, 9, 1), version=3)

    with desk.read() as session:
        connection = session.connection()
        assert plans.in_force(connection, ada.episode, date(2026, 2, 28)) is None
        assert plans.in_force(connection, ada.episode, date(2026, 8, 31)).id == first
        assert plans.in_force(connection, ada.episode, date(2026, 9, 1)).id == same_day
    assert second != same_day


def test_objectives_come_by_target_date_and_those_without_one_last(desk) -> None:
    ada = make_participant(desk)
    plan = make_plan(
        desk,
        ada,
        objective("Someday"),
        objective("License", target_on=date(2026, 12, 31)),
        objective("Savings account", target_on=date(2026, 11, 13)),
        goal="My own front door.",
    )

    with desk.read() as session:
        found = plans.objectives(session.connection(), plan)
        goal = plans.first_goal(session.connection(), plan)

    assert [row.words for row in found] == ["Savings account", "License", "Someday"]
    assert goal == found[0].goal == "My own front door."


def test_a_plan_with_nothing_in_it_has_no_goal(desk) -> None:
    with desk.read() as session:
        assert plans.first_goal(session.connection(), 99) is None
        assert plans.objectives(session.connection(), 99) == []


def test_a_review_takes_nothing_that_was_met_from_the_next_page(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    today = date(2026, 11, 23)
    met = {"status": ObjectiveStatus.MET, "target_on": date(2026, 11, 30)}
    make_plan(
        desk,
        ada,
        objective("License", target_on=date(2026, 12, 31)),
        objective("Savings account", status_on=date(2026, 11, 20), **met),
        objective("Nobody knows when", **met),
        objective("Only after the review", status_on=date(2026, 11, 24), **met),
        objective("Given up", status=ObjectiveStatus.DISCONTINUED, status_on=today),
    )
    make_plan(desk, ben, objective("Of somebody else", status_on=date(2026, 11, 20), **met))
    with desk.work() as session:
        plan_review.begin(session, ada.person, today)

    with desk.read() as session:
        connection = session.connection()
        newest = plans.in_force(connection, ada.episode, today)
        found = [row.words for row in plans.objectives(connection, newest.id)]

    assert found == ["Savings account", "License"]


def test_an_earlier_version_knows_nothing_of_a_later_one(desk) -> None:
    ada = make_participant(desk)
    first = make_plan(desk, ada, objective("Visit"), version=1)
    met = objective("File", status=ObjectiveStatus.MET, status_on=date(2026, 1, 5))
    make_plan(desk, ada, met, version=2)

    with desk.read() as session:
        found = plans.objectives(session.connection(), first)

    assert [row.words for row in found] == ["Visit"]
