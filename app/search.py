"""Quick search: the few people meant by some words, the nearest first, and what matched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import Session

from app import names
from app.listing import has_sound, holds, sounds_like
from models.choices import Status
from models.person import Person
from models.standing import Standing

MOST = 8

# In the order of the fields of `Found`.
COLUMNS = (
    Person.id.label("person_id"),
    Person.last_name,
    Person.first_name,
    Person.preferred_name,
    Standing.case_number,
    Standing.status,
    Standing.phase,
)


@dataclass(frozen=True)
class Found:
    """One person who may be meant; never a risk and never a flag."""

    person_id: int
    last_name: str
    first_name: str
    preferred_name: str | None
    case_number: str | None
    status: Status | None
    phase: int | None
    sounds_alike: bool = False

    @property
    def listed(self) -> str:
        """The name as a list has it."""
        return f"{self.last_name}, {self.preferred_name or self.first_name}"

    @property
    def said(self) -> str:
        """The name as people say it."""
        return f"{self.preferred_name or self.first_name} {self.last_name}"


def people(session: Session, words: str, *, most: int = MOST) -> list[Found]:
    """Return up to `most` people: those who hold the words, then those who sound like them."""
    typed = names.folded(words).split()
    if not typed:
        return []
    held = and_(*(holds(word) for word in typed))
    found = [Found(*row) for row in session.execute(_nearest(typed, held, most))]
    if len(found) < most and any(has_sound(word) for word in typed):
        query = _nearest(typed, _alike(typed, found), most - len(found))
        found += [replace(Found(*row), sounds_alike=True) for row in session.execute(query)]
    return found


def _alike(typed: list[str], found: list[Found]) -> ColumnElement[bool]:
    """Match whoever sounds like what was typed, those left out who hold it as it is written."""
    others = Person.id.not_in([each.person_id for each in found])
    if len(typed) == 1:
        return and_(others, sounds_like(typed[0]))
    return and_(others, *(or_(holds(word), sounds_like(word)) for word in typed))


def _nearest(typed: list[str], matches: ColumnElement[bool], most: int) -> Any:
    """Ask for names that begin with what was typed, then for those who are active, by name."""
    begins = or_(
        Person.folded_name.startswith(typed[0], autoescape=True),
        Person.folded_name.contains(f" {typed[0]}", autoescape=True),
    )
    query = select(*COLUMNS).outerjoin(Standing, Standing.person_id == Person.id).where(matches)
    return query.order_by(
        case((begins, 0), else_=1),
        case((Standing.status == Status.ACTIVE, 0), else_=1),
        Person.folded_name,
        Person.id,
    ).limit(most)


def marked(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where in `text` the typed words stand, each as a slice of it."""
    plain, at = _folded_letters(text)
    return tuple(_spans(plain, at, names.folded(words).split()))


def _spans(plain: str, at: list[int], typed: list[str]) -> Iterator[tuple[int, int]]:
    end = 0
    # Where two words begin at one letter, the longer one is marked.
    for start, length in sorted((_first(plain, word), -len(word)) for word in set(typed)):
        if start >= end:
            end = start - length
            yield at[start], at[end - 1] + 1


def _first(plain: str, word: str) -> int:
    """Return where a word begins with `word`, or else where it holds it; -1 where nowhere."""
    if plain.startswith(word):
        return 0
    begun = plain.find(f" {word}")
    return begun + 1 if begun >= 0 else plain.find(word)


def _folded_letters(text: str) -> tuple[str, list[int]]:
    """Return `text` folded letter by letter, and where each folded letter came from."""
    letters: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        folded = " " if letter.isspace() else names.folded(letter)
        letters += [(each, place) for each in folded]
    return "".join(letter for letter, _place in letters), [place for _letter, place in letters]
