"""What a file says once it is understood: the first rows, or what must be put right before."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.importing import Tried
from app.imports.rows import DrugTestRow, Mistake, ParticipantRow
from app.imports.substances import label_of
from app.wording import say
from models.base import field_of
from models.choices import Outcome
from models.drug_test import DrugTest
from models.episode import CourtCase, Episode, StatusPeriod
from models.person import Person
from models.phase import PhasePeriod
from reports import dates
from ui import actions
from ui.tables.cells import width_of
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label

# Ordinary content, so that columns stand still from file to file.
WIDEST_NAME = Cell("Ramírez Tsosie, Iñigo", say("importing.name.preferred", name="Nacho"))
WIDEST_CASE = Cell("2026-CR-00000")
WIDEST_DATE = Cell("Nov 28, 2026")
WIDEST_HEADING = Cell("Date of admission")
NONE = Cell("")
# As many mistakes as leave the columns of the file in sight.
FIRST = 6


def preview(kind: str, rows: Sequence[Any]) -> Card:
    """Return the first rows as they are understood."""
    card = Card(say("importing.preview"))
    card.add(_table(COLUMNS[kind](), rows, say("importing.preview")))
    return card


class MistakesCard(Card):
    """Every mistake with its row and column; the sentence of the chosen one stands whole below."""

    def __init__(self, tried: Tried, again: QWidget) -> None:
        mistakes = tried.summary.mistakes
        aside = say("importing.mistakes.aside", n=len(mistakes))
        super().__init__(say("importing.mistakes"), aside)
        self.table = _table(mistake_columns(), mistakes[:FIRST], say("importing.mistakes"))
        self.sentence = label("", wraps=True)
        self.all = actions.link(say("importing.mistakes.all", n=len(mistakes)), self._show_all)
        self._mistakes = mistakes
        self._lay_out(again)
        self.table.chosen.connect(self._show)
        self.table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._fit())
        self.table.choose_first()

    def _lay_out(self, again: QWidget) -> None:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(say("importing.mistakes.how"), "quiet", wraps=True), 1)
        line.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.table)
        self.add_padded(self.sentence, self.all, foot)
        self.all.setVisible(len(self._mistakes) > FIRST)

    def _show(self, mistake: Mistake | None) -> None:
        self.sentence.setText(mistake.message if mistake else "")
        self._fit()

    def _fit(self) -> None:
        """Show the sentence below only where the table has to cut it."""
        cut = width_of(Cell(self.sentence.text())) > self.table.columnWidth(2)
        self.sentence.setVisible(cut and bool(self.sentence.text()))

    def _show_all(self) -> None:
        self.table.rows.show(self._mistakes)
        self.table.fit_height()
        self.table.choose_first()
        self.all.hide()
        self.table.setFocus()


def _table(columns: Sequence[Column[Any]], rows: Sequence[Any], name: str) -> Table:
    model: RowsModel[Any] = RowsModel(columns)
    table = Table(model, name)
    model.show(rows)
    table.fit_height()
    return table


def mistake_columns() -> tuple[Column[Mistake], ...]:
    return (
        Column(say("importing.row"), lambda each: Cell(str(each.row)), Cell("20000")),
        Column(say("importing.column"), _place, WIDEST_HEADING, gives=True),
        Column(say("importing.sentence"), lambda each: Cell(each.message), WIDEST_NAME, fills=True),
    )


def _place(mistake: Mistake) -> Cell:
    return Cell(mistake.column) if mistake.column else Cell("", say("importing.whole"))


def participant_columns() -> tuple[Column[ParticipantRow], ...]:
    return (
        Column(say("window.column.name"), _name, WIDEST_NAME),
        Column(field_of(CourtCase, "number").label, _case, WIDEST_CASE),
        Column(field_of(Person, "birth_date").label, lambda row: _day(row.birth_date), WIDEST_DATE),
        Column(field_of(StatusPeriod, "status").label, _status, Cell("Not admitted")),
        Column(field_of(PhasePeriod, "number").label, _phase, Cell("8")),
        Column(
            field_of(Episode, "admitted_on").label, lambda row: _day(row.admitted_on), WIDEST_DATE
        ),
    )


def test_columns() -> tuple[Column[DrugTestRow], ...]:
    return (
        Column(field_of(CourtCase, "number").label, _case, WIDEST_CASE),
        Column(
            field_of(DrugTest, "collected_on").label,
            lambda row: _day(row.collected_on),
            WIDEST_DATE,
        ),
        Column(field_of(DrugTest, "specimen").label, _specimen, Cell("Sweat patch")),
        Column(field_of(DrugTest, "outcome").label, _outcome, Cell("Unable to provide")),
        Column(say("importing.positive"), _positive, WIDEST_NAME, fills=True),
    )


def _name(row: ParticipantRow) -> Cell:
    called = say("importing.name.preferred", name=row.preferred_name) if row.preferred_name else ""
    words = say("importing.name", last=row.last_name, first=row.first_name)
    return Cell(words, called, strong=True)


def _case(row: ParticipantRow | DrugTestRow) -> Cell:
    return Cell(row.case_number)


def _day(day: Any) -> Cell:
    return Cell(dates.dated(day)) if day else NONE


def _status(row: ParticipantRow) -> Cell:
    return Cell(say(f"window.status.{row.status.value}")) if row.status else NONE


def _phase(row: ParticipantRow) -> Cell:
    return Cell(str(row.phase)) if row.phase else NONE


def _specimen(row: DrugTestRow) -> Cell:
    return Cell(say(f"window.specimen.{row.specimen.value}")) if row.specimen else NONE


def _outcome(row: DrugTestRow) -> Cell:
    positive = row.outcome is Outcome.TESTED and row.positive
    return Cell(say(f"importing.outcome.{'positive' if positive else row.outcome.value}"))


def _positive(row: DrugTestRow) -> Cell:
    return Cell(", ".join(label_of(substance) for substance in row.positive))


COLUMNS: dict[str, Callable[[], tuple[Column[Any], ...]]] = {
    "participants": participant_columns,
    "drug-tests": test_columns,
}
