"""What a court and a key holder may be called: their names stand on every page and in the trail."""

import unicodedata

from models.base import Base, limit_of
from models.errors import BadInput


def refuse_odd(name: str, table: type[Base]) -> None:
    """Raise BadInput where `name` is none that the table's rows can have."""
    limit = limit_of(table, "name") or 0
    odd = any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name)
    if odd or not name.strip() or len(name) > limit:
        raise BadInput("record.name", limit=limit)
