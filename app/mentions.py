"""Where else a person is named: in words about somebody else, which no order about them removes.

Found before a file is destroyed, because nothing knows the name afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Enum, String, Table, false, func, null, or_, select
from sqlalchemy.orm import Session

from app import names
from models.base import Base
from models.episode import CourtCase
from models.person import Person

# Derived, sealed, or what once left as it was: no words that somebody could still change.
LEFT_OUT = frozenset({"audit", "audit_value", "disclosure", "standing", "value_key"})
SHORTEST = 4  # a shorter name would be found inside other words


@dataclass(frozen=True)
class Mention:
    """One entry that names the person; `person_id` is whose file it stands in, if anybody's."""

    table: str
    row_id: int
    person_id: int | None
    name: str | None


def of(session: Session, person_id: int) -> tuple[Mention, ...]:
    """Return the entries of other files, and of the court's own lists, that name a person."""
    words = _words(session, person_id)
    found = [
        (table, row)
        for name, table in sorted(Base.metadata.tables.items())
        if name not in LEFT_OUT and words
        for row in session.connection().execute(_naming(table, words, person_id))
    ]
    owners = {row.owner for _table, row in found}
    owned_by = {
        person.id: names.said(person)
        for person in session.scalars(select(Person).where(Person.id.in_(owners)))
    }
    return tuple(
        Mention(table.name, row.id, row.owner, owned_by.get(row.owner)) for table, row in found
    )


def _words(session: Session, person_id: int) -> list[str]:
    """Return full names and case numbers as they would be written."""
    person = session.get_one(Person, person_id)
    numbers = session.scalars(select(CourtCase.number).where(CourtCase.person_id == person_id))
    return [word.lower() for word in {*names.full(person), *numbers} if len(word) >= SHORTEST]


def _naming(table: Table, words: list[str], person_id: int) -> Any:
    owner = _owner(table)
    naming = or_(
        false(),
        *(func.instr(func.lower(column), word) > 0 for column in _texts(table) for word in words),
    )
    return select(_key(table).label("id"), owner.label("owner")).where(
        naming, or_(owner.is_(None), owner != person_id)
    )


def _owner(table: Table) -> Any:
    if table.name == Person.__tablename__:
        return table.c.id
    return table.c.person_id if "person_id" in table.c else null()


def _key(table: Table) -> Any:
    return next(iter(table.primary_key.columns))


def _texts(table: Table) -> Iterator[Any]:
    """Yield the columns with words: no choices, and no copies for searching."""
    return (
        column
        for column in table.columns
        if isinstance(column.type, String) and not isinstance(column.type, Enum)
        if not column.name.startswith("folded")
    )
