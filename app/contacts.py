"""Ways to reach somebody, and what must be minded with each."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, groups
from app.answers import Answers, GroupRow, Loaded, Reading, Subject
from app.wording import say
from models.person import ContactMethod

ASKED = (ContactMethod.kind, ContactMethod.value, ContactMethod.may_leave_message,
         ContactMethod.confidential, ContactMethod.safe_times)  # fmt: skip


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    rows = of_person(session, subject.person_id)
    return Loaded(
        Answers({}, {"contact": groups.shown(rows, *ASKED)}),
        about=episodes.name_of(session, subject.person_id),
    )


def correct(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring the ways to reach a person to what was answered, and say what was saved."""
    person_id = subject.person_id or 0
    reading = Reading(told, today)
    answers.ask_why(reading, corrects=write(session, reading, person_id))
    reading.finish()
    return say("contact.saved", name=episodes.name_of(session, person_id))


def write(session: Session, reading: Reading, person_id: int) -> bool:
    """Write the group `contact`; True where a way on file was changed or taken away."""

    def make(values: dict[str, Any], _line: GroupRow) -> ContactMethod:
        return ContactMethod(person_id=person_id, **values)

    before = of_person(session, person_id)
    return groups.write(session, reading, "contact", before, make, *ASKED)


def of_person(session: Session, person_id: int | None) -> list[ContactMethod]:
    """Return the ways that are in use."""
    query = select(ContactMethod).where(
        ContactMethod.person_id == person_id, ContactMethod.ended_on.is_(None)
    )
    return list(session.scalars(query.order_by(ContactMethod.id)))
