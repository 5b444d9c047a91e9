"""What a recovery sheet says, as frozen facts; it never holds a participant or a passphrase."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class SheetFacts:
    """A recovery sheet: six groups of five characters and a check character."""

    court: str
    record_id: str  # 32 hex digits
    groups: tuple[str, ...] = field(repr=False)
    made_at: datetime  # local to the court, with its offset
    made_by: str
    number: int
