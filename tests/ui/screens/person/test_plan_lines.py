"""Tests the lines of a plan: in the order of the tree, each with what is told of it."""

from dataclasses import replace
from datetime import date

from models.choices import ObjectiveStatus, ProblemStatus
from tests.ui.screens.person.plans import HELP, PLAN, PROBLEM, STEP, plan_of
from ui.screens.person import plan_lines

TODAY = date(2026, 11, 23)


def lines(*problems):
    return plan_lines.lines(plan_of(*problems), TODAY)


def test_each_line_stands_behind_the_one_that_it_hangs_on():
    found = lines(PROBLEM)

    assert [(line.depth, line.name, line.words) for line in found] == [
        (0, "Problem 1", "No steady place to live"),
        (1, "Goal", "“A door that locks.”"),
        (2, "Objective 1.1", "Visit three places"),
        (3, "Intervention", "Rides"),
    ]
    assert [line.below for line in found] == [None, *(line.key for line in found[:-1])]
    assert [line.has_lines for line in found] == [True, True, True, False]


def test_a_goal_opens_its_problem_and_help_opens_its_objective():
    assert [line.opens for line in lines(PROBLEM)] == [
        ("problem", PROBLEM.id),
        ("problem", PROBLEM.id),
        ("objective", STEP.id),
        ("objective", STEP.id),
    ]


def test_a_problem_tells_how_much_is_met_or_why_it_is_not_worked_on():
    met = replace(STEP, status=ObjectiveStatus.MET)
    goal = replace(PROBLEM.goals[0], objectives=(STEP, met))

    states = [
        lines(replace(PROBLEM, goals=goals, status=status))[0].state.text
        for goals, status in (
            ((goal,), ProblemStatus.ACTIVE),
            ((), ProblemStatus.ACTIVE),
            ((goal,), ProblemStatus.DEFERRED),
        )
    ]

    assert states == ["1 of 2 met", "", "Put off"]


def test_an_objective_tells_its_progress_with_an_icon():
    state = lines(PROBLEM)[2].state

    assert (state.words, state.icon, state.tone) == ("In progress", "circle-dashed", "info")


def test_a_target_date_that_is_past_is_said_as_long_as_the_step_is_open():
    past = replace(STEP, target_on=date(2026, 11, 20))
    met = replace(past, status=ObjectiveStatus.MET)
    far = replace(STEP, target_on=date(2027, 8, 1))
    none = replace(STEP, target_on=None)

    def told(step):
        goal = replace(PROBLEM.goals[0], objectives=(step,))
        return lines(replace(PROBLEM, goals=(goal,)))[2].when.text.replace("\xa0", " ")

    assert [told(each) for each in (past, met, far, none)] == [
        "Fri Nov 20 past",
        "Fri Nov 20",
        "Aug 1, 2027",
        "",
    ]


def test_the_card_tells_what_the_columns_are_called():
    problem, _goal, step, helping = (dict(line.told) for line in lines(PROBLEM))

    assert problem == {"Dimension": "Dimension 5", "Evidence": "Intake", "Status": "Active"}
    assert step["Participant’s rating, 0 to 3"] == "1: begun"
    assert step["Staff rating, 0 to 3"] == ""
    assert step["Progress"] == "1 of 3"
    assert helping == {"Provider": "Peer support", "How often": "weekly", "Responsible": "R. Stone"}


def test_help_by_nobody_is_an_honest_gap():
    step = replace(STEP, interventions=(replace(HELP, provider=None, frequency=None),))
    goal = replace(PROBLEM.goals[0], objectives=(step,))

    line = lines(replace(PROBLEM, goals=(goal,)))[3]

    assert dict(line.told)["Provider"] == ""
    assert (line.aside, line.when.text) == ("", "")


def test_the_plan_itself_is_told_by_its_columns():
    told = dict(plan_lines.about(PLAN, TODAY))

    assert told["Strengths"] == "Keeps a budget."
    assert told["Next review"].replace("\xa0", " ") == "Wed Nov 25"
    assert told["Level of care"] == ""
