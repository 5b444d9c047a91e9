"""Tests what every step is: it says what stands in the way, and keeps secrets to itself."""

from models.errors import NoSpace
from ui.steps.step import Answers, Step


class Plain(Step):
    """A step that asks nothing."""

    key = "begin"


def test_a_step_without_a_question_leads_on(shown):
    step = shown(Plain)

    step.go_on()

    assert step.told == ["settled"]
    assert (step.title, step.onward) == ("How to begin", "Go on")


def test_trouble_is_a_sentence_on_the_step(shown):
    step = shown(Plain)

    step.fail(NoSpace("space.full"))

    assert step.problem.isVisible()
    assert step.problem.text().startswith("There is no room left")


def test_a_fault_of_ours_is_reported_and_not_told_as_trouble(shown, faults):
    step = shown(Plain)

    step.fail(ZeroDivisionError())

    assert step.problem.text() == ""
    assert len(faults) == 1


def test_answers_never_show_what_opens_the_record(answers):
    said = Answers(answers.lane, "Ruth", "five words")

    assert "five words" not in repr(said)
    assert said.sheet is None
