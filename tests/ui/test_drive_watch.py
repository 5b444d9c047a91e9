"""Drives are looked at one look at a time, and one that hangs holds up nothing."""

import threading

import pytest
from PySide6.QtCore import QObject

from app.backup import drives, places
from app.backup.places import KnownPlace
from models.backup import PlaceKind
from tests.conftest import MOMENT
from ui import drive_watch, tasks
from ui.drive_watch import DriveWatch


@pytest.fixture
def watch(qapp, sticks):
    owner = QObject()
    made = DriveWatch(owner)
    made.owner = owner
    made.told = []
    made.seen.connect(made.told.append)
    made.failed.connect(made.told.append)
    yield made
    made.wake(awake=False)
    tasks.settle()


def known(folder):
    return KnownPlace(1, "Share", PlaceKind.FOLDER, str(folder), str(folder), None, MOMENT.date())


def test_what_is_plugged_in_is_told(watch, sticks):
    watch.look()
    tasks.settle()

    assert [seen.sticks for seen in watch.told] == [tuple(sticks)]


def test_awake_it_looks_at_once_and_from_time_to_time(watch):
    watch.wake(awake=True)
    watch.wake(awake=True)
    tasks.settle()

    assert watch.is_awake
    assert watch._next.interval() < 2000
    assert len(watch.told) == 1


def test_other_places_are_looked_at_at_once_though_a_look_is_on_its_way(watch, tmp_path):
    watch.look()
    watch.follow([known(tmp_path)])
    tasks.settle()

    assert [len(seen.places) for seen in watch.told] == [1]


def test_a_drive_that_hangs_holds_up_nothing_and_is_told(qtbot, watch, monkeypatch):
    answer = threading.Event()
    monkeypatch.setattr(drives.system, "drives", lambda: answer.wait(20) and [])
    monkeypatch.setattr(tasks, "PATIENCE", 0.05)
    watch._patience.setInterval(20)

    with qtbot.waitSignal(watch.silent):
        watch.look()
    watch.look()  # no second look behind the first
    tasks.settle()
    hung = list(watch.told)
    answer.set()
    tasks.settle()
    qtbot.waitUntil(lambda: bool(watch.told))

    assert hung == []
    assert len(watch.told) == 1
    assert drive_watch.SILENT_AFTER > drive_watch.EVERY


def test_what_goes_wrong_is_told_and_the_next_look_is_made(watch, monkeypatch):
    def broken(_places):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(places, "seen", broken)
        watch.look()
        tasks.settle()
    watch.look()
    tasks.settle()

    assert [type(told).__name__ for told in watch.told] == ["OSError", "Seen"]
