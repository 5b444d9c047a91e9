"""Bringing a spreadsheet in: all of its rows or none, and nothing twice.

A known person or test with other values is a mistake, unless the caller asks to update; the values
before stay readable in the trail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import entering_people, entering_tests
from app.desk import Desk
from app.import_job import Job, Summary
from app.imports import drug_tests, heading_words, headings, participants, reading, sheets
from app.imports.rows import Parsed
from models import trail
from models.trail import Event


@dataclass(frozen=True)
class Kind:
    """One kind of table: its headings, how it is understood, and how its rows are entered."""

    name: str
    headings: Any
    parse: Callable[..., Parsed[Any]]
    enter: Callable[[Session, list[Any], Job], None]


class _NothingKept(Exception):  # noqa: N818 - not an error: the way out of a transaction
    """Leaves the transaction, so that nothing of it stays."""


def bring_in(
    desk: Desk, kind: Kind, path: Path, *, update: bool = False, dry_run: bool = False
) -> Summary:
    """Import the spreadsheet at `path`; with mistakes or `dry_run` nothing is kept.

    Raises:
        BadInput: the file as a whole cannot be read, or is over a limit.
    """
    sheet = sheets.read(path)
    today = desk.today()
    parsed = kind.parse(sheet, today=today)
    summary = Summary(ignored_columns=parsed.ignored_columns, mistakes=list(parsed.mistakes))
    job = Job(headings.find(sheet, kind.headings), today, update, summary)
    if summary.mistakes:
        return summary
    try:
        with desk.work(reason="import") as session:
            kind.enter(session, list(parsed.rows), job)
            _keep(session, kind, summary, dry_run=dry_run)
    except _NothingKept:
        if summary.mistakes:
            summary.imported = summary.updated = summary.unchanged = 0
    summary.mistakes = list(reading.first(summary.mistakes))
    return summary


def _keep(session: Session, kind: Kind, summary: Summary, *, dry_run: bool) -> None:
    if summary.mistakes or dry_run:
        raise _NothingKept
    if summary.imported or summary.updated:
        counted = {"imported": [None, summary.imported], "updated": [None, summary.updated]}
        trail.record(session, Event("imported", kind.name, changes=counted))


KINDS = {
    kind.name: kind
    for kind in (
        Kind("participants", heading_words.PARTICIPANTS, participants.parse, entering_people.enter),
        Kind("drug-tests", heading_words.DRUG_TESTS, drug_tests.parse, entering_tests.enter),
    )
}
