"""The substances of the panel, and how a cell that lists some of them is read."""

import json
import re
from dataclasses import dataclass
from functools import cache

from app import paths
from app.imports.values import within

# Stands where a file says "positive" and has no column for what it was positive for.
UNKNOWN = "unknown"

_BETWEEN = re.compile(r"[;,/&+|]|\band\b", re.IGNORECASE)
# "120 ng/mL" is a level, and its stroke parts no substances.
_LEVEL = re.compile(
    r"[<>=]*\s*\d+(?:\.\d+)?\s*(?:ng|mcg|ug|mg|pg)\s*/\s*(?:ml|mg|dl|l)\b", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:presumptive\s+)?pos(?:itive)?\s*(?:for\b|:)\s*", re.IGNORECASE)
_NAMES_NONE = frozenset(
    "none nonedetected notdetected nd na nothing negative neg no n yes y positive pos x".split()  # noqa: SIM905
)
_EDGES = " \t()[]{}.:-–—*"


@dataclass(frozen=True)
class Substance:
    """A substance as reports name it, and the words by which files do."""

    id: str
    label: str
    synonyms: tuple[str, ...]


@cache
def panel() -> tuple[Substance, ...]:
    """Return every substance the program knows by name."""
    text = paths.resource("panels", "substances.json").read_text(encoding="utf-8")
    return tuple(
        Substance(row["id"], row["label"], tuple(row["synonyms"])) for row in json.loads(text)
    )


def label_of(substance: str) -> str:
    """Return the name of a substance for people; one the program does not know, as it is."""
    return next((each.label for each in panel() if each.id == substance), substance)


def named(text: str, limit: int | None) -> tuple[str, ...]:
    """Return the substances in `text`, each once: its id, or as typed where it is not known."""
    listed = _BETWEEN.split(_LEVEL.sub(" ", _LEAD.sub("", text)))
    found: dict[str, str] = {}
    for piece in (part.strip(_EDGES) for part in listed):
        if _plain(piece) and _plain(piece) not in _NAMES_NONE:
            substance = _ids().get(_plain(piece), piece)
            found.setdefault(substance.casefold(), within(substance, limit))
    return tuple(found.values())


@cache
def _ids() -> dict[str, str]:
    return {
        _plain(word): substance.id
        for substance in panel()
        for word in (substance.id, substance.label, *substance.synonyms)
    }


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
