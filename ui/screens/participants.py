"""Everybody: found as somebody types, narrowed by status, opened with Enter."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app import listing
from app.desk import Desk
from app.events import Changed
from app.listing import ParticipantRow, Wanted
from app.progress_facts import Mark
from app.wording import say
from models.choices import Status
from reports import dates
from ui import marks, tasks
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.chips import Chips, Choice
from ui.widgets.empty import Empty
from ui.widgets.labels import label
from ui.widgets.page import Page

SHOWS = {"person", "episode", "court_case", "status_period", "phase_period", "drug_test", "hearing"}
FIRST = (
    Status.ACTIVE,
    Status.REFERRED,
    Status.SCREENING,
    Status.SUSPENDED,
    Status.GRADUATED,
)


# Ordinary content, so that columns stand still while rows come and go.
WIDEST_NAME = Cell("Ramírez Tsosie, Iñigo", strong=True)
WIDEST_CASE = Cell("2026-CR-00000")
WIDEST_DATE = "Nov 28"
WIDEST_DAY = "Wed Nov 28"


class ParticipantsScreen(Page):
    """One table; what it holds is read 200 rows at a time, away from the window."""

    shown = Signal()  # the rows that were asked for last are in the table
    narrowed = Signal()  # the chips changed what is looked for

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = Wanted(statuses=frozenset({Status.ACTIVE}))
        self._reading = False
        self._stale = False
        self.total = label("", "quiet")
        self.chips = Chips(self._wanted.statuses)
        self.model = RowsModel(columns(desk.today()), ask=self._more, parent=self)
        self.table = Table(self.model, say("window.participants"))
        self.empty = Empty()
        self._build()
        self.chips.changed.connect(self._narrow)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._hint)
        self.refresh()

    @property
    def is_reading(self) -> bool:
        return self._reading

    def search(self, words: str) -> None:
        """Show whose names or case numbers hold `words`."""
        if words != self._wanted.words:
            self._wanted = replace(self._wanted, words=words)
            self._read()

    def refresh(self) -> None:
        """Read the list and the counts on the chips anew."""
        tasks.run(self._counts, owner=self, done=self._show_counts, failed=self.fail)
        self._read()

    def heed(self, change: Changed) -> None:
        """Read anew where something that the list shows has changed."""
        if change.tables & SHOWS:
            self.refresh()

    def focus_first(self) -> None:
        self.table.setFocus()

    def open_first(self) -> None:
        """Open the row that is chosen, which is the first where nobody chose."""
        self.table.open_current()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(say("window.participants"), "title"))
        head.addStretch(1)
        head.addWidget(self.total)
        line = QHBoxLayout()
        line.addWidget(self.chips)
        line.addStretch(1)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self._places = QStackedWidget()
        self._places.setObjectName("card")
        self._places.addWidget(self.table)
        self._places.addWidget(self.empty)
        self.column.addWidget(self._places, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _read(self) -> None:
        """Read what is wanted now; what is typed meanwhile is read once, when this is done."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        wanted, desk = self._wanted, self._desk
        tasks.run(
            lambda: read(desk, wanted), owner=self, done=self._show, failed=self._fail_reading
        )

    def _show(self, rows: list[ParticipantRow]) -> None:
        self._reading = False
        if self._stale:
            self._read()
            return
        self.model.show(rows, more=len(rows) == listing.PAGE)
        self.table.choose_first()
        self._show_total(rows)
        self._places.setCurrentWidget(self.table if rows else self.empty)
        if not rows:
            self._tell_empty()
        self.shown.emit()

    def _show_total(self, rows: list[ParticipantRow]) -> None:
        """Say how many there are; behind a full page they are counted once the rows stand."""
        if len(rows) < listing.PAGE:
            self.total.setText(say("window.participants.total", n=len(rows)))
            return
        wanted, desk = self._wanted, self._desk

        def show(found: int) -> None:
            if wanted is self._wanted:
                self.total.setText(say("window.participants.total", n=found))

        tasks.run(lambda: count(desk, wanted), owner=self, done=show, failed=self.fail)

    def _append(self, rows: list[ParticipantRow]) -> None:
        self.model.append(rows, more=len(rows) == listing.PAGE)

    def _fail_reading(self, error: Exception) -> None:
        self._reading = False
        self.fail(error)

    def _more(self, start: int) -> None:
        wanted, desk = self._wanted, self._desk
        tasks.run(
            lambda: read(desk, wanted, start),
            owner=self,
            done=lambda rows: self._append(rows) if wanted is self._wanted else None,
            failed=self.fail,
        )

    def _counts(self) -> dict[Status, int]:
        with self._desk.read() as session:
            return listing.count_by_status(session)

    def _show_counts(self, counts: dict[Status, int]) -> None:
        choices = {
            status: Choice(status, say(f"window.status.{status.value}"), counts[status])
            for status in Status
            if counts.get(status)
        }
        first = [choices[status] for status in FIRST if status in choices]
        self.chips.show_choices(first, [c for s, c in choices.items() if s not in FIRST])

    def _narrow(self) -> None:
        self._wanted = replace(self._wanted, statuses=self.chips.chosen)
        self._read()

    def _tell_empty(self) -> None:
        if not self._wanted.statuses and not self._wanted.words:
            self.empty.tell(say("window.participants.none"))
        elif self._wanted.statuses:
            everybody = say("window.participants.everybody")
            self.empty.tell(say("window.participants.none-so"), everybody, self._everybody)
        else:
            self.empty.tell(say("window.participants.none-found", words=self._wanted.words))

    def _everybody(self) -> None:
        self.chips.choose(frozenset())
        tasks.run(self._counts, owner=self, done=self._show_counts, failed=self.fail)

    def _open(self, row: ParticipantRow) -> None:
        self.wants.emit("person", row.person_id)

    def _hint(self, row: ParticipantRow | None) -> None:
        self.hints.emit(say("window.participants.hint", name=_name(row)) if row else "")


def read(desk: Desk, wanted: Wanted, start: int = 0) -> list[ParticipantRow]:
    """Return a page of rows as narrowed; runs in the record lane."""
    with desk.read() as session:
        return listing.page(session, wanted, start=start)


def count(desk: Desk, wanted: Wanted) -> int:
    with desk.read() as session:
        return listing.count(session, wanted)


def columns(today: date) -> tuple[Column[ParticipantRow], ...]:
    """Return the columns of the list as of `today`."""
    return (
        Column(say("window.column.name"), _name_cell, WIDEST_NAME, fills=True),
        Column(say("window.column.case"), lambda row: Cell(row.case_number or ""), WIDEST_CASE),
        Column(say("window.column.phase"), lambda row: _phase_cell(row, today), _widest_phase()),
        Column(say("window.column.status"), _status_cell, Cell(say("window.status.not-admitted"))),
        Column(
            say("window.column.test"),
            lambda row: _test_cell(row, today),
            marks.cell(Mark.WAITING, WIDEST_DATE),
            gives=True,
        ),
        Column(say("window.column.hearing"), _hearing_cell, Cell(WIDEST_DAY)),
    )


def _widest_phase() -> Cell:
    return Cell("8", say("window.phase.day-of", day=188, minimum=888))


def _name(row: ParticipantRow) -> str:
    return f"{row.preferred_name or row.first_name} {row.last_name}"


def _name_cell(row: ParticipantRow) -> Cell:
    return Cell(f"{row.last_name}, {row.preferred_name or row.first_name}", strong=True)


def _phase_cell(row: ParticipantRow, today: date) -> Cell:
    if row.phase is None:
        return Cell("")
    if row.phase_since is None:
        return Cell(str(row.phase), say("window.phase.no-start"))
    day = (today - row.phase_since).days + 1
    if row.phase_minimum_days is None:
        return Cell(str(row.phase), say("window.phase.day", day=day))
    told = say("window.phase.day-of", day=day, minimum=row.phase_minimum_days)
    return Cell(str(row.phase), told)


def _status_cell(row: ParticipantRow) -> Cell:
    return Cell(say(f"window.status.{row.status.value if row.status else 'none'}"))


def _test_cell(row: ParticipantRow, today: date) -> Cell:
    if row.last_test is None or row.last_test_on is None:
        return Cell("", say("window.test.none"))
    return marks.cell(Mark(row.last_test), dates.near(row.last_test_on, today))


def _hearing_cell(row: ParticipantRow) -> Cell:
    if row.next_hearing_on is None:
        return Cell("", say("window.hearing.none"))
    return Cell(dates.weekday(row.next_hearing_on))
