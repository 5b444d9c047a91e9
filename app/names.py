"""Names as people search for them: folded, and by sound; and names as a court writes them."""

import re
import unicodedata
from typing import Protocol

import jellyfish

# Letters that have no decomposition, as people type them without.
PLAIN = str.maketrans("łøđħŋ\u0131", "lodhni")
# Every apostrophe, glottal stop, hyphen and full stop that a name is written with.
DROPPED = re.compile("['\u2019\u2018\u02bc\u02bb`\u00b4.\u2010\u2011\u2013-]")


class Named(Protocol):
    """A person as far as the name goes: a row, or facts."""

    @property
    def last_name(self) -> str: ...
    @property
    def first_name(self) -> str: ...
    @property
    def preferred_name(self) -> str | None: ...


class _Screen:
    """How the one screen of this process tells names; pages that leave it have them whole."""

    initials = False


def show_initials(*, on: bool) -> None:
    """Let the screen tell people by their initials, or by their names again."""
    _Screen.initials = on


def are_initials() -> bool:
    """Whether the screen tells people by their initials."""
    return _Screen.initials


def printed(person: Named) -> str:
    """Return the name as people say it: what somebody wants to be called, and the last name."""
    return f"{person.preferred_name or person.first_name} {person.last_name}"


def said(person: Named) -> str:
    """Return the name for the screen as people say it."""
    called = person.preferred_name or person.first_name
    if _Screen.initials:
        return f"{_initial(called)} {_initial(person.last_name)}"
    return printed(person)


def listed(person: Named) -> str:
    """Return the name for the screen as a list has it, by the last name."""
    called = person.preferred_name or person.first_name
    if _Screen.initials:
        return f"{_initial(person.last_name)}, {_initial(called)}"
    return f"{person.last_name}, {called}"


def _initial(name: str) -> str:
    return f"{name[:1]}."


def full(person: Named) -> set[str]:
    """Return the full names under which a person can stand in somebody else's words."""
    firsts = (person.first_name, person.preferred_name)
    return {f"{first} {person.last_name}" for first in firsts if first}


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
