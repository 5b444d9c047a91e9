"""Tests the verification behind the window's work: it ends, it tells, and it can be stopped."""

import pytest
from PySide6.QtWidgets import QWidget

from app import trail_checks, trail_walk
from ui import tasks
from ui.screens.trail import watch as watching
from ui.screens.trail.watch import Watch


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def watch(opened, owner, ada):
    made = Watch(opened, owner)
    made.failures = []
    made.failed.connect(made.failures.append)
    return made


def known(opened):
    with opened.desk.read() as session:
        return trail_checks.checks(session.connection(), opened.unlocked.keys.audit)


def test_a_verification_goes_step_by_step_and_is_written_down(qtbot, watch, opened, monkeypatch):
    monkeypatch.setattr(trail_walk.Walk.step, "__defaults__", (4,))
    reached = []
    watch.reached.connect(reached.append)

    with qtbot.waitSignal(watch.ended) as ended:
        watch.begin(whole=True)

    (walk,) = ended.args
    assert walk.problems == []
    assert reached[0] == 4
    assert reached[-1] == walk.at.seq
    assert [each.reached for each in known(opened)] == [walk.at.seq]
    assert not watch.is_on


def test_a_verification_that_was_stopped_ends_without_a_word(qtbot, watch, opened, monkeypatch):
    monkeypatch.setattr(trail_walk.Walk.step, "__defaults__", (4,))
    watch.reached.connect(lambda _seq: watch.stop())

    with qtbot.assertNotEmitted(watch.ended, wait=50):
        watch.begin(whole=True)
        tasks.settle()

    assert known(opened) == []


def test_what_was_stopped_while_it_was_on_its_way_is_let_go(qtbot, watch, opened):
    watch.begin(whole=True)
    tasks.settle()
    watch.stop()

    with qtbot.assertNotEmitted(watch.ended, wait=50):
        tasks.settle()

    assert not watch.is_on


def test_a_closed_record_is_no_failure(qtbot, watch, opened):
    watch.begin(whole=False)
    opened.close()
    tasks.settle()
    qtbot.waitUntil(lambda: not watch.is_on)

    watch._fail(OSError("gone"))

    assert watch.failures == []


def test_a_failure_of_an_open_record_is_told(watch):
    told = OSError("gone")

    watch._fail(told)

    assert watch.failures == [told]


def test_at_an_unlock_a_finding_is_told_and_stays_in_the_trail(
    qtbot, opened, owner, ada, forge, monkeypatch
):
    monkeypatch.setattr(watching, "AFTER", 0)
    told, failures = [], []
    forge(4)
    forge(6)

    watch = watching.follow(opened, owner, told.append, failures.append)
    qtbot.waitSignal(watch.ended).wait()

    assert failures == []
    assert len(told) == 1
    assert "event 4 was changed, and more, 2 findings" in told[0]
    assert [each.is_good for each in known(opened)] == [False]


def test_at_an_unlock_a_whole_trail_is_told_to_nobody(qtbot, opened, owner, ada, monkeypatch):
    monkeypatch.setattr(watching, "AFTER", 0)
    told = []

    watch = watching.follow(opened, owner, told.append, told.append)
    qtbot.waitSignal(watch.ended).wait()

    assert told == []
    assert [each.is_good for each in known(opened)] == [True]
