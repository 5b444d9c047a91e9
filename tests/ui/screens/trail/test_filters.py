"""Tests what the trail is narrowed to: days as people type them, and a mistake told in words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from app.trail_list import Wanted
from ui import theme
from ui.screens.trail.filters import Filters


@pytest.fixture
def filters(qtbot, desk):
    made = Filters(desk, Wanted())
    qtbot.addWidget(made)
    made.resize(1200, 60)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "day"),
    [("11/3", date(2026, 11, 3)), ("today", date(2026, 11, 23)), ("-7", date(2026, 11, 16))],
)
def test_a_day_is_typed_as_people_write_it(qtbot, filters, typed, day):
    qtbot.keyClicks(filters.since, typed)
    with qtbot.waitSignal(filters.changed):
        qtbot.keyClick(filters.since, Qt.Key.Key_Return)

    assert filters.wanted == Wanted(since=day)
    assert filters.since.text() == f"{day:%m/%d/%Y}"


@pytest.mark.parametrize("typed", ["13/45", "some day", "12/31/2026"])
def test_what_is_no_day_is_told_beside_the_fields_and_narrows_nothing(qtbot, filters, typed):
    filters.until.setText(typed)
    filters.until.editingFinished.emit()

    assert filters.wanted == Wanted()
    assert filters.mistake.text().startswith("To: ")
    assert not filters._mistake.isHidden()

    filters.clear()
    assert filters._mistake.isHidden()
    assert filters.until.text() == ""


def test_a_day_that_was_left_as_it_is_asks_for_nothing(qtbot, filters):
    with qtbot.assertNotEmitted(filters.changed):
        filters.since.editingFinished.emit()


def test_holders_and_kinds_are_chosen_from_their_chips(qtbot, filters):
    filters.show_holders(["Ruth Amsel", "Otis Pettigrew"])

    filters.holder.choose("Otis Pettigrew")
    filters.kind.choose("keys")

    assert filters.wanted == Wanted(holder="Otis Pettigrew", kind="keys")
    assert filters.holder.text() == "By: Otis Pettigrew"
    assert filters.kind.text() == "Kind: keys"


def test_clearing_asks_for_everything_at_once(qtbot, filters):
    filters.words.setText("note")
    filters.kind.choose("keys")

    with qtbot.assertNotEmitted(filters.changed):
        filters.clear()

    assert filters.wanted == Wanted()


def test_where_room_is_short_the_chips_stand_below(qtbot, filters):
    filters.resize(600, 100)
    assert filters._across.direction() is QBoxLayout.Direction.TopToBottom

    filters.resize(1200, 100)
    assert filters._across.direction() is QBoxLayout.Direction.LeftToRight


def test_a_participant_who_was_not_chosen_can_be_left_again(qtbot, filters):
    filters.person.click()
    assert filters.finder.isVisible()

    filters.person.click()

    assert not filters.finder.isVisible()
    assert theme.current().size("filter") == filters.words.width()
