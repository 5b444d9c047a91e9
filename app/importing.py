"""Bringing a spreadsheet in: all of its rows or none, and nothing twice.

A known person or test with other values is a mistake, unless the caller asks to update; the values
before stay readable in the trail.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import entering_people, entering_tests
from app.desk import Desk
from app.import_job import Job, Summary
from app.imports import drug_tests, heading_words, headings, participants, reading, sheets
from app.imports.headings import Columns
from app.imports.reading import Field
from app.imports.rows import Parsed
from app.imports.sheets import Sheet
from models import trail
from models.trail import Event

# Rows that a person is shown before anything is kept.
SHOWN = 5


@dataclass(frozen=True)
class Kind:
    """One kind of table: its headings, how it is understood, and how its rows are entered."""

    name: str
    headings: Any
    fields: tuple[Field, ...]
    parse: Callable[..., Parsed[Any]]
    enter: Callable[[Session, list[Any], Job], None]


class _NothingKept(Exception):  # noqa: N818 - not an error: the way out of a transaction
    """Leaves the transaction, so that nothing of it stays."""


@dataclass(frozen=True)
class Table:
    """A spreadsheet that was read, and how its columns are understood."""

    kind: Kind
    sheet: Sheet
    columns: Columns

    def as_kind(self, kind: Kind) -> "Table":
        return table_of(kind, self.sheet)

    def naming(self, fields: Mapping[int, str]) -> "Table":
        """Return the table with its columns as somebody named them."""
        return replace(self, columns=headings.chosen(self.sheet, self.columns, fields))


@dataclass(frozen=True)
class Tried:
    """What came of a table, or would have, and the first of its rows as they are understood."""

    summary: Summary
    rows: tuple[Any, ...]


def look(path: Path) -> Table:
    """Read the spreadsheet at `path` as the kind that understands most of its headings.

    Raises:
        BadInput: the file as a whole cannot be read, or is over a limit.
    """
    sheet = sheets.read(path)
    return max(
        (table_of(kind, sheet) for kind in KINDS.values()),
        key=lambda table: len(table.columns.places),
    )


def table_of(kind: Kind, sheet: Sheet) -> Table:
    return Table(kind, sheet, headings.find(sheet, kind.headings))


def bring_in(
    desk: Desk, kind: Kind, path: Path, *, update: bool = False, dry_run: bool = False
) -> Summary:
    """Import the spreadsheet at `path`; with mistakes or `dry_run` nothing is kept.

    Raises:
        BadInput: the file as a whole cannot be read, or is over a limit.
    """
    table = table_of(kind, sheets.read(path))
    return enter(desk, table, update=update, dry_run=dry_run).summary


def enter(desk: Desk, table: Table, *, update: bool = False, dry_run: bool = False) -> Tried:
    """Import a table that was read; with mistakes or `dry_run` nothing is kept."""
    today = desk.today()
    parsed = table.kind.parse(table.sheet, today=today, columns=table.columns)
    summary = Summary(ignored_columns=parsed.ignored_columns, mistakes=list(parsed.mistakes))
    if not summary.mistakes:
        job = Job(table.columns, today, update, summary)
        _enter(desk, table.kind, list(parsed.rows), job, dry_run=dry_run)
    return Tried(summary, parsed.rows[:SHOWN])


def _enter(desk: Desk, kind: Kind, rows: list[Any], job: Job, *, dry_run: bool) -> None:
    summary = job.summary
    try:
        with desk.work(reason="import") as session:
            kind.enter(session, rows, job)
            _keep(session, kind, summary, dry_run=dry_run)
    except _NothingKept:
        if summary.mistakes:
            summary.imported = summary.updated = summary.unchanged = 0
    summary.mistakes = list(reading.first(summary.mistakes))


def _keep(session: Session, kind: Kind, summary: Summary, *, dry_run: bool) -> None:
    if summary.mistakes or dry_run:
        raise _NothingKept
    if summary.imported or summary.updated:
        counted = {"imported": [None, summary.imported], "updated": [None, summary.updated]}
        trail.record(session, Event("imported", kind.name, changes=counted))


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "participants",
            heading_words.PARTICIPANTS,
            participants.FIELDS,
            participants.parse,
            entering_people.enter,
        ),
        Kind(
            "drug-tests",
            heading_words.DRUG_TESTS,
            drug_tests.FIELDS,
            drug_tests.parse,
            entering_tests.enter,
        ),
    )
}
