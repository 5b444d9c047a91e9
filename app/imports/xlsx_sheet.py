"""Reads the first filled sheet of a workbook; macros and links in it are never touched."""

import io
import itertools
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from models.errors import BadInput

MOST_INFLATED_MEGABYTES = 100
MOST_TIMES = 100
_PIECE = 1024 * 1024
_DOCTYPE = b"<!DOCTYPE"
# How a workbook writes the characters that XML cannot hold.
_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")
# The last row a workbook can have; a larger number is a trick.
_LAST_ROW = 1_048_576
# One more column than a table may have: enough to tell that it has too many.
_COLUMNS_READ = 101


def records(data: bytes) -> Iterator[Sequence[str]]:
    """Yield the records of the first visible sheet that is not empty."""
    check(data)
    with warnings.catch_warnings():
        # The reader warns of decoration that it leaves out: drop-downs, colours, headers.
        warnings.simplefilter("ignore")
        try:
            yield from _first_filled(data)
        except Exception as fault:  # a damaged workbook can make the reader raise anything
            raise BadInput("import.file.broken") from fault


def check(data: bytes) -> None:
    """Refuse a workbook that grows too large, is locked, or defines a document type of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _check_growth(sum(part.file_size for part in parts), len(data))
            for part in parts:
                _check_part(packed, part)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError) as fault:
        raise BadInput("import.file.broken") from fault


def _check_growth(inflated: int, packed: int) -> None:
    if inflated > MOST_INFLATED_MEGABYTES * 1024 * 1024:
        raise BadInput("import.file.inflated", limit=MOST_INFLATED_MEGABYTES)
    if inflated > MOST_TIMES * packed:
        raise BadInput("import.file.growth", limit=MOST_TIMES)


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part to its end: it never gives more than its entry says, and a lie is an error."""
    if part.flag_bits & 1:
        raise BadInput("import.file.locked")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadInput("import.file.broken")
    tail = b""
    with packed.open(part) as content:
        while piece := content.read(_PIECE):
            # UTF-16 puts a zero byte beside every letter.
            if _DOCTYPE in (tail + piece).replace(b"\x00", b"") and _is_xml(part.filename):
                raise BadInput("import.file.doctype")
            tail = piece[-2 * len(_DOCTYPE) :]


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _first_filled(data: bytes) -> Iterator[Sequence[str]]:
    import openpyxl  # noqa: PLC0415 - half a second that only workbooks need

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what the file says of its own size is often wrong
        lines = sheet.iter_rows(max_row=_LAST_ROW + 1, values_only=True)
        rows = ([_text(value) for value in _narrowed(line)] for line in lines)
        for blank, row in enumerate(rows):
            if any(cell.strip() for cell in row):
                yield from itertools.repeat((), blank)
                yield row
                yield from rows
                return


def _narrowed(line: tuple[object, ...]) -> tuple[object, ...]:
    """Return the line without the formatted, empty columns that can reach to its far end."""
    beyond = line[_COLUMNS_READ:]
    return line if beyond.count(None) < len(beyond) else line[:_COLUMNS_READ]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
