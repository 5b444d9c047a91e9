import pytest

from ui.screens.today.rows_card import FIRST, RowsCard
from ui.tables.rows import Cell, Column


@pytest.fixture
def card(qtbot):
    made = RowsCard("to-do", (Column("What", lambda row: Cell(str(row)), Cell("8"), fills=True),))
    qtbot.addWidget(made)
    return made


def test_an_empty_card_says_what_will_stand_in_it(card):
    assert not card.none.parentWidget().isHidden()
    assert card.table.isHidden()
    assert card.aside.text() == ""


def test_the_first_rows_stand_there_and_all_when_asked(card):
    card.show_rows(range(20), 20)
    first = card.table.rows.rowCount()
    card.more.click()

    assert first == FIRST
    assert card.more.text() == "Show all 20"
    assert card.table.rows.rowCount() == 20
    assert card.more.parentWidget().isHidden()


def test_more_than_can_be_listed_are_told(card):
    card.show_rows(range(10), 300)

    assert card.more.text() == "Show the first 10 of 300"
    assert card.aside.text() == "300"


def test_the_chosen_row_keeps_its_place(card):
    card.show_rows(range(5), 5)
    card.table.setCurrentIndex(card.table.rows.index(3, 0))

    card.show_rows(range(4), 4)
    kept = card.table.currentIndex().row()
    card.show_rows(range(2), 2)

    assert (kept, card.table.currentIndex().row()) == (3, 1)
