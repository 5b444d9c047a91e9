"""The tables on a person's page, each described once: its rows, its columns, its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.participants import DetailFacts
from app.progress_facts import Mark
from app.testing import TestFacts
from app.wording import say
from models.choices import AttendanceOutcome, ObjectiveStatus, OrderStatus
from reports import dates
from ui import marks
from ui.tables.rows import Cell, Column

Columns = tuple[Column[Any], ...]

ATTENDANCE: dict[AttendanceOutcome | None, tuple[str, str]] = {
    AttendanceOutcome.ATTENDED: ("circle-check", "good"),
    AttendanceOutcome.LATE: ("circle-check", "good"),
    AttendanceOutcome.ABSENT: ("user-x", "attention"),
    AttendanceOutcome.EXCUSED: ("circle-slash", "quiet"),
    AttendanceOutcome.MEDICAL: ("circle-slash", "quiet"),
    None: ("circle-dashed", "quiet"),
}
ORDERS: dict[OrderStatus, tuple[str, str]] = {
    OrderStatus.OPEN: ("circle-dashed", "info"),
    OrderStatus.DONE: ("circle-check", "good"),
    OrderStatus.NOT_DONE: ("circle-minus", "attention"),
    OrderStatus.LIFTED: ("circle-slash", "quiet"),
}
OBJECTIVES: dict[ObjectiveStatus, tuple[str, str]] = {
    ObjectiveStatus.NOT_STARTED: ("circle", "quiet"),
    ObjectiveStatus.IN_PROGRESS: ("circle-dashed", "info"),
    ObjectiveStatus.MET: ("circle-check", "good"),
    ObjectiveStatus.PARTLY_MET: ("circle-dashed", "info"),
    ObjectiveStatus.REVISED: ("circle-slash", "quiet"),
    ObjectiveStatus.DISCONTINUED: ("circle-slash", "quiet"),
}
WIDEST_DAY = Cell("Wed Nov 28, 2028")
SHORT_DAY = Cell("Wed Nov 28")
NOTHING = Cell("")


@dataclass(frozen=True)
class Section:
    """One table of the page; `wide` stands in the main column."""

    key: str
    rows: Callable[[DetailFacts], Sequence[Any]]
    columns: Callable[[date], Columns]
    wide: bool


@dataclass(frozen=True)
class CourtLine:
    """A hearing, or an order given at it, as one line."""

    on: date
    cell: Cell


def _test_columns(today: date) -> Columns:
    return (
        _day_column(lambda test: test.collected_on, today, WIDEST_DAY),
        Column(
            say("window.column.outcome"),
            marks.test_cell,
            marks.cell(Mark.DECLINED),
            gives=True,
        ),
        Column(say("window.column.specimen"), _specimen, Cell(say("window.specimen.sweat-patch"))),
        Column(say("window.column.detail"), _test_detail, NOTHING, fills=True),
    )


def _session_columns(today: date) -> Columns:
    return (
        _day_column(lambda row: row.held_on, today, WIDEST_DAY),
        Column(
            say("window.column.session"),
            lambda row: Cell(row.title),
            Cell("Intensive outpatient group"),
        ),
        Column(say("window.column.attendance"), _attendance, NOTHING, fills=True),
    )


def _court_columns(today: date) -> Columns:
    return (
        _day_column(lambda row: row.on, today, SHORT_DAY),
        Column(say("window.column.what"), lambda row: row.cell, NOTHING, fills=True),
    )


def _objective_columns(today: date) -> Columns:
    return (
        Column(say("window.column.objective"), _objective, NOTHING, fills=True),
        Column(say("window.column.target"), lambda row: _target(row, today), SHORT_DAY),
    )


def _day_column(day_of: Callable[[Any], date], today: date, widest: Cell) -> Column[Any]:
    return Column(say("window.column.day"), lambda row: _day(day_of(row), today), widest)


def _day(day: date, today: date) -> Cell:
    told = dates.weekday(day)
    return Cell(told if abs((day - today).days) < 180 else f"{told}, {day.year}")


def _specimen(test: TestFacts) -> Cell:
    return Cell(say(f"window.specimen.{test.specimen.value}") if test.specimen else "")


def _test_detail(test: TestFacts) -> Cell:
    return Cell("", marks.detail(test))


def _attendance(row: Any) -> Cell:
    icon, tone = ATTENDANCE[row.outcome]
    word = say(f"window.attendance.{row.outcome.value if row.outcome else 'none'}")
    return Cell(word, row.reason or "", icon, tone)


def _court_lines(facts: DetailFacts) -> list[CourtLine]:
    lines = []
    for hearing, orders in facts.hearings:
        kind = say(f"report.hearing.{hearing.type.value}")
        came = say(
            f"window.appearance.{hearing.appearance.value if hearing.appearance else 'none'}"
        )
        lines.append(CourtLine(hearing.held_on, Cell(kind, came, "calendar", "quiet", strong=True)))
        for order in orders:
            icon, tone = ORDERS[order.status]
            quiet = say(f"window.order.{order.status.value}")
            lines.append(CourtLine(hearing.held_on, Cell(order.words, quiet, icon, tone)))
    return lines


def _objective(row: Any) -> Cell:
    icon, tone = OBJECTIVES[row.status]
    return Cell(row.words, say(f"window.objective.{row.status.value}"), icon, tone)


def _target(row: Any, today: date) -> Cell:
    return Cell(dates.near(row.target_on, today) if row.target_on else "")


SECTIONS: tuple[Section, ...] = (
    Section("tests", lambda facts: facts.tests, _test_columns, wide=True),
    Section("sessions", lambda facts: facts.attendance, _session_columns, wide=True),
    Section("court", _court_lines, _court_columns, wide=False),
    Section("objectives", lambda facts: facts.objectives, _objective_columns, wide=False),
)
