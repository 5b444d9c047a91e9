"""The columns of the list of participants: what each shows, and how wide it ordinarily is."""

from datetime import date

from app import names
from app.listing import ParticipantRow
from app.progress_facts import Mark
from app.wording import say
from reports import dates
from ui import marks
from ui.tables.rows import Cell, Column

# Ordinary content, so that columns stand still while rows come and go.
WIDEST_NAME = Cell("Ramírez Tsosie, Iñigo", strong=True)
WIDEST_CASE = Cell("2026-CR-00000")
WIDEST_DATE = "Nov 28"
WIDEST_DAY = "Wed Nov 28"


def columns(today: date) -> tuple[Column[ParticipantRow], ...]:
    """Return the columns of the list as of `today`."""
    return (
        Column(say("window.column.name"), _name_cell, WIDEST_NAME),
        Column(say("window.column.case"), lambda row: Cell(row.case_number or ""), WIDEST_CASE),
        Column(say("window.column.phase"), lambda row: _phase_cell(row, today), _widest_phase()),
        Column(
            say("window.column.status"),
            _status_cell,
            Cell(say("window.status.not-admitted")),
            spare=True,
        ),
        Column(
            say("window.column.test"),
            lambda row: _test_cell(row, today),
            marks.cell(Mark.WAITING, WIDEST_DATE),
            gives=True,
        ),
        Column(say("window.column.hearing"), _hearing_cell, Cell(WIDEST_DAY), leaves=True),
    )


def _widest_phase() -> Cell:
    return Cell("8", say("window.phase.day-of", day=188, minimum=888))


def name_of(row: ParticipantRow) -> str:
    """Return a name as people say it."""
    return names.said(row)


def _name_cell(row: ParticipantRow) -> Cell:
    return Cell(names.listed(row), strong=True)


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
