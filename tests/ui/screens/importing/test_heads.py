"""Tests the columns of a file: what each is understood as, and how a person changes it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.importing import KINDS, table_of
from app.imports.sheets import gather
from ui.screens.importing.heads import HeadsCard

SHEET = gather(
    [["Who", "Case #", "DOB", "Notes", "Status"], ["Marsh, Delia", "7", "3/7/86", "", "active"]]
)
TABLE = table_of(KINDS["participants"], SHEET)


@pytest.fixture
def card(qtbot):
    made = HeadsCard()
    made.told = []
    made.named.connect(made.told.append)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    with qtbot.waitSignal(made.shown):
        made.show_table(TABLE)
    return made


def test_every_column_says_what_it_is_understood_as(card):
    assert {place: box.currentText() for place, box in card.boxes.items()} == {
        0: "Leave out",
        1: "Case number",
        2: "Birth date",
        3: "Leave out",
        4: "Status",
    }
    assert card.boxes[0].accessibleName() == "Who is understood as"


def test_a_column_is_named_by_typing(card):
    box = card.boxes[0]
    box.setFocus()
    box.lineEdit().selectAll()

    box.setEditText("FULL name")
    box.clearFocus()

    assert card.told == [{0: "name", 1: "case_number", 2: "birth_date", 4: "status"}]
    assert box.currentText() == "Full name"


def test_words_that_name_nothing_leave_the_column_as_it_was(card):
    box = card.boxes[1]
    box.setFocus()

    box.setEditText("nonsense")
    box.clearFocus()

    assert box.currentText() == "Case number"
    assert card.told == []


def test_a_column_is_left_out_with_the_arrows(card):
    box = card.boxes[1]
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Up)

    assert card.fields() == {2: "birth_date", 4: "status"}
    assert card.told == [card.fields()]


def test_the_wheel_never_changes_a_column(card):
    box = card.boxes[1]
    here = QPointF(5, 5)
    turned = QWheelEvent(
        here, here, QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(box, turned)

    assert box.currentText() == "Case number"


def test_another_table_takes_the_place_of_the_first(qtbot, card):
    other = table_of(KINDS["drug-tests"], SHEET)

    card.show_table(TABLE)
    with qtbot.waitSignal(card.shown):
        card.show_table(other)

    assert card.boxes[4].findText("Collected on") >= 0
    assert len(card._lines) == len(card.boxes) == 5


def test_a_narrow_page_has_the_columns_below_one_another(card):
    card.fold(narrow=True)
    assert card._grid.columnCount() == 2
    assert card._grid.itemAtPosition(0, 1) is None

    card.fold(narrow=False)
    assert card._grid.itemAtPosition(0, 1) is not None
