"""Reads the rows of a table field by field, and keeps every mistake with its row and column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.imports import headings
from app.imports.headings import Columns
from app.imports.rows import Mistake
from app.imports.sheets import Sheet, SheetRow
from app.imports.values import ValueMistake, legible, says_nothing, within
from app.wording import say
from models.base import Base, field_of, limit_of

MOST_MISTAKES = 200


def _any_text(text: str, _today: date) -> object:
    return text


@dataclass(frozen=True)
class Field:
    """One field of a kind of table: the column of the record that it fills, and how it is read."""

    name: str
    table: type[Base]
    column: str = ""
    read: Callable[[str, date], object] = _any_text
    required: bool = False
    words: str = ""  # for a field that is no column of its own

    @property
    def label(self) -> str:
        return (
            say(self.words) if self.words else field_of(self.table, self.column or self.name).label
        )

    @property
    def limit(self) -> int | None:
        return limit_of(self.table, self.column or self.name) if self.read is _any_text else None


@dataclass
class Reading:
    """One row as far as it could be read."""

    row: SheetRow
    columns: Columns
    values: dict[str, Any]
    mistakes: list[Mistake]

    @property
    def given(self) -> frozenset[str]:
        return frozenset(self.values)

    def refuse(self, field: str, key: str, /, **facts: object) -> None:
        """Keep a mistake at the column of `field`."""
        heading = self.columns.heading(field)
        self.mistakes.append(Mistake(self.row.number, heading, say(key, **facts)))


def missing(columns: Columns, fields: tuple[Field, ...]) -> list[Mistake]:
    """Return one mistake for the file as a whole for each required column that it lacks."""
    return [
        Mistake(1, "", say("import.heading.missing", field=field.label))
        for field in fields
        if field.required and field.name not in columns.places
    ]


def readings(
    sheet: Sheet, columns: Columns, fields: tuple[Field, ...], today: date
) -> Iterator[Reading]:
    """Yield every row under the headings, its fields read in the order of the columns."""
    present = sorted(
        (field for field in fields if field.name in columns.places),
        key=lambda field: columns.places[field.name],
    )
    for row in headings.body(sheet, columns):
        reading = Reading(row, columns, {}, [])
        for field in present:
            _read(field, reading, today)
        if any(row.cells[len(columns.headings) :]):
            reading.mistakes.append(Mistake(row.number, "", say("import.row.long")))
        yield reading


def _read(field: Field, reading: Reading, today: date) -> None:
    place = reading.columns.places[field.name]
    cell = reading.row.cells[place] if place < len(reading.row.cells) else ""
    try:
        text = legible(cell)
        if text and (field.required or not says_nothing(text)):
            reading.values[field.name] = field.read(within(text, field.limit), today)
        elif field.required:
            reading.refuse(field.name, "import.cell.missing", field=field.label)
    except ValueMistake as mistake:
        reading.refuse(field.name, mistake.key, **mistake.facts)


def first(mistakes: list[Mistake]) -> tuple[Mistake, ...]:
    """Return the mistakes in the order of the rows, as many as anyone would work through."""
    return tuple(sorted(mistakes, key=lambda mistake: mistake.row)[:MOST_MISTAKES])
