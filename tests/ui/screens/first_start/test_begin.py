"""Tests the last step: with what to begin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.screens.first_start.begin import WAYS, BeginStep


@pytest.mark.parametrize("way", WAYS)
def test_one_of_three_ways_is_chosen(shown, answers, way):
    step = shown(BeginStep)

    step.ways[way].click()
    step.go_on()

    assert answers.begins_with == way
    assert step.told == ["settled"]


def test_the_arrows_choose(shown, answers):
    step = shown(BeginStep)

    QTest.keyClick(step.ways["empty"], Qt.Key.Key_Down)
    step.go_on()

    assert answers.begins_with == "import"
    assert step.onward == "Begin"
    assert all(button.accessibleDescription() for button in step.ways.values())
