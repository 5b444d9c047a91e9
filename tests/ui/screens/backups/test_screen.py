"""The page of backups is put together, kept true, and looks at drives only while it is shown."""

import pytest
from PySide6.QtCore import QCoreApplication
from sqlalchemy import select

from models.backup import Backup, Reread
from models.errors import NoSpace
from tests.ui.test_backups import back_up
from ui import tasks
from ui.screens.backups.screen import BackupsScreen


def settle():
    for _ in range(12):
        tasks.settle()
        QCoreApplication.processEvents()


@pytest.fixture
def screen(qtbot, dressed, court_desk, backups):
    made = BackupsScreen(court_desk, backups)
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    settle()
    return made


def test_a_backup_is_made_with_the_keys_of_the_page_and_stands_in_the_list(
    screen, backups, stick_a
):
    settle()
    screen.state.start.click()
    settle()
    backups.refresh()
    settle()

    assert screen.lines.chosen.seq == 1
    assert screen.prove.aside.text() == "No. 1"
    assert len(screen.places.rows) == 1


def test_the_focus_begins_where_work_does(qtbot, screen, backups, stick_a):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    settle()

    screen.focus_first()

    assert screen.state.start.hasFocus()


def test_without_a_stick_the_focus_begins_where_one_is_added(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)

    screen.focus_first()

    assert screen.places.add_place.hasFocus()


def test_drives_are_looked_at_only_while_the_page_is_shown(screen, backups):
    shown = backups.watch.is_awake
    screen.hide()

    assert (shown, backups.watch.is_awake) == (True, False)


def test_restoring_is_offered_only_where_there_is_a_place_for_it(
    qtbot, screen, court_desk, backups
):
    with_restore = BackupsScreen(court_desk, backups, restores=True)
    qtbot.addWidget(with_restore)

    assert screen.restore.isHidden()
    with qtbot.waitSignal(with_restore.wants) as wanted:
        with_restore.restore.click()
    assert wanted.args == ["restore", None]
    settle()


def test_a_backup_is_read_again_on_demand(screen, backups, stick_a, court):
    back_up(backups)
    with court.desk.work() as session:
        session.scalars(select(Backup)).one().reread = Reread.CACHED
    backups.refresh()
    settle()

    screen.state.check_wanted.emit(backups.overview.lines[0])
    settle()
    backups.refresh()
    settle()

    assert backups.overview.lines[0].reread is Reread.DROPPED


def test_what_goes_wrong_and_what_was_saved_is_told(qtbot, screen, backups):
    screen.places.failed.emit(NoSpace("space.full"))
    assert screen.banner.isVisible()

    with qtbot.waitSignal(screen.saved):
        screen.places.saved.emit("Stick A")
    backups.watch.silent.emit()
    assert "does not answer" in screen.banner.words


def test_read_before_the_page_was_there_it_shows_at_once(qtbot, dressed, court_desk, backups):
    backups.overview = None
    made = BackupsScreen(court_desk, backups)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.shown):
        settle()

    assert made.state.title.text()
