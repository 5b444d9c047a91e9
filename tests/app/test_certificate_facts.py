from datetime import UTC, date, datetime

from app import facts
from app.certificate_facts import CertificateFacts, Copy, Left, Removed
from models.choices import Recipient
from models.sealing import SealingKind

CERTIFIED = CertificateFacts(
    court="Juniper County Treatment Court",
    kind=SealingKind.EXPUNGE,
    number="24-CR-0117",
    ordered_on=date(2026, 11, 20),
    ordered_by="Hon. Vera Lucero",
    destroyed_at=datetime(2026, 11, 23, 16, 10, tzinfo=UTC),
    destroyed_by="Ruth Amsel",
    known_by="3-X",
    mark_before="8-X",
    mark_after="9-X",
    removed=(Removed("person", 1),),
    left=(Left(Recipient.JUDGE, 4),),
    copies=(Copy(7, date(2026, 11, 20), "Stick A", None, None, date(2027, 1, 5)),),
    beside=("court-before-upgrade-0003.milepost",),
    mentions=0,
)


def test_facts_come_back_as_they_were_kept():
    text = facts.canonical(CERTIFIED)

    assert facts.read(CertificateFacts, text) == CERTIFIED


def test_what_is_kept_names_no_order():
    kept = facts.canonical(CERTIFIED.without_order())

    for word in ("24-CR-0117", "2026-11-20T", "Lucero"):
        assert word not in kept
    assert facts.read(CertificateFacts, kept).ordered_on is None
