"""What of the trail leaves on paper or in a table, and its way through the gate.

What is kept of such a release names nobody: which events, and how many. The events stand in the
trail; a copy of their values would outlive the key under which they can be destroyed.
"""

import csv
import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app import clock, court, release, trail_list
from app.desk import Desk
from app.facts import canonical
from app.imports.formulas import guard
from app.release import Draw, Release, Released
from app.trail_list import TrailRow, Wanted
from app.wording import say
from models.choices import Purpose, Recipient

DOCUMENT, TABLE = "trail-extract", "trail-csv"
# More pages than these nobody reads; a table takes everything.
MOST = 1000
# After so many events the window gets its turn: Python runs one thread at a time.
BATCH, BREATH = 100, 0.002
COLUMNS = ("seq", "at", "by", "did", "name", "case", "changes", "reason")


@dataclass(frozen=True)
class ExtractRow:
    """One event as it leaves; the moment is by the court's clock."""

    seq: int
    at: datetime
    by: str
    did: str
    name: str
    case: str
    changes: str
    reason: str


@dataclass(frozen=True)
class ExtractFacts:
    """Everything that an extract says."""

    court: str
    prepared_by: str
    prepared_at: datetime
    narrowed: tuple[str, ...]
    events: int
    is_cut: bool
    rows: tuple[ExtractRow, ...]
    audit_mark: str

    @property
    def names_people(self) -> bool:
        return any(row.name for row in self.rows)


def facts(desk: Desk, wanted: Wanted, rows: Sequence[TrailRow], *, is_cut: bool) -> ExtractFacts:
    """Return what an extract of `rows`, read as `wanted`, says; prepared now."""
    with desk.read() as session:
        name = trail_list.name_of(session, wanted.person_id) if wanted.person_id else ""
        return ExtractFacts(
            court=court.facts(session).name,
            prepared_by=desk.holder,
            prepared_at=clock.local_now(desk.zone).replace(second=0, microsecond=0),
            narrowed=tuple(_narrowed(wanted, name)),
            events=trail_list.count(session),
            is_cut=is_cut,
            rows=tuple(_rows(desk, rows)),
            audit_mark=release.mark_before(session),
        )


def table(told: ExtractFacts) -> bytes:
    """Return the events as CSV that a spreadsheet reads and cannot be made to run."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(say(f"trail.csv.{column}") for column in COLUMNS)
    for number, row in enumerate(told.rows, 1):
        _breathe(number)
        at = f"{row.at:%Y-%m-%d %H:%M:%S}"
        cells = (str(row.seq), at, *(getattr(row, column) for column in COLUMNS[2:]))
        writer.writerow(guard(cell) for cell in cells)
    return text.getvalue().encode("utf-8-sig")


def released(
    desk: Desk, wanted: Wanted, told: ExtractFacts, draw: Draw, document: str = DOCUMENT
) -> Released:
    """Write down that an extract leaves; its bytes may then leave."""
    first, last = (told.rows[-1].seq, told.rows[0].seq) if told.rows else (None, None)
    kept = {
        "document": document,
        "events": len(told.rows),
        "first": first,
        "last": last,
        "since": wanted.since,
        "until": wanted.until,
        "holder": wanted.holder,
        "kind": wanted.kind,
        "searched": bool(wanted.words),
    }
    what = Release(
        document, Recipient.INTERNAL, Purpose.TRAIL, canonical(kept), person_id=wanted.person_id
    )
    return release.release(desk, what, draw, audit_mark=told.audit_mark)


def _rows(desk: Desk, rows: Sequence[TrailRow]) -> Iterator[ExtractRow]:
    for number, row in enumerate(rows, 1):
        _breathe(number)
        yield _row(desk, row)


def _breathe(number: int) -> None:
    if number % BATCH == 0:
        time.sleep(BREATH)


def _row(desk: Desk, row: TrailRow) -> ExtractRow:
    entry = row.entry
    return ExtractRow(
        seq=entry.seq,
        at=desk.local(entry.at).replace(microsecond=0),
        by=entry.holder,
        did=entry.sentence,
        name=row.who,
        case=row.case_number,
        changes=entry.worded("trail.change"),  # the fonts of our pages have no arrow
        reason=entry.reason or "",
    )


def _narrowed(wanted: Wanted, name: str) -> list[str]:
    """Return in words what the extract is narrowed to."""
    told = [
        (f"{wanted.since:%m/%d/%Y}" if wanted.since else "", "trail.page.since"),
        (f"{wanted.until:%m/%d/%Y}" if wanted.until else "", "trail.page.until"),
        (name, "trail.page.person"),
        (wanted.holder or "", "trail.page.holder"),
        (say(f"trail.kind.{wanted.kind}") if wanted.kind else "", "trail.page.kind"),
        (wanted.words, "trail.page.words"),
    ]
    return [say(key, what=what) for what, key in told if what]
