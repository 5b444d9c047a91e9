"""Participants as a list for export, and one person's facts for the screen; read only."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from app import lines
from app.lines import Line
from models.choices import ContactKind
from models.episode import CourtCase
from models.person import ContactMethod, Person

BATCH = 500


@dataclass(frozen=True)
class ContactFacts:
    """A way to reach somebody, and what must be minded."""

    kind: ContactKind
    value: str
    may_leave_message: bool
    confidential: bool
    safe_times: str | None


@dataclass(frozen=True)
class HeaderFacts:
    """One person as the head of every page of theirs shows them."""

    line: Line
    pronouns: str | None
    legal_name: str
    interpreter: str | None
    accommodations: str | None
    contacts: tuple[ContactFacts, ...]
    cases: tuple[str, ...]


def as_of(connection: Connection, day: date) -> list[Line]:
    """Return everybody with an episode by `day`, by case number."""
    ids = list(connection.scalars(select(Person.id).order_by(Person.id)))
    found: list[Line] = []
    for at in range(0, len(ids), BATCH):
        found += lines.read(connection, day, people=ids[at : at + BATCH])
    here = [line for line in found if line.episode_id is not None]
    return sorted(here, key=lambda line: (line.case_number or "", line.person_id))


def first_cases(connection: Connection) -> dict[int, str]:
    """Return the first case number of every episode."""
    query = select(CourtCase.episode_id, CourtCase.number)
    rows = connection.execute(query.order_by(CourtCase.position.desc(), CourtCase.id.desc()))
    return {row.episode_id: row.number for row in rows}


def header(session: Session, person_id: int, *, today: date) -> HeaderFacts:
    """Return what stands at the head of a person's pages; KeyError where there is none."""
    connection = session.connection()
    found = lines.read(connection, today, people=[person_id])
    if not found:
        raise KeyError(person_id)
    [line], person = found, connection.execute(PERSON, {"person_id": person_id}).one()
    middle = [person.middle_name] if person.middle_name else []
    return HeaderFacts(
        line=line,
        pronouns=person.pronouns,
        legal_name=" ".join([person.first_name, *middle, person.last_name]),
        interpreter=person.interpreter,
        accommodations=person.accommodations,
        contacts=_contacts(connection, person_id),
        cases=_cases(connection, line.episode_id or 0),
    )


def _contacts(connection: Connection, person_id: int) -> tuple[ContactFacts, ...]:
    rows = connection.execute(CONTACTS, {"person_id": person_id})
    return tuple(ContactFacts(*row) for row in rows)


def _cases(connection: Connection, episode_id: int) -> tuple[str, ...]:
    return tuple(connection.scalars(CASES, {"episode_id": episode_id}))


# Put together once, because that takes longer than asking does.
PERSON = select(
    Person.first_name,
    Person.middle_name,
    Person.last_name,
    Person.pronouns,
    Person.interpreter,
    Person.accommodations,
).where(Person.id == bindparam("person_id"))
# In the order of the fields of `ContactFacts`.
CONTACTS = (
    select(
        ContactMethod.kind,
        ContactMethod.value,
        ContactMethod.may_leave_message,
        ContactMethod.confidential,
        ContactMethod.safe_times,
    )
    .where(ContactMethod.person_id == bindparam("person_id"), ContactMethod.ended_on.is_(None))
    .order_by(ContactMethod.id)
)
CASES = (
    select(CourtCase.number)
    .where(CourtCase.episode_id == bindparam("episode_id"))
    .order_by(CourtCase.position, CourtCase.id)
)
