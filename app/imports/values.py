"""Text as it stands in a cell, and what stops a cell from being read at all."""

import re

_ERRORS = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)", re.IGNORECASE)
# What people write where there is nothing to say.
_NOTHING = frozenset({"-", "--", "---", "–", "—", "n/a", "none", "null", "nmn"})
# Control characters, halves of characters, and marks that turn the direction of writing, which
# show one name and store another.
_ILLEGIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class ValueMistake(Exception):  # noqa: N818 - the house says mistake, and means the file's
    """A cell that cannot be taken as it is: the sentence that says so, and what it needs."""

    def __init__(self, key: str, /, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def legible(cell: str) -> str:
    """Return the cell on one line, or refuse what nobody can have typed."""
    if hidden := _ILLEGIBLE.search(cell):
        raise ValueMistake("import.cell.control", code=f"U+{ord(hidden[0]):04X}")
    if _ERRORS.fullmatch(cell):
        raise ValueMistake("import.cell.error", text=cell)
    return " ".join(cell.split())


def says_nothing(text: str) -> bool:
    return text.casefold() in _NOTHING


def within(text: str, limit: int | None) -> str:
    """Return `text`; one that is too long is refused, because a cut name is a wrong name."""
    if limit is not None and len(text) > limit:
        raise ValueMistake("import.cell.long", limit=limit, length=len(text))
    return text
