"""Tests how a document is removed: a reason first, then a question, and no way back."""

import pytest

from app import documents
from models.errors import NoSuchThing
from ui import tasks
from ui.screens.document.removing import Removing


@pytest.fixture
def removing(qtbot, desk, facts):
    made = Removing(desk)
    qtbot.addWidget(made)
    made.show_facts(facts)
    return made


def is_there(desk, facts):
    with desk.read() as session:
        return bool(documents.content(session, facts.id))


def test_without_a_reason_nothing_is_asked_and_nothing_goes(removing, desk, facts):
    removing.button.click()

    assert removing.asked.mistake
    assert is_there(desk, facts)


def test_whoever_says_no_keeps_it(removing, desk, facts, asked):
    removing.reason.setText("twice")
    asked.answers = [False]

    removing.button.click()
    tasks.settle()

    assert asked.questions[0].title == "Remove scan.pdf?"
    assert is_there(desk, facts)


def test_with_a_reason_and_a_yes_it_goes(qtbot, removing, desk, facts, asked):
    removing.reason.setText("twice")
    asked.answers = [True]

    with qtbot.waitSignal(removing.removed) as removed:
        removing.button.click()

    assert removed.args == ["Ada Begaye: scan.pdf removed"]
    with pytest.raises(NoSuchThing):
        is_there(desk, facts)


def test_a_reason_that_cannot_be_kept_is_said_beside_it(removing, desk, facts, asked):
    removing.reason.setText("x" * 301)
    asked.answers = [True]

    removing.button.click()
    tasks.settle()

    assert removing.asked.mistake
    assert removing.button.isEnabled()
    assert is_there(desk, facts)


def test_what_somebody_else_has_removed_is_told(qtbot, removing, desk, facts, asked):
    documents.remove(desk, facts, "twice")
    removing.reason.setText("twice")
    asked.answers = [True]

    with qtbot.waitSignal(removing.failed) as failed:
        removing.button.click()

    assert isinstance(failed.args[0], NoSuchThing)


def test_before_it_is_known_which_nothing_can_be_removed(qtbot, desk, asked):
    made = Removing(desk)
    qtbot.addWidget(made)
    made.reason.setText("twice")

    made.button.click()

    assert asked.questions == []
