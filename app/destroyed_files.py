"""The files that were destroyed, as a list: when, by whom, and which backups still hold them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.backup import holding
from app.certificate_facts import Copy
from app.desk import Desk
from models.sealing import DestroyedFile, SealingKind


@dataclass(frozen=True)
class DestroyedRow:
    """One destroyed file; `copies` are the backups that hold it today."""

    id: int
    kind: SealingKind
    destroyed_at: datetime
    destroyed_by: str
    rows: int
    mark: str
    is_finished: bool
    copies: tuple[Copy, ...]


def listed(desk: Desk, session: Session) -> tuple[DestroyedRow, ...]:
    """Return every destroyed file, the newest first."""
    found = session.scalars(select(DestroyedFile).order_by(DestroyedFile.id.desc()))
    return tuple(_row(desk, session, row) for row in found)


def unfinished(session: Session) -> int:
    """Return how many files are gone while the record was not written anew: it was cut off."""
    query = select(func.count()).select_from(DestroyedFile)
    return session.scalar(query.where(DestroyedFile.swept_at.is_(None))) or 0


def _row(desk: Desk, session: Session, row: DestroyedFile) -> DestroyedRow:
    first, last = (int(mark.partition("-")[0]) for mark in (row.known_by, row.mark_after))
    return DestroyedRow(
        id=row.id,
        kind=row.kind,
        destroyed_at=row.destroyed_at,
        destroyed_by=row.destroyed_by,
        rows=row.rows,
        mark=row.mark_after,
        is_finished=row.swept_at is not None,
        copies=holding.copies(session, first, desk.today(), desk.zone, last_seq=last),
    )
