"""What a spreadsheet says once it is understood: plain rows, and what is wrong with the others."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from models.choices import Outcome, Sex, Specimen, Status, Validity

Row = TypeVar("Row")


@dataclass(frozen=True)
class Mistake:
    """One thing to put right in the file; no column means the file as a whole."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Parsed(Generic[Row]):
    """Everything a file holds for us. With mistakes, none of the rows may be used."""

    rows: tuple[Row, ...]
    ignored_columns: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True)
class ParticipantRow:
    """One person as the file has them; `given` names the fields that the file fills in."""

    number: int
    case_number: str
    last_name: str
    first_name: str
    middle_name: str | None
    preferred_name: str | None
    birth_date: date | None
    sex: Sex | None
    status: Status | None
    track: str | None
    phase: int | None
    referred_on: date | None
    admitted_on: date | None
    given: frozenset[str]


@dataclass(frozen=True)
class DrugTestRow:
    """One drug test as the file has it; a day may have several of one specimen."""

    number: int
    case_number: str
    collected_on: date
    specimen: Specimen | None
    outcome: Outcome
    validity: Validity | None
    positive: tuple[str, ...]
    given: frozenset[str]
