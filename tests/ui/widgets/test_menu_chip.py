"""Tests the chip with a menu: it says what is chosen, and its menu has the others."""

import pytest

from ui.widgets.menu_chip import MenuChip


@pytest.fixture
def chip(qtbot):
    made = MenuChip("Phase", "all")
    qtbot.addWidget(made)
    made.show_choices([(1, "1 (12)"), (2, "2 (9)")])
    return made


def test_the_chip_says_that_all_are_chosen(chip):
    assert chip.text() == chip.accessibleName() == "Phase: all"
    assert [row.text() for row in chip.menu().actions()] == ["all", "1 (12)", "2 (9)"]


def test_what_is_chosen_in_the_menu_is_told(qtbot, chip):
    with qtbot.waitSignal(chip.changed):
        chip.menu().actions()[2].trigger()

    assert chip.chosen == 2
    assert chip.text() == "Phase: 2 (9)"
    assert [row.isChecked() for row in chip.menu().actions()] == [False, False, True]


def test_choosing_the_same_again_tells_nothing(qtbot, chip):
    with qtbot.assertNotEmitted(chip.changed):
        chip.choose(None)


def test_what_is_chosen_stays_when_the_numbers_change(chip):
    chip.choose(2)

    chip.show_choices([(1, "1 (12)"), (2, "2 (10)")])

    assert chip.text() == "Phase: 2 (10)"
    assert chip.menu().actions()[2].isChecked()
