"""Tests the six groups of a recovery sheet: typed on and on, or pasted whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.vault import recovery
from ui import tasks
from ui.widgets.sheet_field import SheetField

ROOT = bytes(18) + b"\x2a"
GROUPS = recovery.groups_of(ROOT)


@pytest.fixture
def field(qtbot):
    made = SheetField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_goes_on_into_the_next_group(qtbot, field):
    for part, group in zip(field.fields, GROUPS, strict=True):
        qtbot.keyClicks(part, group)

    assert recovery.read_sheet(field.text())[0] == ROOT


def test_a_sheet_that_is_pasted_fills_every_group(qtbot, field):
    QApplication.clipboard().setText("\n".join(GROUPS))

    qtbot.keyClick(field.fields[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert tuple(part.text() for part in field.fields) == GROUPS


def test_something_else_that_is_pasted_stays_in_its_field(qtbot, field):
    QApplication.clipboard().setText("abc")

    qtbot.keyClick(field.fields[2], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert field.fields[2].text() == "abc"


def test_the_group_with_the_mistake_is_pointed_at(qtbot, field):
    field.fields[3].setText("H3TRBQ")
    field.activateWindow()

    field.point_at(4)

    assert field.fields[3].selectedText() == "H3TRBQ"


def test_return_hands_the_sheet_over(qtbot, field):
    with qtbot.waitSignal(field.returned):
        qtbot.keyClick(field.fields[5], Qt.Key.Key_Return)


def test_the_groups_can_be_emptied_and_say_their_number(field):
    field.fields[0].setText("ABCDEF")

    field.clear()

    assert field.fields[0].text() == ""
    assert field.fields[5].accessibleName() == "Group 6 of the recovery sheet"


def test_a_full_group_with_a_mistake_is_named_until_it_is_mended(qtbot, field):
    told = []
    field.mistaken.connect(told.append)
    field.fields[4].setText("AAAAAB")
    field.fields[2].setText("AAAAAB")
    tasks.settle()
    assert told[-1].startswith("Group 3 has a mistake")

    field.fields[2].setText("000000")
    field.fields[4].clear()
    tasks.settle()

    assert told[-1] == ""


def test_what_was_typed_over_meanwhile_is_no_mistake_any_more(qtbot, field):
    told = []
    field.mistaken.connect(told.append)
    field.fields[0].setText("AAAAAB")
    field.fields[0].setText("0")

    tasks.settle()

    assert told == []
