"""Tests the rows of a table: read-only, described columns, 200 more when they are wanted."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.tables.rows import CELL, ROW, Cell, Column, RowsModel

COLUMNS = (
    Column("Name", lambda row: Cell(row, "quiet", "lock", strong=True), Cell("widest")),
    Column("Length", lambda row: Cell(str(len(row))), Cell("888")),
)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def asked_for():
    return []


@pytest.fixture
def model(qapp, asked_for):
    made = RowsModel(COLUMNS, ask=asked_for.append)
    tester = QAbstractItemModelTester(made, FATAL)
    yield made
    del tester


def test_rows_are_shown_as_the_columns_say(model):
    model.show(["Begaye", "Ibarra"])

    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.index(0, 0).data() == "Begaye quiet"
    assert model.index(1, 1).data() == "6"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Begaye quiet"
    assert model.index(0, 0).data(CELL) == Cell("Begaye", "quiet", "lock", strong=True)
    assert model.index(1, 0).data(ROW) == "Ibarra"
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert model.data(QModelIndex()) is None


def test_headings_are_those_of_the_columns(model):
    across = Qt.Orientation.Horizontal

    assert model.headerData(0, across) == "Name"
    assert model.headerData(9, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole)


def test_no_row_hangs_under_another(model):
    model.show(["Begaye"])
    inside = model.index(0, 0)

    assert model.rowCount(inside) == model.columnCount(inside) == 0
    assert not model.canFetchMore(inside)


def test_more_rows_are_asked_for_once_and_added(model, asked_for):
    model.show(["a"] * 200, more=True)
    top = QModelIndex()

    model.fetchMore(top)
    model.fetchMore(top)

    assert asked_for == [200]
    model.append(["b"] * 150)
    assert model.rowCount() == 350
    assert not model.canFetchMore(top)


def test_rows_that_are_gone_meanwhile_are_not_asked_for_again(model):
    model.show(["a"], more=True)

    model.append([])

    assert not model.canFetchMore(QModelIndex())


def test_a_table_that_holds_everything_asks_for_nothing(qapp):
    model = RowsModel(COLUMNS)

    model.show(["a"], more=True)

    assert not model.canFetchMore(QModelIndex())
