"""Tests how a cell is painted: in the colours of the tokens, with a bar where it is chosen."""

import pytest
from PySide6.QtGui import QImage

from ui.tables import cells
from ui.tables.cells import width_of
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.fixture
def table(qtbot):
    cell = Cell("Negative", "Nov 19", "circle-check", "good", strong=True)
    model = RowsModel((Column("Last test", lambda _row: cell, cell),))
    made = Table(model, "Tests")
    qtbot.addWidget(made)
    made.resize(300, 120)
    model.show(["one"])
    made.show()
    return made


def test_words_icon_and_quieter_words_have_their_colours(table, dressed):
    drawn = colours(table.viewport().grab().toImage())

    for tone in ("text", "quiet", "good", "line"):
        assert dressed.hex(tone) in drawn


def test_the_chosen_row_has_a_bar_as_well_as_a_tint(table, dressed):
    table.choose_first()
    table.setFocus()

    picture = table.viewport().grab().toImage()

    assert picture.pixelColor(1, 10).name().upper() == dressed.hex("accent")
    ground = picture.pixelColor(10, 3).name().upper()
    assert ground in {dressed.hex("accent_soft"), dressed.hex("sunken")}


def test_words_that_do_not_fit_are_cut_with_dots_and_never_painted_over(table, dressed):
    table.resize(70, 120)

    drawn = colours(table.viewport().grab().toImage())

    assert dressed.hex("good") in drawn


def test_words_that_were_measured_are_forgotten_on_demand(qapp):
    width_of(Cell("Begaye, Nizhoni"))
    assert cells._width.cache_info().currsize > 0

    cells.forget()

    assert cells._width.cache_info().currsize == 0


def test_a_cell_needs_room_for_all_its_parts(qapp):
    words = width_of(Cell("Negative"))

    assert width_of(Cell("Negative", "Nov 19")) > words
    assert width_of(Cell("Negative", icon="lock")) > words
    assert width_of(Cell("")) < words


def test_an_indent_moves_everything_by_the_room_of_an_icon(qapp):
    plain, moved = Cell("Visit"), Cell("Visit", indent=2)

    assert width_of(moved) - width_of(plain) == 2 * cells.step()
    assert width_of(Cell("Visit", icon="circle")) - width_of(plain) == cells.step()


def test_small_words_stand_before_the_others(qtbot, dressed):
    cell = Cell("Visit", before="Objective 1.1", indent=1)
    made = Table(RowsModel((Column("Plan", lambda _row: cell, cell),)), "Plan")
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.rows.show(["one"])
    made.show()

    drawn = colours(made.viewport().grab().toImage())

    assert cell.text == "Objective 1.1 Visit"
    assert width_of(cell) > width_of(Cell("Visit", indent=1))
    assert dressed.hex("quiet") in drawn
