"""Keeps a spreadsheet program from running what a person once typed into a cell."""

import re

# What spreadsheet programs take for the start of a formula. Apostrophes that a person typed in
# front of it count too: they get one more, so that taking one away gives back exactly what was.
_RISKY = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")


def guard(text: str) -> str:
    """Return `text` as it may stand in a spreadsheet."""
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """Return what `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text
