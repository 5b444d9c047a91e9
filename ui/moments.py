"""How each kind of moment of a person's time looks: icon, tone, title and words, once for all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import choice_words
from app.progress_facts import Mark
from app.timeline import Moment, What
from app.wording import say
from models.choices import AttendanceOutcome, NoteKind, ObjectiveStatus, OrderStatus
from reports import dates
from ui import marks
from ui.tables.rows import Cell, Column

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
# Days from which on a day says its year.
FAR = 180
WIDEST_DAY = Cell("", "Wed Nov 28, 2028")
NOTES: dict[NoteKind, str] = {NoteKind.CONTACT: "message-square"}

CHIPS: dict[str, frozenset[What]] = {
    "everything": frozenset(What),
    "tests": frozenset({What.TEST}),
    "services": frozenset({What.SESSION, What.OBJECTIVE, What.PLAN}),
    "court": frozenset({What.HEARING, What.ORDER, What.PHASE, What.STATUS}),
    "notes": frozenset({What.NOTE}),
}


@dataclass(frozen=True)
class Look:
    """How one kind of moment is shown: its title with an icon, and its words."""

    title: Callable[[Any], Cell]
    words: Callable[[Any], str]


def _test(test: Any) -> Cell:
    cell = marks.test_cell(test)
    return Cell(cell.words, "", cell.icon, cell.tone, strong=True)


def _session(row: Any) -> Cell:
    icon, tone = ATTENDANCE[row.outcome]
    return Cell(choice_words.words(row.kind), "", icon, tone, strong=True)


def _session_words(row: Any) -> str:
    outcome = choice_words.words(row.outcome) if row.outcome else say("window.attendance.none")
    return ", ".join(part for part in (outcome, row.title, row.reason) if part)


def _hearing_words(row: Any) -> str:
    at = dates.clock(row.starts_at) if row.starts_at else ""
    came = choice_words.words(row.appearance).lower() if row.appearance else ""
    parts = (choice_words.words(row.type), at, row.judge, came)
    return ", ".join(part for part in parts if part)


def _order(row: Any) -> Cell:
    icon, tone = ORDERS[row.status]
    return Cell(say("moment.order"), "", icon, tone, strong=True)


def _order_words(row: Any) -> str:
    status = choice_words.words(row.status).lower()
    return say("moment.order.words", words=row.words, status=status)


def _objective(row: Any) -> Cell:
    icon, tone = OBJECTIVES[row.status]
    status = choice_words.words(row.status).lower()
    return Cell(say("moment.objective", status=status), "", icon, tone, strong=True)


def note_cell(note: Any) -> Cell:
    """Return what kind of note it is."""
    icon = NOTES.get(note.kind, "file-text")
    return Cell(choice_words.words(note.kind), "", icon, "quiet", strong=True)


def note_words(note: Any) -> str:
    """Return a note in one line; what somebody said themselves stands in quotation marks."""
    words = " ".join(note.words.split())
    return say("moment.quoted", words=words) if note.kind is NoteKind.OWN_WORDS else words


def _fixed(key: str, icon: str) -> Callable[[Any], Cell]:
    return lambda _row: Cell(say(f"moment.{key}"), "", icon, "quiet", strong=True)


LOOKS: dict[What, Look] = {
    What.TEST: Look(_test, marks.detail),
    What.SESSION: Look(_session, _session_words),
    What.HEARING: Look(_fixed("hearing", "gavel"), _hearing_words),
    What.ORDER: Look(_order, _order_words),
    What.NOTE: Look(note_cell, note_words),
    What.OBJECTIVE: Look(_objective, lambda row: row.words),
    What.PLAN: Look(
        _fixed("plan", "target"), lambda row: say("moment.plan.words", version=row.version)
    ),
    What.PHASE: Look(
        _fixed("phase", "signpost"),
        lambda row: say("moment.phase.words", number=row.number),
    ),
    What.STATUS: Look(_fixed("status", "signpost"), lambda row: choice_words.words(row.status)),
}


def columns(today: Any) -> tuple[Column[Moment], ...]:
    """Return the columns of a line of time as of `today`."""
    return (
        Column(say("window.column.day"), lambda moment: day_cell(moment.on, today), WIDEST_DAY),
        Column(
            say("moment.what"),
            lambda moment: LOOKS[moment.what].title(moment.fact),
            marks.cell(Mark.DECLINED),
        ),
        Column(
            say("moment.words"),
            lambda moment: Cell(LOOKS[moment.what].words(moment.fact)),
            Cell(""),
            fills=True,
        ),
    )


def day_cell(day: date, today: date) -> Cell:
    """Return a day with its weekday, and with its year where that is another half-year."""
    told = dates.weekday(day)
    far = abs((day - today).days) >= FAR
    return Cell("", f"{told}, {day.year}" if far else told)
