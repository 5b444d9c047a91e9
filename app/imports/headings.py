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


@dataclass(frozen=True)
class Columns:
    """Which column holds which field, and what could not be understood."""

    row: int
    headings: tuple[str, ...]
    places: Mapping[str, int]
    ignored: tuple[str, ...]
    mistakes: tuple[Mistake, ...]

    def heading(self, field: str) -> str:
        return self.headings[self.places[field]] if field in self.places else ""


def find(sheet: Sheet, kind: Mapping[str, Words]) -> Columns:
    """Return the columns of the table, whose headings may stand under a title."""
    row = _heading_row(sheet, kind)
    candidates: dict[str, list[tuple[int, Match]]] = {}
    for place, heading in enumerate(row.cells):
        if found := heading_words.match(heading, kind):
            candidates.setdefault(found.field, []).append((place, found))
    if candidates.keys() & {"last_name", "first_name"}:
        candidates.pop("name", None)  # beside a column of its own, "Name" could be either part
    best = {field: _best(found) for field, found in candidates.items()}
    understood = {place for places in best.values() for place in places}
    return Columns(
        row.number,
        row.cells,
        {field: places[0] for field, places in best.items()},
        tuple(_own(row, place) for place in _used(sheet, row) if place not in understood),
        tuple(_twice(row, places) for places in best.values() if len(places) > 1),
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
    first, second = row.cells[places[0]], row.cells[places[1]]
    return Mistake(row.number, second, say("import.heading.twice", first=first, second=second))
