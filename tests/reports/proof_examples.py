"""Made-up proofs: an ordinary one, one with everything at its longest, and one with nothing."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.proof_facts import BackupFacts, CipherFacts, CopyFacts, ProofFacts, SlotFacts, TurnFacts
from models.backup import Begun, PlaceKind, Reread

DENVER = timezone(timedelta(hours=-7))
ON = CipherFacts(True, "AES-256-CBC", 4096, "HMAC_SHA512", "4.19.0 community", "OpenSSL 3.6.0")
OFF = CipherFacts(False, "", 4096, "", "4.19.0 community", "OpenSSL 3.6.0")


def ordinary() -> ProofFacts:
    return ProofFacts(
        court="Juniper County Treatment Court",
        record_id="5d2b31be6a2ca7f448e4cb6b8309f77a",
        program="0.1.0",
        made_at=at(23, 16, 10),
        made_by="Ruth Amsel",
        cipher=ON,
        sheet=1,
        sheet_since=date(2026, 9, 1),
        slots=(
            SlotFacts("Ruth Amsel", "case manager", date(2026, 9, 1), 64, 3, 4),
            SlotFacts("Dana Whitlock", "stand-in", date(2026, 10, 5), 128, 4, 4),
        ),
        turns=(
            TurnFacts(at(23, 8, 2), 18240, "Record opened", "Ruth Amsel"),
            TurnFacts(at(20, 17, 1), 18210, "Record closed", "Ruth Amsel"),
        ),
        backups=(backup(41), replace(backup(40), proved_on=date(2026, 11, 2))),
        gone=1,
        copies=(
            CopyFacts(Begun.RESTORED, at(3, 9, 0)),
            CopyFacts(Begun.CREATED, at(1, 9, 0)),
        ),
        audit_mark="18240-3HJ5PA8R2WFE9D6N",
    )


def longest() -> ProofFacts:
    long = "Very " * 20
    slot = SlotFacts(f"{long}Long", f"{long}Role", date(2026, 9, 1), None, None, None)
    turn = TurnFacts(at(20, 17, 1), 1234567, f"Record opened. {long}", f"{long}Long")
    return replace(
        ordinary(),
        slots=(slot,) * 6,
        turns=(turn,) * 8,
        backups=tuple(backup(number) for number in range(60, 30, -1)),
        gone=311,
    )


def bare() -> ProofFacts:
    return replace(ordinary(), turns=(), backups=(), copies=(), gone=0, slots=ordinary().slots[:1])


def backup(number: int) -> BackupFacts:
    return BackupFacts(
        number=number,
        made_at=at(20, 17, 0),
        place="Stick A",
        kind=PlaceKind.STICK,
        kept_at="judge’s safe",
        file=f"court-2026-11-20-1700-{number:06}.milebak",
        reread=Reread.DIRECT if number % 2 else Reread.CACHED,
        proved_on=None,
    )


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=DENVER)
