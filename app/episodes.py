"""The episode that entries of today belong to: the newest one of a person."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names
from app.answers import Subject
from models.base import Base
from models.episode import Episode
from models.errors import NoSuchThing
from models.person import Person

T = TypeVar("T", bound=Base)


def current(session: Session, person_id: int | None) -> Episode:
    """Return the newest episode of a person.

    Raises:
        NoSuchThing: the person or every episode of theirs is gone.
    """
    query = select(Episode).where(Episode.person_id == person_id).order_by(Episode.id.desc())
    found = session.scalars(query.limit(1)).one_or_none()
    if found is None:
        raise NoSuchThing("person.missing")
    return found


def row_of(session: Session, table: type[T], subject: Subject) -> T:
    """Return the row that a form corrects.

    Raises:
        NoSuchThing: it is gone, or is somebody else's.
    """
    found = session.get(table, subject.row_id)
    if found is None or getattr(found, "person_id", None) != subject.person_id:
        raise NoSuchThing("row.missing")
    return found


def name_of(session: Session, person_id: int | None) -> str:
    """Return what a person wants to be called, with the last name."""
    person = session.get(Person, person_id) if person_id is not None else None
    if person is None:
        raise NoSuchThing("person.missing")
    return names.said(person)
