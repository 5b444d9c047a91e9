"""The two printed fonts, what they can draw, and the one function that cleans text for paper."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app import paths

REGULAR = "NotoSans"
SEMIBOLD = "NotoSans-SemiBold"

FILES = {REGULAR: "NotoSans-Regular.ttf", SEMIBOLD: "NotoSans-SemiBold.ttf"}

# Drawn in place of what cannot be drawn, so that nothing vanishes silently.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Invisible by nature; they carry no meaning once the words stand on paper.
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f")
_SPACES = frozenset("\t\u1680\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}
_BREAKS = frozenset("\n\u000b\u000c\r\u0085\u2028\u2029")


def clean(text: str) -> str:
    """Return `text` as it can be drawn: composed, plain spaces, line breaks as newline.

    Controls, direction overrides, lone surrogates and letters that the fonts lack become a visible
    replacement. No markup exists on our pages, so nothing else needs escaping.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(_drawable(character) for character in composed)


def width(text: str, font: str, size: float) -> float:
    """Return how wide `text` is; `text` went through `clean`."""
    advances = widths(font)
    return sum(advances[ord(character)] for character in text) * size / 1000


@cache
def widths(font: str) -> Mapping[int, float]:
    """Return the advance of every letter that `font` has, in thousandths of its size."""
    face = _load(font).face
    return {code: face.charWidths[code] for code in face.charToGlyph}


def register() -> None:
    """Make both fonts known to ReportLab; they are read once a process."""
    for font in FILES:
        _load(font)


@cache
def _load(font: str) -> TTFont:
    # Unshaped: with a shaping library beside it, ReportLab would draw other bytes.
    loaded = TTFont(font, str(paths.resource("fonts", FILES[font])), shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _drawable(character: str) -> str:
    if character in _JOINERS:
        return ""
    if character in _SPACES:
        return " "
    if character in _BREAKS:
        return "\n"
    known = all(ord(character) in widths(font) for font in FILES)
    plain = unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    return character if known and plain else REPLACEMENT
