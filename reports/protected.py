"""Puts a finished page into an envelope that only a passphrase opens: AES-256, revision 6 of PDF.

The far end: it runs in memory, in a process that ends with it.
"""

import base64
import io
from dataclasses import dataclass

from app import facts
from reports.drawn import Drawn

KIND = "protected"
CIPHER = "AES-256"  # pypdf's name for revision 6; the one before can be tried far faster
# How Adobe and everybody after it tells a reader of PDF 1.7 that revision 6 is used.
EXTENSION_LEVEL = 8


@dataclass(frozen=True)
class Plain:
    """A page that is not protected yet, as it goes through the pipe; it is never kept."""

    pdf: str  # in base64
    passphrase: str


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
