"""Reads a table from text, whatever program saved it: encoding and delimiter are found out."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress

from app.imports.heading_words import DRUG_TESTS, PARTICIPANTS, known
from models.errors import BadInput

_DELIMITERS = (",", ";", "\t")
_KINDS = (PARTICIPANTS, DRUG_TESTS)
# As many as may stand above the headings, and some of the rows below them.
_SAMPLE_RECORDS = 50
_SAMPLE_CELLS = 120
# Spreadsheet programs write this line for each other; it is no record of the table.
_DELIMITER_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BYTES_LOOKED_AT = 4096
_WIDE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def records(data: bytes) -> Iterator[Sequence[str]]:
    """Return the records of the table in `data`, blank ones too."""
    text = decoded(data)
    named = _DELIMITER_LINE.match(text)
    if named:
        return _split(text[named.end() :], named[1])
    return _split(text, delimiter_of(text))


def decoded(data: bytes) -> str:
    """Return `data` as text: Unicode if it can be, else as Windows saves it; never a guess more."""
    text = _decoded(data)
    sample = text[:_BYTES_LOOKED_AT]
    if "\x00" in text or len(_CONTROL.findall(sample)) * 20 > len(sample):
        raise BadInput("import.file.other")
    return text


def _decoded(data: bytes) -> str:
    # "surrogatepass" lets half a character through to the check of each cell, which can name it.
    try:
        wide = _utf_16(data)
        if wide:
            return data.decode(wide, "surrogatepass").removeprefix("\ufeff")
        if data.startswith(b"\xef\xbb\xbf") or not _is_from_windows(data):
            return data.decode("utf-8-sig", "surrogatepass")
        return data.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise BadInput("import.file.encoding") from fault


def _utf_16(data: bytes) -> str | None:
    """Return which UTF-16 this is: by its mark, or by where the zero bytes stand."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    sample = data[:_BYTES_LOOKED_AT]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second * 4 > len(sample) and first * 50 < len(sample):
        return "utf-16-le"
    if first * 4 > len(sample) and second * 50 < len(sample):
        return "utf-16-be"
    return None


def _is_from_windows(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        # Mostly sound Unicode with a damaged place would turn every good accent into two letters.
        sound = len(_WIDE.findall(data))
        return sound * 2 <= sum(byte > 0x7F for byte in data) - sound
    return False


def delimiter_of(text: str) -> str:
    """Return the delimiter under which most headings are understood and the rows agree in width."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> tuple[int, float, int]:
    sample: list[Sequence[str]] = []
    with suppress(BadInput):  # what came before a wrong quotation mark still tells
        first = itertools.islice(_split(text, delimiter), _SAMPLE_RECORDS)
        sample.extend(record[:_SAMPLE_CELLS] for record in first)
    understood = max((known(cells, kind) for cells in sample for kind in _KINDS), default=0)
    widths = Counter(len(record) for record in sample if any(record))
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    if width < 2:
        return (understood, 0.0, 0)
    return (understood, rows / widths.total(), width)


def _split(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise BadInput("import.file.quotes", row=number) from fault
