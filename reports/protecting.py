"""Asks for the envelope round a finished page: in memory, by a process that ends with it.

So the passphrase is in no process that stays.
"""

import base64

from app.vault import passphrase
from models.errors import BadInput
from reports.lane import Lane
from reports.protected import KIND, Plain

LONGEST_BYTES = 127  # readers leave out what comes after


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
