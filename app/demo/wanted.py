"""What sample court is wanted, within which limits, and what was made."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import BadInput

MOST_PARTICIPANTS = 20_000
MOST_MONTHS = 60
DAYS_PER_MONTH = 30.44


@dataclass(frozen=True)
class SampleWanted:
    """How many people over how many months up to which day; equal wishes give equal courts."""

    as_of: date
    participants: int = 60
    months: int = 18
    seed: int = 1

    @property
    def first(self) -> date:
        """Return the first day of which tests, sessions, hearings and notes are told."""
        return self.as_of - timedelta(days=round(self.months * DAYS_PER_MONTH))


@dataclass(frozen=True)
class SampleMade:
    """What the lists of the filled record show, and a digest of everything in it."""

    participants: int
    drug_tests: int
    hearings: int
    next_hearing: date
    digest: str


def refuse_unreasonable(wanted: SampleWanted) -> None:
    """Raise BadInput for a court that is too large or reaches too far back."""
    for given, most, key in (
        (wanted.participants, MOST_PARTICIPANTS, "sample.participants"),
        (wanted.months, MOST_MONTHS, "sample.months"),
    ):
        if not 1 <= given <= most:
            raise BadInput(key, fewest=1, most=f"{most:,}")
