"""Tells what a file is from how it begins: its name can be wrong, and often is."""

import io
import zipfile
from enum import Enum, auto

from models.errors import BadInput


class Kind(Enum):
    """What the program can read."""

    WORKBOOK = auto()
    TEXT = auto()


# (how the file begins, the sentence that refuses it)
_REFUSED = (
    (b"\x89PNG", "import.file.picture"),
    (b"\xff\xd8\xff", "import.file.picture"),
    (b"GIF8", "import.file.picture"),
    (b"BM", "import.file.picture"),
    (b"II*\x00", "import.file.picture"),
    (b"MM\x00*", "import.file.picture"),
    (b"%PDF", "import.file.pdf"),
    (b"{\\rtf", "import.file.other"),
    (b"\x1f\x8b", "import.file.other"),
    (b"7z\xbc\xaf", "import.file.other"),
    (b"Rar!", "import.file.other"),
    (b"SQLite format 3", "import.file.other"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WEB_PAGE = (b"<!doctype", b"<html", b"<table", b"<?xml")
# A bitmap and a heading can both begin with BM; only the bitmap has a byte of zero so early.
_EARLY = 64


def recognise(data: bytes) -> Kind:
    """Return how to read `data`, or refuse it with what it is and what to do."""
    if data.startswith(_ZIP):
        return _zipped(data)
    if data.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise BadInput("import.file.locked" if locked else "import.file.old")
    if data[:_EARLY].lower().lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_WEB_PAGE):
        raise BadInput("import.file.web_page")
    for beginning, sentence in _REFUSED:
        if data.startswith(beginning) and (beginning != b"BM" or b"\x00" in data[:_EARLY]):
            raise BadInput(sentence)
    return Kind.TEXT


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            first = packed.infolist()[0].filename if names else ""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise BadInput("import.file.broken") from fault
    if "xl/workbook.xml" in names:
        return Kind.WORKBOOK
    if first == "mimetype" or "content.xml" in names or "xl/workbook.bin" in names:
        raise BadInput("import.file.old")
    raise BadInput("import.file.other")
