"""Quick search: the few people meant by some words, the nearest first, and what matched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, false, literal, or_, select
from sqlalchemy.orm import Session

from app import names
from app.listing import holds, sound, within
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
        return names.listed(self)

    @property
    def said(self) -> str:
        """The name as people say it."""
        return names.said(self)


def people(session: Session, words: str, *, most: int = MOST) -> list[Found]:
    """Return up to `most` people: those who hold the words, then those who sound like them."""
    typed = names.folded(words).split()
    if not typed:
        return []
    facts: dict[str, Any] = {"begun": f" {typed[0]}", "most": most}
    facts |= {f"word{place}": word for place, word in enumerate(typed)}
    found = _read(session, _begun(len(typed)), facts)
    if len(found) < most:
        # Those stand first anyway; only now all case numbers are looked through, which takes long.
        found = _read(session, _held(len(typed)), facts)
    sounds = tuple(sound(word) for word in typed)
    if len(found) < most and any(sounds):
        facts |= {f"sound{place}": code for place, code in enumerate(sounds)}
        facts |= {"others": [each.person_id for each in found], "most": most - len(found)}
        alike = _read(session, _alike(tuple(map(bool, sounds))), facts)
        found += [replace(each, sounds_alike=True) for each in alike]
    return found


def _read(session: Session, query: Any, facts: dict[str, Any]) -> list[Found]:
    return [Found(*row) for row in session.execute(query, facts)]


# A query for so many words is put together once: that takes longer than many an answer.

# One of the names begins with the first word.
BEGUN = within(literal(" ").concat(Person.folded_name), bindparam("begun"))


@cache
def _begun(count: int) -> Any:
    return _nearest(BEGUN, *holds(_words(count))[1:])


@cache
def _held(count: int) -> Any:
    return _nearest(*holds(_words(count)))


@cache
def _alike(sounds: tuple[bool, ...]) -> Any:
    """Ask for whoever sounds like what was typed, those left out who hold it as it is written."""
    others = Person.id.not_in(bindparam("others", expanding=True))
    heard = [
        within(Person.sound, bindparam(f"sound{place}")) if tells else false()
        for place, tells in enumerate(sounds)
    ]
    if len(sounds) == 1:
        return _nearest(others, *heard)
    both = zip(holds(_words(len(sounds))), heard, strict=True)
    return _nearest(others, *(or_(*each) for each in both))


def _words(count: int) -> list[Any]:
    return [bindparam(f"word{place}") for place in range(count)]


def _nearest(*matches: ColumnElement[bool]) -> Any:
    """Ask for names that begin with what was typed, then for those who are active, by name."""
    query = select(*COLUMNS).outerjoin(Standing, Standing.person_id == Person.id).where(*matches)
    return query.order_by(
        case((BEGUN, 0), else_=1),
        case((Standing.status == Status.ACTIVE, 0), else_=1),
        Person.folded_name,
        Person.id,
    ).limit(bindparam("most"))


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
