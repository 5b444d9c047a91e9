"""What the certificate of a destroyed file says; nothing in it says whose file it was.

The order is named on the page that is printed when it is carried out, and nowhere after: with the
court's index its number or its day would lead straight back to the person.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from models.choices import Recipient
from models.sealing import SealingKind


@dataclass(frozen=True)
class Removed:
    """How many entries of one kind were removed."""

    table: str
    count: int


@dataclass(frozen=True)
class Left:
    """How many pages had left the program for one recipient; those copies are out of its reach."""

    recipient: Recipient
    pages: int


@dataclass(frozen=True)
class Copy:
    """One backup that still holds the person; `until` is None where it stays until destroyed."""

    number: int
    made_on: date
    place: str | None
    kept_at: str | None
    file: str | None
    until: date | None


@dataclass(frozen=True)
class CertificateFacts:
    """One destruction, as it is certified."""

    court: str
    kind: SealingKind
    number: str
    ordered_on: date | None
    ordered_by: str
    destroyed_at: datetime
    destroyed_by: str
    known_by: str
    mark_before: str
    mark_after: str
    removed: tuple[Removed, ...]
    left: tuple[Left, ...]
    copies: tuple[Copy, ...]
    beside: tuple[str, ...]
    mentions: int

    def without_order(self) -> "CertificateFacts":
        """Return what the record may keep; printed again, the order is written in by hand."""
        return replace(self, number="", ordered_on=None, ordered_by="")
