"""The columns of the trail, and one event told whole."""

from app.desk import Desk
from app.trail_list import TrailRow
from app.wording import say
from reports import dates
from ui.tables.rows import Cell, Column


def columns(desk: Desk) -> tuple[Column[TrailRow], ...]:
    """Return the columns; moments stand by the clock of the court."""
    return (
        Column(
            say("person.history.at"),
            lambda row: Cell("", when(desk, row)),
            Cell("", "Nov 28, 2028, 12:44 PM"),
        ),
        Column(
            say("person.history.did"),
            lambda row: Cell(row.entry.sentence, strong=True),
            Cell("Treatment plan changed", strong=True),
            gives=True,
        ),
        Column(
            say("trail.who"),
            lambda row: Cell(row.who),
            Cell("Ramírez Tsosie, Iñigo"),
            gives=True,
        ),
        Column(
            say("person.history.changes"),
            lambda row: Cell(row.entry.details, row.entry.reason or ""),
            Cell(""),
            fills=True,
        ),
        Column(
            say("form.history.by"),
            lambda row: Cell(row.entry.holder),
            Cell("Dana Whitlock"),
            gives=True,
        ),
        Column(
            say("trail.number"),
            lambda row: Cell("", f"{row.entry.seq:,}"),
            Cell("", "888,888"),
            spare=True,
        ),
    )


def when(desk: Desk, row: TrailRow) -> str:
    at = desk.local(row.entry.at)
    return f"{dates.dated(at.date())}, {dates.clock(at)}"


def whole(desk: Desk, row: TrailRow) -> str:
    """Return everything that one event says, for whom a line of the table is too short."""
    entry = row.entry
    who = say("trail.of", name=row.who, case=row.case_number) if row.who else ""
    told = say(
        "trail.whole",
        mark=entry.mark,
        when=when(desk, row),
        did=entry.sentence,
        by=entry.holder,
    )
    reason = say("trail.reason", reason=entry.reason) if entry.reason else ""
    return "\n".join(part for part in (told, who, entry.details, reason) if part)
