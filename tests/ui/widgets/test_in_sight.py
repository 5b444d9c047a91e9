"""Tests that the row which keys choose stays in sight of a page that scrolls as a whole."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets import in_sight
from ui.widgets.labels import scrolled

ROWS = 40


@pytest.fixture
def page(qtbot):
    """A low page with a long table."""
    made = QWidget()
    table = Table(RowsModel((Column("Number", lambda row: Cell(str(row)), Cell("40")),)), "Rows")
    table.rows.show(list(range(ROWS)))
    table.fit_height()
    scrolled(made).addWidget(table)
    in_sight.keep_rows(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    bar = made.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    table.choose_first()
    return made


@pytest.fixture
def table(page):
    return page.findChild(Table)


def is_in_sight(table, row):
    place = table.visualRect(table.rows.index(row, 0))
    top = table.viewport().mapTo(table.window(), place.topLeft()).y()
    return top >= 0 and top + place.height() <= table.window().height()


def test_the_page_follows_the_keys_down_and_up_again(qtbot, table):
    for _ in range(30):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    below = is_in_sight(table, 30), is_in_sight(table, 0)
    for _ in range(30):
        qtbot.keyClick(table, Qt.Key.Key_Up)

    assert below == (True, False)
    assert is_in_sight(table, 0)


def test_the_page_stands_still_below_a_click(qtbot, table):
    cut = next(row for row in range(ROWS) if not is_in_sight(table, row))
    place = table.visualRect(table.rows.index(cut, 0)).topLeft() + QPoint(9, 3)

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert table.currentIndex().row() == cut
    assert not is_in_sight(table, cut)


def test_no_row_and_no_page_around_move_nothing(qtbot, table):
    alone = QWidget()
    other = Table(RowsModel((Column("Number", lambda row: Cell(str(row)), Cell("40")),)), "Rows")
    other.rows.show([1, 2])
    QVBoxLayout(alone).addWidget(other)
    qtbot.addWidget(alone)
    in_sight.keep_rows(alone)

    other.choose_first()
    table.setCurrentIndex(QModelIndex())

    assert other.currentIndex().row() == 0
    assert is_in_sight(table, 0)
