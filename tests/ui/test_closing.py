"""Closing offers a backup where a stick is in, follows it, and waits for no drive that hangs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.backup import places
from app.backup.making import Made
from app.settings import Settings
from models.backup import Reread
from models.errors import NoSpace
from tests.makers import make_participant
from tests.ui.conftest import unlock
from ui import tasks
from ui.closing import ClosingBox


@pytest.fixture
def program(begin, sample_path, sticks):
    """The window on the sample record, with a stick that is in and known."""
    made = begin(kept=Settings(record=str(sample_path)))
    unlock(begin, made)
    desk = made._tools.desk
    with desk.work() as session:
        places.add(session, sticks[0].root, "Stick A", desk.today())
    begin.work()
    return made


def box_of(program):
    return program.window.findChild(ClosingBox)


def close(begin, program):
    program.window.close()
    begin.work()


def test_a_backup_is_offered_and_made_with_one_key_before_the_window_goes(
    qtbot, begin, program, sticks
):
    close(begin, program)
    box = box_of(program)
    offered = (program.window.isVisible(), box.back_up.isDefault(), box.words.text())

    box.back_up.click()
    running = not box.progress.isHidden()
    begin.work()

    assert offered[:2] == (True, True)
    assert offered[2].startswith("Stick A is plugged in, and ")
    assert running
    assert len(list(sticks[0].root.glob("*.milebak"))) == 1
    assert not program.window.isVisible()
    assert not program.session.is_open


def test_the_window_goes_without_a_backup_when_somebody_says_so(begin, program, sticks):
    close(begin, program)
    box_of(program).only.click()
    begin.work()

    assert not program.session.is_open
    assert list(sticks[0].root.iterdir()) == []


def test_somebody_can_stay_and_is_asked_again(begin, program):
    close(begin, program)
    box_of(program).stay.click()
    begin.work()
    stayed = program.session.is_open

    close(begin, program)
    program.window.close()  # a second click asks nothing twice

    assert stayed
    assert len(program.window.findChildren(ClosingBox)) == 1
    box_of(program).only.click()


def test_a_backup_on_its_way_is_followed_and_can_be_left(begin, program, sticks):
    program._tools.backups.back_up()
    program.window.close()
    box = box_of(program)
    running = not box.without.isHidden()
    box.without.click()
    begin.work()

    assert running
    assert not program.session.is_open
    assert list(sticks[0].root.glob("*.partial")) == []


def test_what_the_drive_says_is_told_and_nobody_is_sent_away(begin, program):
    close(begin, program)
    box = box_of(program)

    program._tools.backups.work.failed.emit(NoSpace("space.full"))

    assert program.window.isVisible()
    assert not box.only.isHidden()
    assert box.words.text()
    box.only.click()


def test_a_backup_that_is_not_proved_sends_nobody_away(begin, program):
    close(begin, program)
    box = box_of(program)
    made = Made(Path("x"), 7, 1, Reread.CACHED, "", "", ())

    program._tools.backups.work.made.emit(made)

    assert program.window.isVisible()
    assert "not yet proved" in box.words.text()
    assert not box.only.isHidden()
    box.only.click()


def test_a_fault_of_ours_is_told_too(begin, program):
    close(begin, program)
    box = box_of(program)

    box._fail(RuntimeError())

    assert box.words.text() == "Something went wrong in Milepost itself."
    box.only.click()


@pytest.mark.parametrize("why", ["nothing has changed", "no stick is in"])
def test_nothing_is_asked_where_there_is_nothing_to_do(begin, program, sticks, why):
    if why == "no stick is in":
        sticks.clear()
    else:
        program._tools.backups.back_up()
        begin.work()

    close(begin, program)

    assert box_of(program) is None
    assert not program.session.is_open


def test_what_changes_after_a_backup_is_offered_again(begin, program):
    program._tools.backups.back_up()
    begin.work()
    make_participant(program._tools.desk)
    begin.work()

    close(begin, program)

    assert box_of(program).words.text().startswith("Stick A is plugged in")
    box_of(program).only.click()


def test_a_drive_that_hangs_does_not_hold_the_window(begin, program, monkeypatch):
    monkeypatch.setattr(tasks, "PATIENCE", 0.05)
    watch = program._tools.backups.watch
    watch._looking = True  # a look that never comes back
    program.window.close()
    waiting = program.window.isVisible()

    program._closing._late.timeout.emit()
    QCoreApplication.processEvents()

    assert waiting
    assert not program.window.isVisible()
