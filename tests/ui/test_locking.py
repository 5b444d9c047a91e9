"""Tests the order of the lock: covered, kept, closed, gone; and what is held where it cannot be."""

import time

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.answers import Subject
from app.desk import Desk
from models.errors import NoSpace
from tests.conftest import PASSPHRASE
from tests.ui.conftest import heard, unlock
from ui import tasks
from ui.handover import LOCKED, Word
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell
from ui.startup import StartupScreen


@pytest.fixture
def typing(begin, unlocked):
    """A note that somebody is in the middle of, and that is not kept yet."""
    unlocked.shell.navigator.go("form", ("note", Subject(1)))
    begin.work()
    unlocked.shell.page.view.rows["note.words"].input.insertPlainText("Half a sen")
    return unlocked


@pytest.fixture
def full(monkeypatch):
    """A drive that takes nothing more; a test makes room by undoing it."""
    real, state = Desk.work, {"full": True}

    def work(desk, reason=None):
        if state["full"]:
            raise NoSpace("space.full")
        return real(desk, reason)

    monkeypatch.setattr(Desk, "work", work)
    return state


def words(made) -> list[Word]:
    return [said.word for said in heard(made) if said.word is not Word.OPENED]


def test_everything_is_covered_before_anything_else_is_done(unlocked, qtbot):
    box, menu = QDialog(unlocked.window), QWidget()
    box.open()
    menu.show()

    unlocked.shell.lock.click()

    assert isinstance(unlocked.window.shown, StartupScreen)
    visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert visible == [unlocked.window]
    menu.deleteLater()


def test_the_record_is_closed_and_the_window_gone(begin, typing):
    typing.shell.lock.click()
    begin.work()

    assert words(typing) == [Word.SHOWN, Word.LOCKING]
    assert typing.code == LOCKED
    assert not typing.session.is_open


def test_what_cannot_be_kept_is_held_behind_a_page_that_says_so(begin, typing, full):
    typing.shell.lock.click()
    begin.work()

    page = typing.window.shown
    assert isinstance(page, UnlockScreen)
    assert "could not be kept" in page.told.text()
    assert page.switch.isHidden()
    assert page.restore.isHidden()
    assert words(typing)[-1] is Word.HELD
    assert typing.session.is_open
    full["full"] = False


def test_whoever_unlocks_finds_what_was_typed_and_goes_on(begin, typing, full):
    typing.shell.lock.click()
    begin.work()

    unlock(begin, typing)

    shell = typing.shell
    assert isinstance(shell, Shell)
    assert shell.page.view.rows["note.words"].input.toPlainText() == "Half a sen"
    assert "not kept yet" in shell.page.banner.words
    assert words(typing)[-1] is Word.RESUMED

    full["full"] = False
    shell.lock.click()
    after = begin_after(begin, typing)
    unlock(begin, after)
    assert after.shell.page.view.rows["note.words"].input.toPlainText() == "Half a sen"


def begin_after(begin, made):
    begin.work()
    assert made.code == LOCKED
    return begin(kept=made.machine.settings, left=heard(made)[-1].left)


def test_a_wrong_passphrase_brings_nothing_back_and_costs_more_each_time(begin, typing, full):
    typing.shell.lock.click()
    begin.work()
    page = typing.window.shown

    for _ in range(3):
        page.passphrase_given.emit(page.holder.currentText(), "not the one, surely")
        begin.work()

    assert typing.window.shown is page
    assert page.mistake.text().startswith("This passphrase does not open")
    assert page.waits > 0
    full["full"] = False


def test_a_fault_of_ours_while_proving_leaves_the_page(begin, typing, full, asked, monkeypatch):
    asked.expected = {"told"}
    typing.shell.lock.click()
    begin.work()
    monkeypatch.setattr("ui.locking.shown", lambda *_words: 1 / 0)

    unlock(begin, typing, PASSPHRASE)

    assert isinstance(typing.window.shown, UnlockScreen)
    assert len(asked.told) == 1
    full["full"] = False


def test_after_some_minutes_the_keys_go_all_the_same(begin, typing, full):
    typing.shell.lock.click()
    begin.work()
    full["full"] = False

    typing._locking._late.timeout.emit()
    begin.work()

    assert typing.code == LOCKED
    assert not typing.session.is_open


def test_a_drive_that_hangs_holds_up_no_lock(begin, typing, qtbot):
    hangs = [True]

    def hang() -> None:
        while hangs:
            time.sleep(0.01)

    tasks.run(
        hang,
        owner=typing,
        done=lambda _done: None,
        failed=lambda _error: None,
        lane=tasks.CARRY,
    )

    typing.shell.lock.click()
    qtbot.waitUntil(lambda: getattr(typing, "code", None) == LOCKED, timeout=5000)

    hangs.clear()


def test_what_the_system_says_of_an_empty_chair_locks(begin, typing):
    typing._locking.wanted.emit()
    begin.work()

    assert typing.code == LOCKED


def test_whoever_closes_the_window_that_holds_something_is_not_kept_waiting(begin, typing, full):
    typing.shell.lock.click()
    begin.work()
    full["full"] = False

    typing.window.close()
    begin.work()

    assert typing.code == LOCKED
    assert not typing.session.is_open
