"""Tests the watch over idle minutes: touches begin them anew, and a night asleep counts."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit

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
    yield made
    shiboken6.delete(made)


@pytest.fixture
def watch(qapp, field, now):
    return IdleWatch(field, 10)


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

    qtbot.keyClick(field, Qt.Key.Key_A)

    assert watch._timer.remainingTime() > 500_000
    assert field.text() == "a"


def test_many_touches_in_one_second_begin_nothing_anew(qtbot, watch, field):
    watch._timer.start(5_000)

    qtbot.keyClick(field, Qt.Key.Key_A)

    assert watch._timer.remainingTime() < 10_000


def test_what_wakes_a_computer_that_slept_finds_it_idle(qtbot, watch, field, now):
    pass_minutes(now, 60)

    with qtbot.waitSignal(watch.idle):
        qtbot.keyClick(field, Qt.Key.Key_A)

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
