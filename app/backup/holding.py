"""Which backups and copies of a record hold a person, and until when.

A backup holds whoever was in the record when it was made. How long it stays follows the rule of
`thinning`, if a backup goes to the same place every day from now on; otherwise it stays longer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import clock
from app.backup import thinning
from app.certificate_facts import Copy
from app.vault.files import SUFFIX, Files
from models.backup import Backup, BackupPlace, Branch

# Twelve monthly backups go back a year; what is still there after that is kept by no rule.
LONGEST = 400
ENDLESS = 2**63


@dataclass(frozen=True)
class _Kept:
    """One backup as the record knows it."""

    row: Any
    label: str | None
    kept_at: str | None
    day: date


def copies(
    session: Session, first_seq: int, today: date, zone: str, last_seq: int = ENDLESS
) -> tuple[Copy, ...]:
    """Return the backups made between two events that were not thinned out, by number."""
    found = _standing(session, zone)
    leaving = _leaving(session, found, today)
    holding = (each for each in found if _is_within(each.row.audit_mark, first_seq, last_seq))
    return tuple(_copy(each, leaving.get(each.row.seq)) for each in holding)


def beside(files: Files) -> tuple[str, ...]:
    """Return the names of the copies that stand in the record's own folder."""
    names = (part.name for part in files.record.parent.iterdir() if part not in files.all)
    stem = files.record.stem
    return tuple(sorted(name for name in names if stem in name and SUFFIX in name))


def _standing(session: Session, zone: str) -> list[_Kept]:
    query = (
        select(Backup, BackupPlace.label, BackupPlace.kept_at)
        .outerjoin(BackupPlace, BackupPlace.id == Backup.place_id)
        .where(Backup.gone_on.is_(None))
        .order_by(Backup.seq)
    )
    return [
        _Kept(row, label, kept_at, _day(row.begun_at, zone))
        for row, label, kept_at in session.execute(query)
    ]


def _day(moment: datetime, zone: str) -> date:
    return clock.local(moment, zone).date()


def _is_within(mark: str | None, first: int, last: int) -> bool:
    """Whether a backup was made between two events; of one that was cut off nobody can tell."""
    return mark is None or first <= int(mark.partition("-")[0]) < last


def _copy(each: _Kept, until: date | None) -> Copy:
    row = each.row
    return Copy(row.seq, each.day, each.label, each.kept_at, row.file, until)


def _leaving(session: Session, found: Sequence[_Kept], today: date) -> dict[int, date]:
    """Return by number the day on which a newer backup will take the place of an older one.

    Only whole backups of this copy of the record are ever thinned out.
    """
    ours = session.scalar(select(Branch.branch).order_by(Branch.id.desc()).limit(1))
    whole = [each for each in found if each.row.branch == ours and each.row.checked_at]
    places = {each.row.place_id for each in whole if each.row.place_id is not None}
    leaving: dict[int, date] = {}
    for place in places:
        there = [(each.row.seq, each.day) for each in whole if each.row.place_id == place]
        leaving |= _thinned(there, today)
    return leaving


def _thinned(there: Sequence[tuple[int, date]], today: date) -> dict[int, date]:
    days: list[tuple[int | None, date]] = sorted(there, reverse=True)
    leaving: dict[int, date] = {}
    for ahead in range(1, LONGEST):
        day = today + timedelta(days=ahead)
        days.insert(0, (None, day))
        kept = thinning.stay([each for _seq, each in days])
        gone = [seq for place, (seq, _day) in enumerate(days) if place not in kept]
        leaving |= {seq: day for seq in gone if seq is not None}
        days = [pair for place, pair in enumerate(days) if place in kept]
    return leaving
