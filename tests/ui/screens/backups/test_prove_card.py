"""The chosen backup is proved, step by step, and the card says what came of it."""

from dataclasses import replace

import pytest

from tests.ui.test_backups import back_up
from ui import tasks
from ui.screens.backups.prove_card import ProveCard


@pytest.fixture
def card(qtbot, dressed, court_desk, backups):
    made = ProveCard(court_desk, backups)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def line(backups, stick_a):
    back_up(backups)
    return backups.overview.lines[0]


def looks(card):
    return {
        key: step._told.accessibleName().rpartition(": ")[2] for key, step in card.steps.items()
    }


def test_with_nothing_chosen_it_says_what_to_do(card):
    card.show_line(None)

    assert "Choose a backup" in card.state.text()
    assert card.prove.isHidden()


def test_a_backup_whose_stick_is_there_is_proved(card, backups, line):
    card.show_line(line)
    assert card.aside.text() == "No. 1"

    card.prove.click()
    assert not card.cancel.isHidden()
    assert looks(card)["fetched"] == "being done"
    tasks.settle()
    backups.refresh()
    tasks.settle()
    card.show_line(backups.overview.lines[0])

    assert card.cancel.isHidden()
    assert card.state.text().startswith("Proved Mon")
    assert set(looks(card).values()) == {"passed"}


def test_it_can_be_called_off(card, line):
    card.show_line(line)
    card.prove.click()
    card.show_line(None)  # another choice does not disturb it
    card.cancel.click()
    tasks.settle()

    assert card.state.text() == "Stopped. The private folder is cleared."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"place_id": 99}, "Plug in Stick A to prove this backup."),
        ({"place_id": None, "place": None}, "This backup was made from the command line"),
    ],
)
def test_a_backup_that_is_not_there_says_what_to_plug_in(card, line, changes, told):
    card.show_line(replace(line, **changes))

    assert card.state.text().startswith(told)
    assert card.prove.isHidden()
    card._start()  # nothing to begin with
    assert not card._backups.proof.is_running


def test_the_focus_stays_on_what_can_be_done(qtbot, card, line):
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.show_line(line)
    card.prove.setFocus()

    card.prove.click()
    during = card.cancel.hasFocus()
    tasks.settle()

    assert during
    assert card.prove.hasFocus()


def test_steps_turn_one_after_the_other(card):
    card._reach("whole")

    assert looks(card)["whole"] == "passed"
    assert looks(card)["opened"] == "being done"
