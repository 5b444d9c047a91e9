"""Backups across the whole window: told on any page, called off by the lock, in any dress."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from app.backup import places
from app.settings import Settings
from tests.conftest import PASSPHRASE
from tests.ui import every_page, geometry, listening, test_pictures
from tests.ui.conftest import unlock
from tests.ui.test_pictures import HEIGHT, WIDTH
from ui.call import Wanted
from ui.program import Program
from ui.screens.unlock import UnlockScreen

dress = test_pictures.dress


def know_stick(made, sticks):
    desk = made._tools.desk
    with desk.work() as session:
        known = places.add(session, sticks[0].root, "Stick A", desk.today())
        places.describe(session, known, "Stick A", "the safe of the clerk of court, second floor")


@pytest.fixture
def program(begin, sample_path, sticks):
    made = begin(kept=Settings(record=str(sample_path), width=WIDTH, height=HEIGHT))
    unlock(begin, made)
    know_stick(made, sticks)
    begin.work()
    yield made
    if made._closing is not None:
        made._closing.drop()


@pytest.fixture
def dressed_program(qtbot, dress, sample_path, moment, sticks):
    kept = Settings(record=str(sample_path), width=WIDTH, height=HEIGHT)
    made = Program(Wanted(), kept, remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    every_page.settle()
    made.window.shown.passphrase.setText(PASSPHRASE)
    made.window.shown.unlock.click()
    every_page.settle()
    know_stick(made, sticks)
    every_page.settle()
    yield made
    made.window.asks_first = lambda: False
    made.window.close()
    every_page.settle()


def test_with_backups_on_it_the_page_is_in_order_and_reached_by_keys(qtbot, dressed_program):
    program = dressed_program
    program.shell.navigator.go("backups")
    every_page.settle()
    page = program.shell.page
    for _ in range(2):
        page.state.start.click()
        every_page.settle()
    wrong = geometry.mistakes(program.window)
    (row,) = page.places.rows.values()
    row.open_form()
    every_page.settle()
    wrong += geometry.mistakes(program.window)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    wrong += listening.mistakes(program.window)
    row.close_form()
    page.state.start.click()
    QCoreApplication.processEvents()
    wrong += geometry.mistakes(program.window)
    every_page.settle()
    page.prove.prove.click()
    QCoreApplication.processEvents()
    wrong += geometry.mistakes(program.window)
    every_page.settle()

    assert wrong == []
    assert page.lines.table.rows.rowCount() == 3
    assert page.lines.chosen.proved_at is not None


def test_what_came_of_a_backup_is_told_on_whatever_page_is_shown(begin, program, sticks):
    program.shell.navigator.go("participants")
    program._tools.backups.back_up()
    during = program.shell.status.work.text()
    begin.work()

    assert during == "Backing up to Stick A: looking at the drive"
    assert program.shell.status.work.text() == "Backup 1 is on Stick A"
    assert program.shell.page.banner.words == "Backup 1 is on Stick A and was read back whole."
    assert program.shell.bar.backup.text() == "Backed up today"


def test_the_mark_above_every_page_leads_to_the_backups(begin, program):
    program.shell.bar.backup.click()
    begin.work()

    assert program.shell.navigator.stand.key == "backups"


def test_the_lock_calls_a_backup_off_and_says_so(begin, program, sticks):
    program._tools.backups.back_up()
    program.shell.lock_wanted.emit()
    after = begin.follow(program)
    told = [each.text() for each in after.window.shown.findChildren(QLabel)]

    assert isinstance(after.window.shown, UnlockScreen)
    assert any("The backup that was on its way was called off." in text for text in told)
    assert list(sticks[0].root.glob("*.milebak")) == []


def test_another_look_does_not_stop_a_backup(begin, program, sticks):
    program._tools.backups.back_up()
    program.machine.change(theme="dark")
    begin.work()
    program.machine.change(theme="light")
    begin.work()

    assert len(list(sticks[0].root.glob("*.milebak"))) == 1
    assert program.shell.bar.backup.text() == "Backed up today"
    assert program.shell.status.work.text() == "Backup 1 is on Stick A"
