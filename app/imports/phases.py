"""Reads the number of a phase from the ways in which courts write it."""

import re

from app.imports.values import ValueMistake

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBERS = {
    word: number for words in (_ROMAN, _SPELLED) for number, word in enumerate(words, start=1)
} | {str(number): number for number in range(1, 10)}

# "Phase 3", "Ph. III", "3.0" from a workbook, "3 of 5", "3 - Prosocial"; never "3 - 4" or "3/5".
_PHASE = re.compile(
    r"(?:(?:phase|ph|fase|level|p)[\s.#:\-]*)?(?P<number>[ivx]+|\d+|[a-z]+)(?:\.0+)?"
    r"(?:\s+of\s+\d+|\s*[\-–—:.,(]\s*[^\W\d]\D*|\s+[^\W\d]\D*)?",
    re.IGNORECASE,
)


def phase(text: str) -> int:
    """Return the phase, 1 to 9."""
    found = _PHASE.fullmatch(text)
    number = _NUMBERS.get(found["number"].casefold()) if found else None
    if number is None:
        raise ValueMistake("import.phase", text=text)
    return number
