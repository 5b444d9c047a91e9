"""Tests the table that everyone uses: keys, columns by content, and never a sideways scroll."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ui.tables.cells import width_of
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table, widths

COLUMNS = (
    Column("Name", Cell, Cell("Ramírez Tsosie"), fills=True),
    Column("Case", lambda row: Cell("2026-CR-0001"), Cell("2026-CR-0001")),
    Column("Last test", lambda row: Cell("Negative"), Cell("Waiting for result"), gives=True),
)


@pytest.fixture
def table(qtbot):
    model = RowsModel(COLUMNS)
    made = Table(model, "Participants")
    qtbot.addWidget(made)
    made.resize(700, 300)
    model.show(["Begaye", "Ibarra", "Strand"])
    return made


@pytest.mark.parametrize("room", [320, 420, 700, 1400])
def test_columns_fill_the_room_and_never_run_over(table, room):
    assert sum(widths(table.rows, room)) == room


def test_the_column_that_gives_becomes_narrower_first(table):
    plain = [width_of(column.widest) for column in COLUMNS]

    _name, case, test = widths(table.rows, sum(plain) - 40)

    assert case >= plain[1]
    assert test < plain[2]


def test_in_too_little_room_the_name_keeps_some(table):
    assert min(widths(table.rows, 100)) >= 24


def test_a_column_may_leave_so_that_the_name_keeps_its_room(qtbot):
    columns = (
        *COLUMNS,
        Column("Hearing", lambda row: Cell("Tue"), Cell("Tue Nov 28"), leaves=True),
    )
    model = RowsModel(columns)
    table = Table(model, "Participants")
    qtbot.addWidget(table)
    model.show(["Begaye"])
    table.resize(360, 300)
    table.show()

    assert table.isColumnHidden(3)
    assert table.columnWidth(0) >= width_of(columns[0].widest) * 0.6

    table.resize(900, 300)
    assert not table.isColumnHidden(3)


def test_room_that_is_left_is_shared_where_no_column_fills():
    columns = [replace(column, fills=False) for column in COLUMNS]
    plain = sum(width_of(column.widest) for column in columns)

    wide = widths(RowsModel(columns), plain + 400)
    narrow = widths(RowsModel(columns), plain + 100)

    assert sum(wide) == plain + 400
    assert max(new - old for new, old in zip(wide, narrow, strict=True)) <= 102


def test_what_is_spare_goes_before_anything_becomes_narrower():
    columns = [*COLUMNS, Column("Status", lambda row: Cell("Active"), Cell("Active"), spare=True)]
    plain = [width_of(column.widest) for column in columns]

    *_, test, status = widths(RowsModel(columns), sum(plain) - 20)

    assert status == 0
    assert test >= plain[2]


def test_enter_opens_the_row_that_is_chosen(qtbot, table):
    table.choose_first()
    qtbot.keyClick(table, Qt.Key.Key_Down)

    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert opened.args == ["Ibarra"]
    assert table.current_row() == "Ibarra"


def test_a_double_click_opens_too(qtbot, table):
    with qtbot.waitSignal(table.opened) as opened:
        table.doubleClicked.emit(table.rows.index(2, 0))

    assert opened.args == ["Strand"]


def test_nothing_is_opened_where_nothing_is_chosen(qtbot, table):
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
        table.open_current()

    assert table.current_row() is None


def test_the_row_that_is_chosen_is_told(qtbot, table):
    told = []
    table.chosen.connect(told.append)

    table.choose_first()
    table.rows.show([])

    assert told[0] == "Begaye"
    assert table.current_row() is None


def test_an_empty_table_has_no_first_row(table):
    table.rows.show([])

    table.choose_first()

    assert table.current_row() is None


def test_a_table_on_a_page_that_scrolls_is_as_high_as_its_rows(table, dressed):
    table.fit_height()

    assert table.height() == dressed.size("table_head") + 3 * dressed.size("row")


def test_no_table_scrolls_sideways(table):
    table.resize(200, 200)

    assert table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_only_the_rows_that_show_are_painted(qtbot, monkeypatch, table):
    painted = []
    cells = table.rows.cells
    table.rows.show([f"Person {number}" for number in range(500)])
    monkeypatch.setattr(table.rows, "cells", lambda n: painted.append(n) or cells(n))
    table.show()
    table.verticalScrollBar().setValue(100)
    painted.clear()

    table.viewport().grab()

    assert min(painted) == 100
    assert 8 <= len(painted) <= 12
