"""What a progress report says, as frozen facts: numbers and dates, with no layout and no wording.

`app.progress` computes them once; `reports.progress_report` draws them; a disclosure keeps them.
Everything here is safe for the judge's page: no medicine, diagnosis, screen or flag has a field.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from models.choices import HearingType, Recipient


class Mark(Enum):
    """The marks of the test strip, in the order in which the key prints them."""

    AS_EXPECTED = "as-expected"
    DILUTE = "dilute"
    WAITING = "waiting"
    POSITIVE = "positive"
    UNCONFIRMED = "unconfirmed"
    NO_SHOW = "no-show"
    NO_SPECIMEN = "no-specimen"
    DECLINED = "declined"
    NOT_IN_POOL = "not-in-pool"
    NONE = "none"


class State(Enum):
    """The two state marks of a page, and neither: done is a tick, look is the black pointer."""

    DONE = "done"
    LOOK = "look"
    PLAIN = "plain"


@dataclass(frozen=True)
class HearingFacts:
    """The hearing that the page is made for; not `on_file` where none is entered that day."""

    on: date
    on_file: bool
    at: time | None
    type: HearingType | None
    place: str | None
    judge: str | None
    substitute: bool
    number: int | None
    docket_size: int | None


@dataclass(frozen=True)
class PhaseFacts:
    """The phase; `day` is None where the start is not on file, the rest where no set says."""

    number: int
    of: int | None
    name: str | None
    day: int | None
    minimum_days: int | None


@dataclass(frozen=True)
class DayWords:
    """A day and what was so on it; an exception to what was required."""

    day: date
    words: str


@dataclass(frozen=True)
class SinceRow:
    """One line of what was done of what was required; `excused` is not part of `required`."""

    key: str  # "treatment", "tests", "meetings" or "appointments"
    done: int
    required: int
    excused: int
    state: State
    exceptions: tuple[DayWords, ...]


@dataclass(frozen=True)
class SinceFacts:
    """The period from the day after the last hearing (or the first day shown) to the day before."""

    last_hearing_on: date | None
    first: date
    last: date
    rows: tuple[SinceRow, ...]


@dataclass(frozen=True)
class StripDay:
    """One day of the strip; `label` is printed under the mark, empty for none."""

    day: date
    mark: Mark
    label: str


@dataclass(frozen=True)
class StripFacts:
    """The test strip: consecutive days, at least thirty, and the sums beside it."""

    days: tuple[StripDay, ...]
    last_hearing_on: date | None
    selected: int  # days and tests on which something was asked for
    valid: int
    longest_gap: int | None  # most days from a valid test to the next, or to the strip's end
    waiting: int


@dataclass(frozen=True)
class OrderRow:
    """One order of the last hearing; `done_on` None and LOOK where it is due and not done."""

    words: str
    due_on: date | None
    done_on: date | None
    state: State
    note: str | None


@dataclass(frozen=True)
class ObjectiveRow:
    """One objective due or met in the period."""

    words: str
    due_on: date | None
    met_on: date | None
    state: State
    note: str | None


@dataclass(frozen=True)
class PlanFacts:
    """The treatment plan as far as a court may see it: never a medicine."""

    objectives: tuple[ObjectiveRow, ...]
    level_of_care: str | None
    level_since: date | None
    asam_edition: str | None
    next_review_on: date | None


@dataclass(frozen=True)
class ProgressFacts:
    """Everything that one progress report says."""

    recipient: Recipient
    court: str
    hearing: HearingFacts
    name: str
    case_number: str
    pronouns: str | None
    interpreter: str | None
    accommodations: str | None
    conditions: tuple[str, ...]
    status: str
    phase: PhaseFacts | None
    attorney: str | None
    strength: str
    concern: str | None
    own_words: str | None
    own_words_on: date | None
    since: SinceFacts
    strip: StripFacts
    orders_of: date | None
    orders: tuple[OrderRow, ...]
    plan: PlanFacts | None
    unverified: tuple[str, ...]
    prepared_by: str
    prepared_at: datetime  # local to the court, with its offset
    data_as_of: date
    audit_mark: str
    said_as: str | None = None  # pages kept before it was asked have none
