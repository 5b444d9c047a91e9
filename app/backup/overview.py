"""What a person should know of the backups: how old the last good one is, what is not in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.backup import opening, places
from app.backup.opening import Openers
from app.backup.places import KnownPlace
from models.audit import Audit
from models.backup import Backup, BackupPlace, Reread

# Older than this is worth a word, and older than that is a danger (records.md 4).
OLD = timedelta(days=1)
TOO_OLD = timedelta(days=3)
SLACK = timedelta(minutes=10)  # two clocks of one court
OF_BACKUPS = ("backup", "backup_place", "branch")
CHANGES = ("insert", "update", "delete")


class Freshness(StrEnum):
    """How the last good backup stands."""

    NONE = "none"
    FRESH = "fresh"
    OLD = "old"
    TOO_OLD = "too-old"


@dataclass(frozen=True)
class BackupState:
    """The last good backup: when it was made, and how many changes are not in it."""

    freshness: Freshness
    made_at: datetime | None
    age: timedelta | None
    changes: int


@dataclass(frozen=True)
class BackupLine:
    """One good backup that still stands somewhere."""

    id: int
    seq: int
    made_at: datetime
    place_id: int | None
    place: str | None
    file: str
    size: int
    reread: Reread
    proved_at: datetime | None


@dataclass(frozen=True)
class Overview:
    """Everything about the backups of this record."""

    state: BackupState
    lines: tuple[BackupLine, ...]
    places: tuple[KnownPlace, ...]
    openers: Openers

    @property
    def is_on_one_place(self) -> bool:
        """Whether one lost stick would take every backup."""
        return len(self.lines) > 1 and len({line.place_id for line in self.lines}) == 1

    def lines_in(self, place_id: int) -> list[BackupLine]:
        """Return the backups in one place, the newest first."""
        return [line for line in self.lines if line.place_id == place_id]

    def line(self, backup_id: int) -> BackupLine | None:
        return next((line for line in self.lines if line.id == backup_id), None)


def of(session: Session, now: datetime) -> Overview:
    """Return the state, every backup that was not thinned out, the newest first, and the places."""
    known = tuple(places.known(session))
    return Overview(state(session, now), tuple(_lines(session)), known, opening.of(session))


def state(session: Session, now: datetime) -> BackupState:
    """Return how the last good backup stands.

    One that a clock has dated into the future is marked until the next one is made.
    """
    query = select(Backup).where(Backup.checked_at.is_not(None)).order_by(Backup.seq.desc())
    last = session.scalars(query.limit(1)).one_or_none()
    if last is None:
        return BackupState(Freshness.NONE, None, None, _changes_since(session, 0))
    seq = int((last.audit_mark or "0-").partition("-")[0])
    age = max(now - last.begun_at, timedelta(0))
    # Dated into the future by a wrong clock: nobody can tell how old it is.
    freshness = Freshness.OLD if last.begun_at > now + SLACK else _freshness(age)
    return BackupState(freshness, last.begun_at, age, _changes_since(session, seq))


def _freshness(age: timedelta) -> Freshness:
    if age > TOO_OLD:
        return Freshness.TOO_OLD
    return Freshness.OLD if age > OLD else Freshness.FRESH


def _changes_since(session: Session, seq: int) -> int:
    query = select(func.count()).where(
        Audit.seq > seq, Audit.action.in_(CHANGES), Audit.entity.not_in(OF_BACKUPS)
    )
    return session.scalar(query) or 0


def _lines(session: Session) -> list[BackupLine]:
    query = (
        select(Backup, BackupPlace.label)
        .outerjoin(BackupPlace, BackupPlace.id == Backup.place_id)
        .where(Backup.checked_at.is_not(None), Backup.gone_on.is_(None))
        .order_by(Backup.seq.desc())
    )
    return [
        BackupLine(
            id=row.id,
            seq=row.seq,
            made_at=row.begun_at,
            place_id=row.place_id,
            place=label,
            file=row.file or "",
            size=row.size or 0,
            reread=row.reread or Reread.CACHED,
            proved_at=row.proved_at,
        )
        for row, label in session.execute(query)
    ]
