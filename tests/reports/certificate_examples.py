"""Made-up destructions: an ordinary one, and one with everything at its longest."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.certificate_facts import CertificateFacts, Copy, Left, Removed
from models.choices import Recipient
from models.sealing import SealingKind

DENVER = timezone(timedelta(hours=-7))


def ordinary() -> CertificateFacts:
    return CertificateFacts(
        court="Juniper County Treatment Court",
        kind=SealingKind.EXPUNGE,
        number="24-CR-0117",
        ordered_on=date(2026, 11, 20),
        ordered_by="Hon. Vera Lucero",
        destroyed_at=datetime(2026, 11, 23, 16, 10, tzinfo=DENVER),
        destroyed_by="Ruth Amsel",
        known_by="214-7Q2M9K4T0ZB6VX1C",
        mark_before="18240-3HJ5PA8R2WFE9D6N",
        mark_after="18241-0C7YV4TKX1MB8QZ2",
        removed=(
            Removed("person", 1),
            Removed("episode", 2),
            Removed("drug_test", 61),
            Removed("drug_test_result", 12),
            Removed("hearing", 24),
            Removed("court_order", 31),
            Removed("note", 18),
            Removed("audit_value", 412),
            Removed("value_key", 1),
            Removed("standing", 1),
            Removed("shared-pages", 9),
        ),
        left=(Left(Recipient.JUDGE, 22), Left(Recipient.TREATMENT_TEAM, 3)),
        copies=(
            Copy(41, date(2026, 9, 30), "Stick A", "judge’s safe",
                 "court-2026-09-30-0930-000041.milebak", date(2027, 9, 30)),
            Copy(88, date(2026, 11, 20), "Stick B", None,
                 "court-2026-11-20-1632-000088.milebak", None),
        ),
        beside=("before-restore-20261101-101500-court.milepost",),
        mentions=2,
    )  # fmt: skip


def longest() -> CertificateFacts:
    facts = ordinary()
    copy = replace(facts.copies[0], place="A stick with a long name " * 2, kept_at="safe " * 20)
    return replace(
        facts,
        court="Court of the " + "Very " * 20 + "End",
        number="N" * 60,
        ordered_by="Hon. " + "Long " * 22,
        copies=tuple(replace(copy, number=number) for number in range(1, 40)),
        beside=tuple(f"before-restore-{number}-court.milepost" for number in range(6)),
    )


def bare() -> CertificateFacts:
    """Nothing that could be left out is there."""
    facts = ordinary().without_order()
    return replace(
        facts, removed=(Removed("person", 1),), left=(), copies=(), beside=(), mentions=0
    )
