"""What opens the backups once the computer is lost: the recovery sheet in force, and the keys."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.vault.slots import ENTITY
from models.audit import Audit
from models.court import Court, KeyHolder

REPLACED = "keys-replaced"


@dataclass(frozen=True)
class Openers:
    """The number of the sheet that opens today's backups, since when, and how many passphrases."""

    sheet: int
    since: datetime | None
    holders: int


def of(session: Session) -> Openers:
    held = select(func.count()).where(KeyHolder.removed_on.is_(None))
    sheet = session.scalar(select(Court.sheet_number).order_by(Court.id)) or 1
    return Openers(sheet, _since(session), session.scalar(held) or 0)


def _since(session: Session) -> datetime | None:
    """Return when the keys of today were made: with the record, or at their last replacement."""
    replaced = select(Audit.at).where(Audit.entity == ENTITY, Audit.action == REPLACED)
    newest = session.scalar(replaced.order_by(Audit.seq.desc()).limit(1))
    return newest or session.scalar(select(Audit.at).order_by(Audit.seq).limit(1))
