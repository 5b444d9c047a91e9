"""Tests what a lock leaves to the window that follows, and when a window ends by itself."""

from app.answers import Subject
from app.vault import state
from app.vault.files import Files
from tests.ui.conftest import heard, unlock
from ui import program
from ui.handover import LOCKED, Handover, Word
from ui.navigation import HOME, Stand


def test_the_lock_takes_up_where_it_cut_off_and_what_was_typed_is_there(begin, unlocked):
    unlocked.shell.navigator.go("form", ("note", Subject(1)))
    begin.work()
    unlocked.shell.page.view.rows["note.words"].input.insertPlainText("Half a sen")

    unlocked.shell.lock.click()
    after = begin.follow(unlocked)
    unlock(begin, after)

    assert after.shell.navigator.stand == Stand("form", ("note", Subject(1)))
    assert after.shell.page.view.rows["note.words"].input.toPlainText() == "Half a sen"


def test_a_window_that_starts_plainly_brings_nobody_back(begin, unlocked):
    unlocked.shell.navigator.go("participants")
    unlocked.shell.lock.click()
    begin.work()

    after = begin(kept=unlocked.machine.settings, left=Handover(safe=True))
    unlock(begin, after)

    assert after.shell.navigator.stand == HOME


def test_nobody_behind_the_window_ends_it_in_order(begin, unlocked, sample_path):
    unlocked._home.lost.emit()
    begin.work()
    locked = begin.follow(unlocked)

    locked._home.lost.emit()
    begin.work()

    assert state.read(Files(sample_path).state).clean
    assert locked.code == 0


def test_a_lock_is_asked_for_once_and_not_while_the_window_goes(begin, unlocked):
    unlocked.shell.lock_wanted.emit()
    unlocked.window.close()
    begin.work()

    assert unlocked.code == LOCKED
    assert [said.word for said in heard(unlocked)].count(Word.LOCKING) == 1


def test_the_next_window_is_asked_for_once_a_record_is_open(begin, qtbot, unlocked, monkeypatch):
    monkeypatch.setattr(program, "LATER", 0)
    unlocked.shell.lock.click()

    after = begin.follow(unlocked)
    unlock(begin, after)

    qtbot.waitUntil(lambda: Word.OPENED in [said.word for said in heard(after)])
