"""Parts a whole name into last and first, where how it is written leaves no doubt."""

from app.imports.values import ValueMistake, within

# Words that belong to the family name they stand before, and those that follow it.
_BEFORE = frozenset(
    {"da", "de", "del", "della", "der", "di", "dos", "du", "la", "las", "le", "los", "mac", "mc"}
    | {"san", "st.", "van", "von", "ben", "bin"}
)
_AFTER = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def split(text: str, limit: int | None) -> tuple[str, str]:
    """Return last and first name of "Last, First" or of two plain words; refuse any guess."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        parts = _in_speech_order(text.split())
    if len(parts) != 2 or not all(parts):
        raise ValueMistake("import.name", text=text)
    return within(parts[0], limit), within(parts[1], limit)


def _in_speech_order(words: list[str]) -> list[str]:
    last = [words.pop()] if len(words) > 2 and words[-1].casefold() in _AFTER else []
    last.insert(0, words.pop())
    while len(words) > 1 and words[-1].casefold() in _BEFORE:
        last.insert(0, words.pop())
    return [" ".join(last), *words]
