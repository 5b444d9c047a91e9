"""Tests reading the trail in steps: as far as asked, and no word from what was stopped."""

import pytest
from PySide6.QtWidgets import QWidget

from app import trail_list
from app.trail_list import Wanted
from ui import tasks
from ui.screens.trail.reading import Reading


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def read(qtbot, desk, owner, ada, monkeypatch):
    monkeypatch.setattr(trail_list, "PAGE", 3)
    failures = []
    reading = Reading(desk, owner, failures.append)
    reading.failures = failures
    return reading


def test_a_reading_ends_where_enough_was_read(qtbot, read):
    heard = []

    read.begin(Wanted(), 5, lambda rows, before, done: heard.append((len(rows), before, done)))
    qtbot.waitUntil(lambda: not read.is_on)

    assert [(count, done) for count, _before, done in heard] == [(3, False), (3, True)]
    assert heard[-1][1] > 1


def test_a_reading_goes_on_to_the_beginning_of_the_trail(qtbot, read, desk):
    heard = []

    read.begin(Wanted(), 10_000, lambda rows, before, done: heard.extend(rows))
    qtbot.waitUntil(lambda: not read.is_on)

    with desk.read() as session:
        assert len(heard) == trail_list.count(session)


def test_a_reading_that_was_stopped_says_nothing_more(qtbot, read):
    heard = []

    read.begin(Wanted(), 5, lambda *told: heard.append(told))
    read.stop()
    tasks.settle()

    assert heard == []


def test_a_reading_that_is_stopped_by_what_it_tells_ends_there(qtbot, read):
    heard = []

    def stop(rows, before, done):
        heard.append(rows)
        read.stop()

    read.begin(Wanted(), 10_000, stop)
    for _ in range(3):
        tasks.settle()
        qtbot.wait(5)

    assert len(heard) == 1


def test_what_fails_ends_the_reading_and_is_told(read):
    read.begin(Wanted(kind="not this one either"), 5, lambda *told: None)
    read.begin(Wanted(kind="no such kind"), 5, lambda *told: None)
    tasks.settle()

    assert not read.is_on
    assert len(read.failures) == 1
