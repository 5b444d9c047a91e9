"""What the proof of encryption says; nothing in it names a participant."""

from dataclasses import dataclass
from datetime import date, datetime

from models.backup import Begun, PlaceKind, Reread


@dataclass(frozen=True)
class CipherFacts:
    """What the engine answers about the open record itself."""

    is_on: bool
    cipher: str
    page_bytes: int
    code: str  # of each page; empty where there is none
    engine: str
    library: str


@dataclass(frozen=True)
class SlotFacts:
    """Somebody who has a passphrase, and what one guess at it costs; None where it is not known."""

    name: str
    role: str
    since: date
    memory_mib: int | None
    passes: int | None
    lanes: int | None


@dataclass(frozen=True)
class TurnFacts:
    """The record was opened or closed, by whom, with what the program noticed."""

    at: datetime
    seq: int
    told: str
    by: str


@dataclass(frozen=True)
class BackupFacts:
    """One backup that still stands somewhere."""

    number: int
    made_at: datetime
    place: str | None
    kind: PlaceKind | None
    kept_at: str | None
    file: str
    reread: Reread
    proved_on: date | None


@dataclass(frozen=True)
class CopyFacts:
    """What made this copy of the record what it is: its making, a restore, new keys."""

    begun: Begun
    began_at: datetime


@dataclass(frozen=True)
class ProofFacts:
    """One record, as it was found to be encrypted."""

    court: str
    record_id: str
    program: str
    made_at: datetime
    made_by: str
    cipher: CipherFacts
    sheet: int
    sheet_since: date | None
    slots: tuple[SlotFacts, ...]
    turns: tuple[TurnFacts, ...]
    backups: tuple[BackupFacts, ...]
    gone: int
    copies: tuple[CopyFacts, ...]
    audit_mark: str
