"""Tests the chips above a list: several at once, a tick as well as a tint, the rest in a menu."""

import pytest

from ui.widgets.chips import Chips, Choice

ACTIVE, REFERRED = Choice("active", "Active", 34), Choice("referred", "Referred", 6)
GRADUATED = Choice("graduated", "Graduated", 9)


@pytest.fixture
def chips(qtbot):
    made = Chips(frozenset({"active"}))
    qtbot.addWidget(made)
    made.show_choices([ACTIVE, REFERRED], [GRADUATED])
    return made


def test_a_chip_says_its_word_and_its_count(chips):
    assert [chip.text() for chip in chips.chips] == ["Active 34", "Referred 6", "More"]


def test_the_chosen_chip_has_a_tick(chips):
    assert chips.chips[0].isChecked()
    assert not chips.chips[0].icon().isNull()
    assert chips.chips[1].icon().isNull()


def test_a_chip_is_added_to_what_is_chosen_and_taken_away_again(qtbot, chips):
    with qtbot.waitSignal(chips.changed):
        chips.chips[1].click()
    assert chips.chosen == {"active", "referred"}

    with qtbot.waitSignal(chips.changed):
        chips.chips[0].click()
    assert chips.chosen == {"referred"}


def test_the_menu_narrows_too(qtbot, chips):
    [row] = chips.chips[2].menu().actions()

    with qtbot.waitSignal(chips.changed):
        row.trigger()

    assert chips.chosen == {"active", "graduated"}


def test_choosing_what_is_chosen_changes_nothing(qtbot, chips):
    with qtbot.assertNotEmitted(chips.changed):
        chips.choose(frozenset({"active"}))


def test_new_counts_take_the_place_of_the_old(qtbot, chips):
    chips.show_choices([ACTIVE])

    assert [chip.text() for chip in chips.chips] == ["Active 34"]
