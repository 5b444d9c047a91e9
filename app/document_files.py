"""A file that is to become a document: read whole but never too much, and known by its content.

What the name of a file says it is, it need not be; so nothing here looks at the end of a name.
Pictures and PDFs are only told apart: whoever opens them does so in a process without keys.
"""

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from app.desk import sorted_failures
from app.document_bounds import MEGABYTE, MOST_BYTES
from models.document import Media
from models.errors import BadInput, NoSuchThing

LONGEST_NAME = 120
# Where a PDF may begin: some programs put a few lines of their own before it.
HEAD = 1024
SIGNATURES: tuple[tuple[bytes, Media], ...] = (
    (b"\xff\xd8\xff", Media.JPEG),
    (b"\x89PNG\r\n\x1a\n", Media.PNG),
)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SPACES = frozenset("\t\n\r\f")


@dataclass(frozen=True)
class Given:
    """What was chosen: the name of the file, what it is, and its bytes."""

    name: str
    media: Media
    body: bytes = field(repr=False)


def read(path: Path) -> Given:
    """Return the file at `path`; its drive may take its time, so this belongs in a lane.

    Raises:
        NoSuchThing, NoSpace: it is not there, or its drive is gone.
        BadInput: it is empty, too large, or none of the four sorts.
    """
    with sorted_failures():
        try:
            if not path.is_file():
                raise NoSuchThing("document.no-file")
            with path.open("rb") as file:
                body = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            raise NoSuchThing("document.no-file") from None
    return given(path.name, body)


def given(name: str, body: bytes) -> Given:
    """Return `body` as what its content says it is.

    Raises:
        BadInput: as `read`.
    """
    if not body:
        raise BadInput("document.empty")
    if len(body) > MOST_BYTES:
        raise BadInput("document.too-large", most=MOST_BYTES // MEGABYTE)
    media = media_of(body)
    if media is not None:
        return Given(plain_name(name), media, body)
    text = text_of(body)
    if text is None:
        raise BadInput("document.unknown")
    return Given(plain_name(name), Media.TEXT, text.encode())


def media_of(body: bytes) -> Media | None:
    """Return what picture or PDF `body` begins as, None for neither."""
    found = (media for signature, media in SIGNATURES if body.startswith(signature))
    return next(found, Media.PDF if b"%PDF-" in body[:HEAD] else None)


def text_of(body: bytes) -> str | None:
    """Return `body` as text, None where it holds what no text holds."""
    named = (encoding for mark, encoding in MARKS if body.startswith(mark))
    for encoding in (next(named, "utf-8"), "cp1252"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = {sign for sign in set(text) if unicodedata.category(sign) == "Cc"}
        return text if controls <= SPACES else None
    return None


def plain_name(name: str) -> str:
    """Return the name of a file without what cannot be shown."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(sign for sign in shown if unicodedata.category(sign)[0] != "C")
    return kept[:LONGEST_NAME] or "?"
