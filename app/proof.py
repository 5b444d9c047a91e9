"""The proof of encryption: what the open record answers, and not what anybody claims of it.

After a loss it is drawn from any backup that is restored: the pages of a backup are the record's
own, under the same key, and its trail says who opened and closed the record up to then.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

import app
from app import clock, court, history, release
from app.backup import opening
from app.desk import Desk
from app.facts import canonical
from app.proof_facts import (
    BackupFacts,
    CipherFacts,
    CopyFacts,
    ProofFacts,
    SlotFacts,
    TurnFacts,
)
from app.release import Draw, Release, Released
from app.vault import slots
from app.vault.key_file import KeyFile
from app.vault.record import Record
from models.audit import Audit
from models.backup import Backup, BackupPlace, Branch, Reread
from models.choices import Purpose, Recipient

DOCUMENT = "proof"
TURNS = ("unlocked", "locked")
# So many openings and closings tell how the record is left at night; the trail has them all.
MOST_TURNS = 8
KIB = 1024


def facts(record: Record) -> ProofFacts:
    """Return how the open record is encrypted, who can open it, and where its backups are."""
    desk = record.desk
    with desk.read() as session:
        told = court.facts(session)
        openers = opening.of(session)
        return ProofFacts(
            court=told.name,
            record_id=told.record_id,
            program=app.__version__,
            made_at=clock.local_now(desk.zone).replace(second=0, microsecond=0),
            made_by=desk.holder,
            cipher=cipher(session.connection()),
            sheet=openers.sheet,
            sheet_since=desk.local(openers.since).date() if openers.since else None,
            slots=tuple(_slots(session, record.unlocked.file)),
            turns=tuple(_turns(session, desk)),
            backups=tuple(_backups(session, desk)),
            gone=_gone(session),
            copies=tuple(_copies(session, desk)),
            audit_mark=release.mark_before(session),
        )


def cipher(connection: Connection) -> CipherFacts:
    """Return what the engine answers on this very connection."""

    def asked(name: str) -> str:
        answer = connection.exec_driver_sql(f"PRAGMA {name}")
        # What is not encrypted answers nothing at all.
        return str(answer.scalar_one()) if answer.returns_rows else ""

    is_on = asked("cipher_status") == "1"
    coded = is_on and asked("cipher_use_hmac") == "1"
    return CipherFacts(
        is_on=is_on,
        cipher=asked("cipher") if is_on else "",
        page_bytes=int(asked("page_size")),
        code=asked("cipher_hmac_algorithm") if coded else "",
        engine=asked("cipher_version"),
        library=asked("cipher_provider_version"),
    )


def released(desk: Desk, told: ProofFacts, draw: Draw) -> Released:
    """Write down that the proof leaves; its bytes may then leave."""
    what = Release(DOCUMENT, Recipient.INTERNAL, Purpose.TRAIL, canonical(told))
    return release.release(desk, what, draw, audit_mark=told.audit_mark)


def _slots(session: Session, file: KeyFile | None) -> Iterator[SlotFacts]:
    costs = {slot.id: slot.cost for slot in file.holders} if file is not None else {}
    for row in slots.active(session):
        cost = costs.get(row.slot)
        yield SlotFacts(
            name=row.name,
            role=row.role,
            since=row.added_on,
            memory_mib=cost.m // KIB if cost else None,
            passes=cost.t if cost else None,
            lanes=cost.p if cost else None,
        )


def _turns(session: Session, desk: Desk) -> Iterator[TurnFacts]:
    query = history.events().where(Audit.action.in_(TURNS)).order_by(Audit.seq.desc())
    for entry in history.entries(session.execute(query.limit(MOST_TURNS)), desk.zone):
        at = desk.local(entry.at).replace(second=0, microsecond=0)
        told = ". ".join(part for part in (entry.sentence, entry.details) if part)
        yield TurnFacts(at, entry.seq, told, entry.holder)


def _backups(session: Session, desk: Desk) -> Iterator[BackupFacts]:
    query = (
        select(Backup, BackupPlace.label, BackupPlace.kind, BackupPlace.kept_at)
        .outerjoin(BackupPlace, BackupPlace.id == Backup.place_id)
        .where(Backup.checked_at.is_not(None), Backup.gone_on.is_(None))
        .order_by(Backup.seq.desc())
    )
    for row, label, kind, kept_at in session.execute(query):
        yield BackupFacts(
            number=row.seq,
            made_at=desk.local(row.begun_at).replace(second=0, microsecond=0),
            place=label,
            kind=kind,
            kept_at=kept_at,
            file=row.file or "",
            reread=row.reread or Reread.CACHED,
            proved_on=desk.local(row.proved_at).date() if row.proved_at else None,
        )


def _gone(session: Session) -> int:
    query = select(func.count()).select_from(Backup).where(Backup.gone_on.is_not(None))
    return session.scalar(query) or 0


def _copies(session: Session, desk: Desk) -> Iterator[CopyFacts]:
    for row in session.scalars(select(Branch).order_by(Branch.id.desc())):
        began = desk.local(row.began_at).replace(second=0, microsecond=0)
        yield CopyFacts(row.begun, began)
