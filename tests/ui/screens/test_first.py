"""Tests the page of a machine that remembers no record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.screens.first import FirstScreen


@pytest.fixture
def screen(qtbot):
    made = FirstScreen()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_there_are_four_ways_on(qtbot, screen):
    with qtbot.waitSignal(screen.new_wanted):
        screen.make.click()
    with qtbot.waitSignal(screen.demo_wanted):
        screen.demo.click()
    with qtbot.waitSignal(screen.restore_wanted):
        screen.restore.click()
    with qtbot.waitSignal(screen.record_wanted):
        screen.open.click()


def test_the_keyboard_begins_with_a_new_record(qtbot, screen):
    screen.focus_first()

    assert screen.make.hasFocus()
    with qtbot.waitSignal(screen.new_wanted):
        QTest.keyClick(screen.make, Qt.Key.Key_Return)


def test_a_key_that_means_nothing_here_does_nothing(qtbot, screen):
    with qtbot.assertNotEmitted(screen.new_wanted):
        QTest.keyClick(screen, Qt.Key.Key_A)
