"""Tests the watch over idle minutes: touches begin them anew, and a night asleep counts."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from app import clock
from tests.conftest import MOMENT
from ui.idle import IdleWatch


@pytest.fixture
def now(monkeypatch):
    """The time, which the test lets pass."""
    told = [MOMENT]
    monkeypatch.setattr(clock, "now", lambda: told[0])
    return told


@pytest.fixture
def field(qapp):
    """A field; it and its watch are gone at once behind the test."""
    made = QLineEdit()
    made.show()
    yield made
    made.hide()
    shiboken6.delete(made)


@pytest.fixture
def watch(qapp, field, now):
    return IdleWatch(field, 10)


def press(field) -> None:
    """Press a key as a keyboard does: it reaches the window first."""
    field.setFocus()
    QTest.keyClick(field.window().windowHandle(), Qt.Key.Key_A)


def pass_minutes(now, minutes: float) -> None:
    now[0] += timedelta(minutes=minutes)


def test_nobody_there_is_said_once_when_the_time_is_over(qtbot, watch):
    assert watch.minutes == 10
    assert watch._timer.remainingTime() > 500_000

    with qtbot.waitSignal(watch.idle):
        watch._timer.start(1)

    assert not watch._timer.isActive()


def test_a_key_begins_the_minutes_anew(qtbot, watch, field, now):
    watch._timer.start(5_000)
    pass_minutes(now, 9)

    press(field)

    assert watch._timer.remainingTime() > 500_000
    assert field.text() == "a"


def test_many_touches_in_one_second_begin_nothing_anew(qtbot, watch, field):
    watch._timer.start(5_000)

    press(field)

    assert watch._timer.remainingTime() < 10_000


def test_what_wakes_a_computer_that_slept_finds_it_idle(qtbot, watch, field, now):
    pass_minutes(now, 60)

    with qtbot.waitSignal(watch.idle):
        press(field)

    assert field.text() == ""


def test_other_minutes_hold_at_once(watch):
    watch.wait(2)

    assert watch.minutes == 2
    assert watch._timer.remainingTime() < 200_000


def test_the_watch_is_gone_with_its_owner(qapp, now):
    owner = QObject()
    watch = IdleWatch(owner, 10)

    shiboken6.delete(owner)

    assert not shiboken6.isValid(watch)


def touched(watch) -> bool:
    return watch._timer.remainingTime() > 500_000


@pytest.mark.parametrize("touch", ["move", "press", "wheel"])
def test_the_pointer_begins_the_minutes_anew(watch, field, now, touch):
    watch._timer.start(5_000)
    pass_minutes(now, 9)
    window, place = field.windowHandle(), QPoint(5, 5)

    if touch == "move":
        QTest.mouseMove(window, place)
        QTest.mouseMove(window, 2 * place)
    elif touch == "press":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.wheelEvent(window, place, QPoint(0, 120))
    QGuiApplication.processEvents()

    assert touched(watch)


def test_a_box_that_opens_later_is_heard_at_once(qtbot, watch, field, now):
    box = QDialog(field)
    line = QLineEdit(box)
    box.open()
    qtbot.waitUntil(box.isActiveWindow)
    watch._timer.start(5_000)
    pass_minutes(now, 9)

    press(line)

    assert touched(watch)
    box.close()


def test_a_list_that_takes_no_focus_is_heard_with_the_next_look(qtbot, watch, field, now):
    popup = QLineEdit()
    popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    popup.show()
    watch._look.timeout.emit()
    watch._timer.start(5_000)
    pass_minutes(now, 9)

    press(popup)

    assert touched(watch)
    assert watch._look.isActive()
    popup.hide()
    shiboken6.delete(popup)


def test_what_the_program_does_by_itself_is_no_touch(qtbot, watch, field, now):
    watch._timer.start(5_000)
    pass_minutes(now, 9)

    field.setText("from a draft")
    field.resize(300, 40)
    QGuiApplication.processEvents()

    assert not touched(watch)


def test_a_window_that_was_heard_twice_begins_the_minutes_once(watch, field, now, monkeypatch):
    begun = []
    watch.hear_windows()
    watch.hear_windows()
    monkeypatch.setattr(watch, "_begin", begun.append)
    pass_minutes(now, 1)

    QTest.keyPress(field.windowHandle(), Qt.Key.Key_A)

    assert len(begun) == 1
