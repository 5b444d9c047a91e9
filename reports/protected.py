"""Puts a finished page into an envelope that only a passphrase opens: AES-256, revision 6 of PDF.

It is done in memory, by a process that ends with it: the passphrase is in no process that stays.
"""

import base64
import io
from dataclasses import dataclass

from app import facts
from app.vault import passphrase
from models.errors import BadInput
from reports.drawn import Drawn
from reports.lane import Lane

KIND = "protected"
CIPHER = "AES-256"  # pypdf's name for revision 6; the one before can be tried far faster
LONGEST_BYTES = 127  # readers leave out what comes after
# How Adobe and everybody after it tells a reader of PDF 1.7 that revision 6 is used.
EXTENSION_LEVEL = 8


@dataclass(frozen=True)
class Plain:
    """A page that is not protected yet, as it goes through the pipe; it is never kept."""

    pdf: str  # in base64
    passphrase: str


def normal(typed: str) -> str:
    """Return the passphrase as every reader will take it.

    Raises:
        BadInput: it is longer than a PDF can tell apart, or holds what no keyboard types.
    """
    text = passphrase.normal(typed)
    if len(text.encode()) > LONGEST_BYTES:
        raise BadInput("protected.too-long", limit=LONGEST_BYTES)
    return text


def protect(pdf: bytes, typed: str) -> bytes:
    """Return `pdf` so that only the passphrase opens it; takes about a second, in a lane."""
    plain = Plain(base64.b64encode(pdf).decode(), normal(typed))
    lane = Lane()
    try:
        return lane.draw(KIND, plain).pdf
    finally:
        lane.close()


def drawn(text: str) -> Drawn:
    """Wrap what came through the pipe; runs in the process that draws."""
    plain = facts.read(Plain, text)
    return wrapped(base64.b64decode(plain.pdf), plain.passphrase)


def wrapped(pdf: bytes, opened_by: str) -> Drawn:
    """Return the same pages with every text and stream enciphered, their titles too."""
    # Only the process that wraps pays for loading it.
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415
    from pypdf.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(pdf))
    # The identifier stands outside of the cipher, and ours is a digest of what the pages say.
    reader.trailer.pop("/ID", None)
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    level = DictionaryObject(
        {
            NameObject("/BaseVersion"): NameObject("/1.7"),
            NameObject("/ExtensionLevel"): NumberObject(EXTENSION_LEVEL),
        }
    )
    extensions = DictionaryObject({NameObject("/ADBE"): level})
    writer.root_object[NameObject("/Extensions")] = extensions
    writer.encrypt(opened_by, algorithm=CIPHER)
    out = io.BytesIO()
    writer.write(out)
    return Drawn(out.getvalue(), len(reader.pages))
