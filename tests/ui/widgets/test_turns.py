"""Tests taking turns: one step each, what is begun anew counts, and nothing outlives its owner."""

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from ui.widgets.turns import Turns


@pytest.fixture
def owner(qapp):
    made = QObject()
    yield made
    if shiboken6.isValid(made):
        shiboken6.delete(made)


def let_turns_pass():
    for _ in range(9):
        QCoreApplication.processEvents()


def telling(told, *words):
    return [lambda word=word: told.append(word) for word in words]


def test_the_first_step_is_taken_at_once_and_the_others_in_their_order_later(owner):
    told = []

    Turns(owner).take(telling(told, "one", "two", "three"))
    at_once = list(told)
    let_turns_pass()

    assert at_once == ["one"]
    assert told == ["one", "two", "three"]


def test_what_is_begun_anew_drops_what_was_left(owner):
    told = []
    turns = Turns(owner)
    turns.take(telling(told, "old", "never"))

    turns.take(telling(told, "new", "newer"))
    let_turns_pass()

    assert told == ["old", "new", "newer"]


def test_a_step_may_begin_anew(owner):
    told = []
    turns = Turns(owner)

    turns.take([lambda: turns.take(telling(told, "new", "newer")), *telling(told, "never")])
    let_turns_pass()

    assert told == ["new", "newer"]


def test_nothing_to_do_drops_what_was_left_too(owner):
    told = []
    turns = Turns(owner)
    turns.take(telling(told, "one", "never"))

    turns.take([])
    let_turns_pass()

    assert told == ["one"]


def test_no_step_is_taken_behind_the_end_of_its_owner(owner):
    told = []
    Turns(owner).take(telling(told, "one", "never"))

    shiboken6.delete(owner)
    let_turns_pass()

    assert told == ["one"]
