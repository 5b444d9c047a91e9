"""Today's card of the backup: the real state, and its one action."""

import pytest

from tests.makers import make_participant
from tests.ui.test_backups import back_up
from ui import tasks
from ui.screens.today.backup_card import BackupCard


@pytest.fixture
def card(qtbot, dressed, backups, court_desk):
    made = BackupCard(court_desk, backups)
    qtbot.addWidget(made)
    made.stand()
    return made


def test_without_a_place_it_leads_to_the_page(qtbot, card):
    assert card.title.text() == "No backup yet"
    assert card.start.isHidden()

    with qtbot.waitSignal(card.opened):
        card.open.click()


def test_with_a_stick_it_backs_up_at_once(card, backups, stick_a):
    assert not card.start.isHidden()
    assert card.open.isHidden()

    card.start.click()
    tasks.settle()
    backups.refresh()
    tasks.settle()

    assert card.title.text() == "Backed up today"
    assert len(list(stick_a.folder.glob("*.milebak"))) == 1


def test_what_is_not_in_the_backup_is_counted_and_can_be_backed_up(card, backups, stick_a, court):
    back_up(backups)
    assert card.start.isHidden()

    make_participant(court.desk)
    backups.refresh()
    tasks.settle()

    assert "not in a backup" in card.words.text()
    assert not card.start.isHidden()


def test_sticks_are_noticed_while_it_is_to_be_seen(card, backups):
    card.show()
    shown = backups.watch.is_awake
    card.hide()

    assert (shown, backups.watch.is_awake) == (True, False)
