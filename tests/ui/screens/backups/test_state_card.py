"""The card of the last good backup: its state, its button, and how far the next one is."""

import pytest
from sqlalchemy import select

from app.backup.writing import Stage
from models.backup import Backup, Reread
from tests.ui.test_backups import back_up
from ui import tasks
from ui.backing_up import Progress
from ui.screens.backups.state_card import StateCard


@pytest.fixture
def card(qtbot, dressed, court_desk, backups):
    made = StateCard(court_desk, backups)
    qtbot.addWidget(made)
    made.show()
    backups.known.connect(lambda: made.show_state(backups.overview))
    made.show_state(backups.overview)
    return made


def test_without_a_backup_and_without_a_stick_it_says_what_to_do(card):
    assert card.property("tone") == "problem"
    assert card.title.text() == "No backup of this record has been made yet"
    assert "Plug a stick in" in card.line.text()
    assert card.start.isHidden()


def test_one_button_backs_up_to_the_stick_that_is_there(qtbot, card, backups, stick_a):
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    assert card.start.text() == "Back up now to Stick A"
    card.start.setFocus()

    card.start.click()
    during = (card.title.text(), card.cancel.hasFocus(), card.start.isHidden())
    card._move(Progress(Stage.REREAD, 0.5))
    far = card.progress.value()
    tasks.settle()
    backups.refresh()
    tasks.settle()

    assert during == ("Backing up to Stick A: looking at the drive", True, True)
    assert far == 85
    assert card.property("tone") == "good"
    assert card.title.text() == "Last good backup: Monday, November 23, 2026, 4:10 PM"
    assert card.line.text() == "Just now. Everything in the record is in it."


def test_a_backup_is_called_off_by_its_button(card, backups, stick_a):
    card.start.click()
    card.cancel.click()
    tasks.settle()

    assert not card.start.isHidden()
    assert card.cancel.isHidden()


def test_the_sticks_to_plug_in_are_named(card, backups, stick_a, sticks, court, tmp_path):
    from app.backup import places

    with court.desk.work() as session:
        places.add(session, tmp_path / "gone", "Archive", court.desk.today())
    sticks.clear()
    backups.refresh()
    tasks.settle()
    backups.watch.look()
    tasks.settle()

    assert card.line.text().endswith("Plug in Archive or Stick A.")


def test_all_backups_in_one_place_are_a_warning(card, backups, stick_a):
    back_up(backups)
    assert card.warning.isHidden()

    back_up(backups)
    assert not card.warning.isHidden()


def test_what_was_read_from_memory_is_offered_again_once_the_stick_is_back(
    qtbot, card, backups, stick_a, sticks, court
):
    back_up(backups)
    with court.desk.work() as session:
        session.scalars(select(Backup)).one().reread = Reread.CACHED
    backups.refresh()
    tasks.settle()
    told = card.unproved.text()
    assert card.check.isHidden()
    kept = sticks.pop()
    backups.watch.look()
    tasks.settle()
    sticks.append(kept)
    backups.watch.look()
    tasks.settle()

    assert "unplug the stick" in told
    assert "can be read again now" in card.unproved.text()
    with qtbot.waitSignal(card.check_wanted):
        card.check.click()
