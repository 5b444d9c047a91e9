"""The list of backups keeps its chosen row, and says what will stand there."""

import pytest

from tests.ui.test_backups import back_up
from ui.screens.backups.list_card import ListCard


@pytest.fixture
def card(qtbot, dressed, court_desk, backups):
    made = ListCard(court_desk)
    qtbot.addWidget(made)
    made.show_lines(backups.overview)
    return made


def test_without_a_backup_it_says_what_will_stand_there(card):
    assert card.table.isHidden()
    assert not card.none.isHidden()
    assert card.chosen is None


def test_the_newest_is_chosen_and_a_choice_stays(card, backups, stick_a):
    back_up(backups)
    back_up(backups)
    card.show_lines(backups.overview)
    first = card.chosen.seq
    card.table.setCurrentIndex(card.table.rows.index(1, 0))
    back_up(backups)
    card.show_lines(backups.overview)
    card.show_lines(backups.overview)

    assert (first, card.chosen.seq) == (2, 1)
    assert card.aside.text() == "3, newest first"
