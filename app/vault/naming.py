"""What a court and a key holder may be called: their names stand on every page and in the trail.

A name is kept in one form only, the trail's, so that what is chained and what stands in a column
are the same letters.
"""

import unicodedata

from models.base import Base, limit_of
from models.court import KeyHolder
from models.errors import BadInput

SHEET_HOLDER = "recovery sheet"
# Controls, halves of letters, and what is not seen: zero width, or another direction of writing.
ODD = frozenset({"Cc", "Cs", "Cf"})


def settled(name: str, table: type[Base]) -> str:
    """Return the form in which `name` is kept.

    Raises:
        BadInput: it is none that the table's rows can have.
    """
    text = normal(name)
    limit = limit_of(table, "name") or 0
    odd = any(unicodedata.category(letter) in ODD for letter in name)
    if odd or not text or len(text) > limit:
        raise BadInput("record.name", limit=limit)
    if table is KeyHolder and is_same(text, SHEET_HOLDER):
        raise BadInput("holders.reserved", name=text)
    return text


def normal(name: str) -> str:
    """Return the one form of `name`, whatever keyboard made it: composed, its blanks joined."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def is_same(one: str, other: str) -> bool:
    """Whether nobody could tell the names apart when they are read aloud."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", text).split())
