"""Offers the better word beside what is written; it changes no text and leaves quotations alone.

The list is data (`resources/wording.json`), with its source; a court may edit it.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from app import paths

QUOTED = re.compile(r"[\"“”«»].*?[\"“”«»]|‘[^‘’]*’", re.DOTALL)


@dataclass(frozen=True)
class Better:
    """A word that was written, and one that puts the person first."""

    found: str
    better: str


def suggestions(text: str) -> list[Better]:
    """Return each word of the list that stands in `text` outside quotations, once, in order."""
    plain = QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    found: dict[str, Better] = {}
    for match in _pattern().finditer(plain):
        word = match[0].casefold()
        found.setdefault(word, Better(match[0], _words()[word]))
    return list(found.values())


@cache
def _words() -> dict[str, str]:
    plain = json.loads(paths.resource("wording.json").read_text(encoding="utf-8"))
    return {word: row["better"] for row in plain["words"] for word in row["avoid"]}


@cache
def _pattern() -> re.Pattern[str]:
    # The longest first, so that two words are not told as one of them.
    words = sorted(_words(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
