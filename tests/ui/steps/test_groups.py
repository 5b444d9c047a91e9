"""Tests the fifth step: two groups of the sheet, chosen by chance, typed back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.steps.groups import GroupsStep


@pytest.fixture
def step(shown):
    return shown(GroupsStep)


def fill(step, answers):
    for number in step.rows:
        step.field(number).setText(answers.made.sheet.groups[number - 1].lower())


def test_two_groups_are_asked_for_by_number(step):
    first, second = step.rows

    assert 1 <= first < second <= 6
    assert step.field(first).accessibleName() == f"Group {first}"
    assert step.field(first).hasFocus()


def test_chance_says_which(step):
    asked = set()
    for _ in range(40):
        step.enter()
        asked.add(tuple(step.rows))

    assert len(asked) > 5


def test_the_right_groups_show_that_the_sheet_is_kept(step, answers):
    fill(step, answers)

    step.go_on()

    assert step.told == ["settled"]
    assert answers.is_kept


def test_a_wrong_group_is_named_and_nothing_is_kept(step, answers):
    fill(step, answers)
    wrong = list(step.rows)[1]
    step.field(wrong).setText("AAAAAA")

    step.go_on()

    assert step.rows[wrong].mistake.startswith(f"Group {wrong} has a mistake")
    assert step.field(wrong).hasFocus()
    assert (step.told, answers.is_kept) == ([], False)


def test_a_group_can_be_pasted(step):
    QApplication.clipboard().setText("H3TRBQ")

    QTest.keyClick(step.field(min(step.rows)), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert step.field(min(step.rows)).text() == "H3TRBQ"
    QApplication.clipboard().clear()


def test_a_row_that_is_no_group_is_our_mistake(step):
    step.rows[min(step.rows)].field = QLineEdit(step)

    with pytest.raises(TypeError):
        step.field(min(step.rows))
