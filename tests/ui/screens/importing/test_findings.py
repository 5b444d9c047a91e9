"""Tests what a file says: its first rows as they are understood, or what to put right."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from app.import_job import Summary
from app.importing import Tried
from app.imports.rows import DrugTestRow, Mistake, ParticipantRow
from models.choices import Outcome, Sex, Specimen, Status, Validity
from ui.screens.importing.findings import COLUMNS, FIRST, MistakesCard, preview
from ui.tables.view import Table

DELIA = ParticipantRow(
    2, "2026-CR-0418", "Marsh", "Delia", None, "Dee", date(1986, 3, 7), Sex.FEMALE,
    Status.NOT_ADMITTED, None, 2, None, date(2026, 9, 1), frozenset(),
)  # fmt: skip
BARE = replace(
    DELIA, preferred_name=None, birth_date=None, status=None, phase=None, admitted_on=None
)
TEST = DrugTestRow(
    2, "2026-CR-0418", date(2026, 11, 2), Specimen.URINE, Outcome.TESTED,
    Validity.NOT_DETERMINED, ("thc",), frozenset(),
)  # fmt: skip


def words(kind, row):
    return [column.cell(row).text.replace("\xa0", " ") for column in COLUMNS[kind]()]


def test_a_person_is_shown_as_understood():
    assert words("participants", DELIA) == [
        "Marsh, Delia called Dee",
        "2026-CR-0418",
        "Mar 7, 1986",
        "Not admitted",
        "2",
        "Sep 1, 2026",
    ]
    assert words("participants", BARE) == ["Marsh, Delia", "2026-CR-0418", "", "", "", ""]


def test_a_test_is_shown_as_understood():
    assert words("drug-tests", TEST)[1:4] == ["Nov 2, 2026", "Urine", "Positive"]
    assert words("drug-tests", replace(TEST, positive=(), specimen=None))[2:] == [
        "",
        "Negative",
        "",
    ]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_word(outcome):
    assert words("drug-tests", replace(TEST, outcome=outcome, positive=()))[3]


def test_the_preview_is_a_table_with_a_name(qtbot):
    card = preview("participants", [DELIA, BARE])
    qtbot.addWidget(card)

    [table] = card.findChildren(Table)
    assert table.rows.rowCount() == 2
    assert table.accessibleName() == "The first rows, as they are understood"


@pytest.fixture
def mistakes(qtbot):
    def make(number, message="Write it as MM/DD/YYYY."):
        found = [Mistake(row, "" if row == 1 else "DOB", message) for row in range(1, number + 1)]
        card = MistakesCard(Tried(Summary(mistakes=found), ()), QPushButton("again"))
        qtbot.addWidget(card)
        card.resize(800, 400)
        card.show()
        return card

    return make


def test_mistakes_stand_in_a_table_by_row_and_column(mistakes):
    card = mistakes(2)

    texts = [[cell.text for cell in card.table.rows.cells(row)] for row in range(2)]
    assert texts == [
        ["1", "whole file", "Write it as MM/DD/YYYY."],
        ["2", "DOB", "Write it as MM/DD/YYYY."],
    ]
    assert not card.all.isVisible()
    assert not card.sentence.isVisible()


def test_a_sentence_that_the_table_cuts_stands_whole_below(mistakes):
    card = mistakes(1, "This sentence goes on for much longer than the table is wide. " * 3)

    assert card.sentence.isVisible()
    card.table.rows.show([])
    card.table.chosen.emit(None)
    assert not card.sentence.isVisible()


def test_of_many_mistakes_the_first_are_shown_and_then_all(mistakes):
    card = mistakes(FIRST + 3)
    assert card.table.rows.rowCount() == FIRST

    card.all.click()

    assert card.table.rows.rowCount() == FIRST + 3
    assert not card.all.isVisible()
