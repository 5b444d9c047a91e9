"""Names as people search for them: folded, and by sound; and names as a court writes them."""

import re
import unicodedata

import jellyfish

# Letters that have no decomposition, as people type them without.
PLAIN = str.maketrans("łøđħŋ\u0131", "lodhni")
# Every apostrophe, glottal stop, hyphen and full stop that a name is written with.
DROPPED = re.compile("['\u2019\u2018\u02bc\u02bb`\u00b4.\u2010\u2011\u2013-]")


def folded(*parts: str | None) -> str:
    """Return the parts as one text without case, marks, apostrophes or hyphens.

    SQLite's LIKE finds neither MUÑOZ for muñoz nor José for jose.
    """
    text = " ".join(part for part in parts if part)
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(DROPPED.sub("", bare.casefold().translate(PLAIN)).split())


def sound_of(*parts: str | None) -> str:
    """Return how the words sound, one code a word, with a space before and after each."""
    codes = (jellyfish.metaphone(word) for word in folded(*parts).split())
    return " " + " ".join(code for code in codes if code) + " "


def folded_number(number: str) -> str:
    """Return a case number as it is compared: without case and with single spaces."""
    return " ".join(number.casefold().split())
