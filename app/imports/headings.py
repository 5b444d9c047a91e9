"""Finds out which column of a court's own table holds what."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.imports import heading_words
from app.imports.heading_words import Match, Words
from app.imports.rows import Mistake
from app.imports.sheets import Sheet, SheetRow
from app.wording import say

# A table may stand under a title, a date and an empty line.
TITLE_ROWS = 20
_FEWEST_KNOWN = 2
_PARTS = {"last_name", "first_name"}


@dataclass(frozen=True)
class Columns:
    """Which column holds which field, and what could not be understood.

    Where two headings say the same thing, `fields` has both and `places` the first.
    """

    row: int
    headings: tuple[str, ...]
    places: Mapping[str, int]
    fields: Mapping[int, str]
    ignored: tuple[str, ...]
    mistakes: tuple[Mistake, ...]

    def heading(self, field: str) -> str:
        if field not in self.places:
            return ""
        return _own(SheetRow(self.row, self.headings), self.places[field])


def find(sheet: Sheet, kind: Mapping[str, Words]) -> Columns:
    """Return the columns of the table, whose headings may stand under a title."""
    row = _heading_row(sheet, kind)
    candidates: dict[str, list[tuple[int, Match]]] = {}
    for place, heading in enumerate(row.cells):
        if found := heading_words.match(heading, kind):
            candidates.setdefault(found.field, []).append((place, found))
    if candidates.keys() & _PARTS:
        candidates.pop("name", None)  # beside a column of its own, "Name" could be either part
    best = {field: _best(found) for field, found in candidates.items()}
    return _columns(
        sheet, row, {place: field for field, places in best.items() for place in places}
    )


def chosen(sheet: Sheet, columns: Columns, fields: Mapping[int, str]) -> Columns:
    """Return the columns of the same table as a person has named them, by place."""
    return _columns(sheet, SheetRow(columns.row, columns.headings), fields)


@dataclass(frozen=True)
class Head:
    """One column as a person sees it in the file: its heading, and the first thing under it."""

    place: int
    words: str
    example: str


def heads(sheet: Sheet, columns: Columns) -> tuple[Head, ...]:
    """Return the columns that hold anything, in the order of the file."""
    row = SheetRow(columns.row, columns.headings)
    return tuple(
        Head(place, _own(row, place), _example(sheet, columns, place))
        for place in _used(sheet, row)
    )


def _example(sheet: Sheet, columns: Columns, place: int) -> str:
    under = (row.cells[place] for row in body(sheet, columns) if place < len(row.cells))
    return next((cell for cell in under if cell), "")


def _columns(sheet: Sheet, row: SheetRow, fields: Mapping[int, str]) -> Columns:
    places: dict[str, list[int]] = {}
    for place in sorted(fields):
        # The whole name and a part of it cannot both be right.
        both = fields[place] in _PARTS and "name" in fields.values()
        places.setdefault("name" if both else fields[place], []).append(place)
    return Columns(
        row.number,
        row.cells,
        {field: found[0] for field, found in places.items()},
        fields,
        tuple(_own(row, place) for place in _used(sheet, row) if place not in fields),
        tuple(_twice(row, found) for found in places.values() if len(found) > 1),
    )


def body(sheet: Sheet, columns: Columns) -> tuple[SheetRow, ...]:
    """Return the rows under the headings."""
    return tuple(row for row in sheet.rows if row.number > columns.row)


def _heading_row(sheet: Sheet, kind: Mapping[str, Words]) -> SheetRow:
    top = SheetRow(1, sheet.headings)
    first = [top, *(row for row in sheet.rows[:TITLE_ROWS] if row.number <= TITLE_ROWS)]
    likely = (row for row in first if heading_words.known(row.cells, kind) >= _FEWEST_KNOWN)
    return next(likely, top)


def _best(found: list[tuple[int, Match]]) -> list[int]:
    """Return the places of the exact headings, or of all where none is exact."""
    exact = [place for place, match in found if match.exact]
    return exact or [place for place, _ in found]


def _used(sheet: Sheet, headings: SheetRow) -> list[int]:
    """Return the places of columns that have a heading or, with none, something under it."""
    nameless = [place for place, heading in enumerate(headings.cells) if not heading]
    filled = {
        place
        for place in nameless
        for row in sheet.rows
        if row.number > headings.number and place < len(row.cells) and row.cells[place]
    }
    return [place for place, text in enumerate(headings.cells) if text or place in filled]


def _own(row: SheetRow, place: int) -> str:
    return row.cells[place] or say("import.heading.nameless", number=place + 1)


def _twice(row: SheetRow, places: list[int]) -> Mistake:
    first, second = (_own(row, place) for place in places[:2])
    return Mistake(row.number, second, say("import.heading.twice", first=first, second=second))
