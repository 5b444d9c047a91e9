"""The way back as a whole: step by step, called off, abandoned, tried again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.errors import InUse
from tests.conftest import PASSPHRASE
from ui import failures, tasks
from ui.screens.restore.frame import RestoreFrame


@pytest.fixture
def frame(qtbot, backup, answers):
    made = RestoreFrame(answers)
    made.told = []
    made.left.connect(lambda: made.told.append("left"))
    made.chosen.connect(lambda _frame: made.told.append("chosen"))
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    tasks.settle()
    return made


def go_on(frame) -> None:
    frame.onward.click()
    tasks.settle()


def to_the_end(frame) -> None:
    go_on(frame)
    frame.step.own.passphrase.setText(PASSPHRASE)
    go_on(frame)
    go_on(frame)


def test_the_last_step_says_that_all_is_said(frame, answers):
    to_the_end(frame)

    assert frame.told == ["chosen"]
    assert answers.target is not None
    assert frame.doing.text().startswith("Putting the record back")
    assert not frame.back.isEnabled()
    frame.abandon()
    assert answers.near.exists()


def test_what_failed_is_told_and_can_be_tried_again(frame):
    to_the_end(frame)

    frame.fail(InUse("record.in-use"))

    assert "Another program" in frame.step.problem.text()
    go_on(frame)
    assert frame.told == ["chosen", "chosen"]


def test_a_fault_of_ours_is_reported(frame, monkeypatch):
    told = []
    monkeypatch.setattr(failures.failures, "_told", set())
    monkeypatch.setattr(failures.failures, "report", lambda text, _kept: told.append(text))
    to_the_end(frame)

    frame.fail(KeyError("ours"))

    assert len(told) == 1


def test_fetching_can_be_called_off_with_one_key(frame, answers):
    frame.onward.click()
    assert frame.back.text() == "Cancel"
    assert frame.back.hasFocus()

    QTest.keyClick(frame, Qt.Key.Key_Escape)
    tasks.settle()

    assert frame.at == 0
    assert frame.back.text() == "Back"
    assert frame.told == []
    assert answers.near is None or not answers.near.exists()


def test_back_from_the_first_step_leaves_nothing_behind(frame, answers):
    go_on(frame)
    folder = answers.near.parent
    frame.go_back()
    assert frame.at == 0
    assert frame.step.watch.is_awake

    frame.go_back()

    assert frame.told == ["left"]
    assert not folder.exists()
    assert not frame.step.watch.is_awake
