"""The way of several steps: on, back, never back over what is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reports.lane import Lane
from ui.steps.frame import StepFrame
from ui.steps.step import Answers, Step


class Named(Step):
    """Asks for one word."""

    key = "begin"

    def __init__(self, answers):
        super().__init__(answers)
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def focus_first(self):
        self.line.setFocus()

    def go_on(self):
        if self.line.text():
            super().go_on()
        else:
            self.tell("Write a word.")


class Sealed(Named):
    """Behind which nothing is open."""


class Way(StepFrame):
    """Three steps, and an end that is kept."""

    def __init__(self):
        answers = Answers(Lane())
        self.ended = 0
        super().__init__([lambda: Named(answers), lambda: Sealed(answers), lambda: Named(answers)],
                         (Sealed,))  # fmt: skip

    def end(self):
        self.ended += 1


@pytest.fixture
def way(qtbot):
    made = Way()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def go_on(way, word="x"):
    way.step.line.setText(word)
    QTest.keyClick(way.step.line, Qt.Key.Key_Return)


def test_enter_goes_on_step_by_step_to_the_end(way):
    for _ in range(3):
        go_on(way)

    assert (way.at, way.ended) == (2, 1)


def test_what_stands_in_the_way_is_told_and_nothing_moves(way):
    go_on(way, "")

    assert way.at == 0
    assert way.step.problem.text() == "Write a word."


def test_esc_goes_back_and_what_was_typed_still_stands(way):
    way._ways = [way._ways[0], way._ways[2], way._ways[2]]
    go_on(way)
    QTest.keyClick(way.step.line, Qt.Key.Key_Escape)

    assert way.at == 0
    assert way.step.line.text() == "x"


def test_no_way_leads_back_over_what_is_done(way):
    go_on(way)

    way.go_back()

    assert way.at == 1
    assert not way.back.isVisible()


def test_back_from_the_first_step_leaves(way, qtbot):
    with qtbot.waitSignal(way.left):
        way.go_back()


def test_while_something_is_done_nothing_else_can_be_asked_for(way):
    way.step.working.emit("Looking…")
    go_on(way)

    assert (way.at, way.onward.isEnabled()) == (0, False)
    assert way.doing.text() == "Looking…"

    way.resume()
    go_on(way)

    assert way.at == 1
