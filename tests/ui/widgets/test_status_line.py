"""Tests the status line: the hint, what was saved last, and who sits here."""

from datetime import time

import pytest

from ui.widgets.status_line import StatusLine


@pytest.fixture
def line(qtbot):
    made = StatusLine("Juniper County Treatment Court", "Ruth Amsel")
    qtbot.addWidget(made)
    made.resize(1366, 28)
    made.show()
    return made


def test_what_was_saved_stays_beside_the_hints(line):
    assert line.saved.isHidden()

    line.show_saved("Gus Hennepin, drug test, negative", time(8, 42))
    line.show_hint("Enter opens Mari Quintana")
    line.show_hint("")

    assert line.saved.text() == line.saved.toolTip()
    assert line.saved.text() == "Saved 8:42 AM: Gus Hennepin, drug test, negative"
    assert line.hint.text() == ""


def test_other_keys_are_told_for_a_while(line):
    line.show_hint("Enter opens Mari Quintana")

    line.show_keys("Esc closes")
    assert line.hint.text() == "Esc closes"

    line.show_keys("")
    assert line.hint.text() == "Enter opens Mari Quintana"


def test_a_narrow_line_keeps_what_changes(line):
    line.show_lock(5)
    assert all(words.isVisible() for words in line._who)

    line.resize(600, 28)

    assert not any(words.isVisible() for words in line._who)
    assert line.lock.isVisible()
    assert line.lock.text() == "Locks after 5 minutes"


def test_what_is_being_done_goes_when_it_is_over(line):
    assert line.work.isHidden()

    line.show_work("Backing up to Stick A: reading back, 43 %")
    during = (line.work.text(), line.work.isHidden())
    line.show_work("")

    assert during == ("Backing up to Stick A: reading back, 43 %", False)
    assert line.work.isHidden()
