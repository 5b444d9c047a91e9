"""The earlier values of a field as a table: when, what it was and became, by whom and why."""

from app.desk import Desk
from app.history import Entry
from app.wording import say
from reports import dates
from ui.tables.rows import Cell, Column


def columns(desk: Desk) -> tuple[Column[Entry], ...]:
    return (
        Column(say("form.history.at"), lambda entry: Cell(_at(desk, entry)), Cell("Nov 28, 2028")),
        Column(say("form.history.was"), _was, Cell("Ramírez Tsosie"), gives=True),
        Column(say("form.history.became"), _became, Cell("Ramírez Tsosie"), gives=True),
        Column(say("form.history.by"), lambda entry: Cell(entry.holder), Cell("Ruth Amsel")),
        Column(
            say("form.history.why"), lambda entry: Cell(entry.reason or ""), Cell(""), fills=True
        ),
    )


def _at(desk: Desk, entry: Entry) -> str:
    return dates.dated(desk.local(entry.at).date())


def _was(entry: Entry) -> Cell:
    return Cell(" ".join(change.was for change in entry.changes))


def _became(entry: Entry) -> Cell:
    return Cell(" ".join(change.became for change in entry.changes))
