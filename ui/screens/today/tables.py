"""The three tables of Today: what a row says, its icon and its columns, each described once."""

from datetime import date
from functools import partial

from app.attention import Attention
from app.progress_facts import Mark
from app.tasks_due import KINDS, Task
from app.today import TestToday
from app.wording import say
from reports import dates
from ui import marks
from ui.capitals import capital
from ui.tables.rows import Cell, Column

ICONS: dict[str, str] = {
    "draft": "pencil",
    "order": "gavel",
    "answer": "message-square",
    "medication-check": "message-square",
    "laboratory": "hourglass",
    "plan-review": "target",
    "plan": "clipboard-list",
    "verify": "clipboard-list",
    "hearing": "calendar",
    "undated": "circle-question-mark",
    "asked": "circle-question-mark",
}
NOTHING = Cell("")


def action_of(task: Task) -> str:
    """Return the verb of the one thing that can be done about a row."""
    return say(f"today.do.{task.kind.key}")


def when_of(task: Task, today: date) -> str:
    """Return by when something is due, or for how long it has waited."""
    if task.day is None:
        return say("today.no-date")
    days = (today - task.day).days
    if not task.kind.is_due:
        return say("today.waits", n=days) if days > 0 else say("today.since-today")
    if days > 0:
        return say("today.overdue", n=days)
    return dates.weekday(task.day) if days < 0 else say("today.due-today")


def to_do(today: date) -> tuple[Column[Task], ...]:
    widest = max((say(f"today.do.{kind.key}") for kind in KINDS), key=len)
    return (
        Column(
            say("today.column.what"),
            lambda task: Cell(task.who, task.reason, ICONS[task.kind.key], "quiet", strong=True),
            NOTHING,
            fills=True,
        ),
        Column(
            say("today.column.when"),
            lambda task: Cell("", when_of(task, today)),
            Cell("", say("today.overdue", n=188)),
        ),
        Column(
            say("today.column.key"),
            lambda task: Cell(task.kind.letter, action_of(task), strong=True),
            Cell("M", widest, strong=True),
        ),
    )


def attention() -> tuple[Column[Attention], ...]:
    return (
        Column(
            say("today.column.who"),
            lambda row: Cell(row.who, _phase(row), strong=True),
            Cell("Rosalind Achterberg", say("today.phase-day", phase=8, day=188), strong=True),
            gives=True,
        ),
        Column(say("today.column.facts"), lambda row: Cell(facts_of(row)), NOTHING, fills=True),
    )


def facts_of(row: Attention) -> str:
    """Return the facts as one sentence."""
    return capital("; ".join(row.facts))


def tests() -> tuple[Column[TestToday], ...]:
    return (
        Column(say("today.column.who"), _who_and_when, NOTHING, fills=True),
        Column(
            say("window.column.outcome"),
            lambda row: marks.test_cell(row.test),
            marks.cell(Mark.UNCONFIRMED),
        ),
    )


def _who_and_when(row: TestToday) -> Cell:
    return Cell(row.who, dates.clock(row.at) if row.at else "")


def _phase(row: Attention) -> str:
    told = partial(say, phase=row.phase)
    if row.phase is None:
        return ""
    if row.phase_day is None:
        return told("today.phase")
    return told("today.phase-day", day=row.phase_day)
