"""A page about several people that was released, when one of them is to be destroyed.

What a packet said of everybody else stands in the row of their own page as well (`app.packet`), so
nothing is lost where one part goes. The hash of the page that left stays: a page found on paper can
still be told from a forged one. It cannot be printed again, because it is no longer whole.
"""

import hashlib
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names
from app.facts import canonical
from models.disclosure import Disclosure
from models.episode import CourtCase
from models.person import Person


def forget(session: Session, person_id: int) -> int:
    """Take one person's part out of every kept page about several; return how many held one."""
    own = set(session.scalars(select(Disclosure.facts).where(Disclosure.person_id == person_id)))
    words = _words(session, person_id)
    shared = session.scalars(select(Disclosure).where(Disclosure.person_id.is_(None)))
    return sum(_forget_in(row, own, words) for row in shared)


def _forget_in(row: Disclosure, own: Collection[str], words: Collection[str]) -> bool:
    rest = _without(row.facts, own, words)
    if rest == row.facts:
        return False
    row.facts = rest
    row.facts_sha256 = hashlib.sha256(rest.encode()).digest()
    return True


def _without(facts: str, own: Collection[str], words: Collection[str]) -> str:
    """Return kept facts without the parts of a person, and without all where they stay named."""
    parts: Any = json.loads(facts)
    if isinstance(parts, list):
        parts = [part for part in parts if canonical(part) not in own and not _names(part, words)]
    return canonical([] if _names(parts, words) else parts)


def _names(part: Any, words: Collection[str]) -> bool:
    told = canonical(part)
    return any(word in told for word in words)


def _words(session: Session, person_id: int) -> set[str]:
    """Return what can only mean this person on a page: full names as JSON has them, and cases."""
    person = session.get_one(Person, person_id)
    numbers = session.scalars(select(CourtCase.number).where(CourtCase.person_id == person_id))
    return {canonical(words)[1:-1] for words in {*names.full(person), *numbers}}
