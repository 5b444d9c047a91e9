"""The one way to a spreadsheet file: what is in it decides how it is read, never its name."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.imports import csv_sheet, signatures, xlsx_sheet
from app.imports.formulas import unguard
from models.errors import BadInput, NoSuchThing

MOST_MEGABYTES = 20
MOST_ROWS = 20_000
MOST_COLUMNS = 100
# No spreadsheet program makes a longer table; it ends files that are nothing but line ends.
MOST_RECORDS = 1_048_576
# Nor a wider one; past it, blank cells at the end are no accident of saving.
_WIDEST = 16_384

# Marks that come along when text is copied from a message and that nobody sees.
_UNSEEN = "\ufeff\u200b\u200e\u200f\u2060"


@dataclass(frozen=True)
class SheetRow:
    """One record that is not blank, and where it stands in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table as text: the first record, and every later one that is not blank."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read(path: Path) -> Sheet:
    """Return the table in the file at `path`; nothing in it is run or followed."""
    data = _content(path)
    kind = signatures.recognise(data)
    if kind is signatures.Kind.WORKBOOK:
        return gather(xlsx_sheet.records(data))
    return gather(csv_sheet.records(data))


def gather(records: Iterable[Sequence[str]]) -> Sheet:
    """Return the records as a sheet within its limits; blank ones count and give no row."""
    headings: tuple[str, ...] = ()
    rows: list[SheetRow] = []
    for number, cells in _numbered(records):
        if number == 1:
            headings = cells
        elif cells:
            rows.append(SheetRow(number, cells))
        if len(rows) > MOST_ROWS:
            raise BadInput("import.file.rows", limit=f"{MOST_ROWS:,}")
    if not headings and not rows:
        raise BadInput("import.file.empty")
    return Sheet(headings, tuple(rows))


def _numbered(records: Iterable[Sequence[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, record in enumerate(records, start=1):
        cells = _trimmed(record[: _WIDEST + 1])
        if len(cells) > MOST_COLUMNS or len(record) > _WIDEST:
            raise BadInput("import.file.columns", limit=MOST_COLUMNS, row=number)
        if number > MOST_RECORDS:
            raise BadInput("import.file.rows", limit=f"{MOST_ROWS:,}")
        yield number, cells


def _trimmed(record: Sequence[str]) -> tuple[str, ...]:
    """Return the cells tidied, without the blank ones at the end."""
    cells = [_tidy(cell) for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _tidy(cell: str) -> str:
    return unguard(unicodedata.normalize("NFC", cell.strip().strip(_UNSEEN).strip()))


def _content(path: Path) -> bytes:
    most = MOST_MEGABYTES * 1024 * 1024
    try:
        if not path.exists():
            raise NoSuchThing("import.file.missing", file=path.name)
        if not path.is_file():
            raise BadInput("import.file.not_a_file", file=path.name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as fault:
        raise BadInput("import.file.unreadable", file=path.name) from fault
    if len(data) > most:
        raise BadInput("import.file.size", limit=MOST_MEGABYTES)
    return data
