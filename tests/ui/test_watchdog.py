"""Tests that whatever holds the window is noticed, and by whom."""

import time

from PySide6.QtCore import QTimer

from ui.watchdog import LIMIT, Held


def test_a_slot_that_takes_200_milliseconds_is_caught(qtbot, qapp):
    done = []

    def hold() -> None:
        time.sleep(0.2)
        done.append(True)

    QTimer.singleShot(0, hold)
    qtbot.waitUntil(lambda: bool(done))

    held = [each for each in qapp.held if each.wall >= 0.2]
    assert held
    assert held[0].event == "MetaCall" or held[0].event == "Timer"


def test_quick_slots_are_not_told(qtbot, qapp):
    done = []
    qapp.held.clear()

    QTimer.singleShot(0, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))

    assert [each for each in qapp.held if each.processor > LIMIT] == []


def test_what_was_held_is_told_in_words():
    told = str(Held("Table", "Paint", 0.2, 0.1))

    assert told == "Table held the window for 200 ms (100 ms of work) on Paint"
