"""How each kind of moment of a person's time looks: icon, tone, title and words, once for all."""

from collections.abc import Callable
from dataclasses import dataclass
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
    came = choice_words.words(row.appearance) if row.appearance else ""
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


def _fixed(key: str, icon: str) -> Callable[[Any], Cell]:
    return lambda _row: Cell(say(f"moment.{key}"), "", icon, "quiet", strong=True)


LOOKS: dict[What, Look] = {
    What.TEST: Look(_test, marks.detail),
    What.SESSION: Look(_session, _session_words),
    What.HEARING: Look(_fixed("hearing", "gavel"), _hearing_words),
    What.ORDER: Look(_order, _order_words),
    What.NOTE: Look(
        lambda row: Cell(
            choice_words.words(row.kind), "", NOTES.get(row.kind, "file-text"), "quiet", strong=True
        ),
        lambda row: " ".join(row.words.split()),
    ),
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
        Column(
            say("window.column.day"), lambda moment: _day(moment, today), Cell("Wed Nov 28, 2028")
        ),
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


def _day(moment: Moment, today: Any) -> Cell:
    told = dates.weekday(moment.on)
    far = abs((moment.on - today).days) >= 180
    return Cell("", f"{told}, {moment.on.year}" if far else told)
