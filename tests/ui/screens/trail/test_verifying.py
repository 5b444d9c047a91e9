"""Tests the head of the trail: how far it was verified, and verifying all of it on demand."""

import pytest

from models.errors import NoSpace
from ui import tasks
from ui.screens.trail.verifying import Verifying


@pytest.fixture
def foot(qtbot, opened, ada):
    made = Verifying(opened)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    tasks.settle()
    return made


def test_a_trail_that_nobody_verified_says_so(foot):
    assert foot.told.text() == f"{foot._events} events, not verified yet"


def test_everything_is_verified_on_demand(qtbot, foot):
    foot.activateWindow()
    qtbot.waitUntil(foot.isActiveWindow)
    foot.verify.setFocus()

    with qtbot.waitSignal(foot.whole) as whole:
        foot.verify.click()
        assert "verifying event 0 of " in foot.told.text()
        assert foot.cancel.hasFocus()
    tasks.settle()

    assert whole.args[0].endswith("events are whole and in order.")
    assert ", whole up to " in foot.told.text()
    assert foot.verify.hasFocus()


def test_what_is_wrong_is_told(qtbot, foot, forge):
    forge(5)

    with qtbot.waitSignal(foot.found) as found:
        foot.verify.click()
    tasks.settle()

    assert found.args[0].startswith("The trail is not whole: event 5 was changed. Keep")
    assert ", not whole: verified up to " in foot.told.text()


def test_a_verification_can_be_stopped(qtbot, foot):
    foot.verify.click()
    foot.refresh()

    foot.cancel.click()
    tasks.settle()

    assert not foot.verify.isHidden()
    assert foot.told.text().endswith("not verified yet")


def test_a_failure_is_handed_on(qtbot, foot):
    with qtbot.waitSignal(foot.failed):
        foot.watch.failed.emit(NoSpace("space.gone"))

    assert not foot.verify.isHidden()
