"""Tests the screen that says what is being made."""

from PySide6.QtWidgets import QLabel

from ui.startup import StartupScreen


def test_each_step_is_told_and_marked_as_it_is_reached(qtbot):
    screen = StartupScreen("Making the sample court", ["Make a folder", "Invent people"])
    qtbot.addWidget(screen)
    screen.focus_first()

    screen.reach(1)

    told = [label.text() for label in screen.findChildren(QLabel) if label.text()]
    assert told[:3] == ["Making the sample court", "Make a folder", "Invent people"]
    states = [label.accessibleName() for label in screen.findChildren(QLabel)]
    assert [state for state in states if state] == ["Done", "Being done"]
