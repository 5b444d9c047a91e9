"""What needs doing: every kind as one row of a table, found for everybody in a query or two.

Only what the record can know today stands here. A kind says why in words that anybody may read
over a shoulder: never a medicine, a score or a risk.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app import names, waiting
from app.waiting import Found, Who
from app.wording import say
from models.person import Person

# More are counted and not listed: nobody works down a longer list in a day.
MOST = 200

Find = Callable[[Connection, date, Who], Iterable[Found]]


@dataclass(frozen=True)
class Kind:
    """A kind of thing to do: its name, its key on the keyboard, where it is done, how it is found.

    `is_due` tells a day by which something is to be done from a day since when it waits.
    """

    key: str
    letter: str
    tab: str
    find: Find
    is_due: bool = False


@dataclass(frozen=True)
class Task:
    """One thing to do as the list shows it."""

    kind: Kind
    person_id: int | None
    who: str
    reason: str
    day: date | None
    row_id: int | None
    draft: tuple[str, str] | None


@dataclass(frozen=True)
class ToDo:
    """The first things to do, what is due or waits longest first, and how many there are."""

    tasks: tuple[Task, ...]
    total: int


def to_do(session: Session, today: date) -> ToDo:
    """Return what needs doing for anybody."""
    return _to_do(session, today)


def of_person(session: Session, person_id: int, today: date) -> tuple[Task, ...]:
    """Return what needs doing for one person, what is due or waits longest first."""
    return _to_do(session, today, person_id).tasks


def _to_do(session: Session, today: date, who: Who = None) -> ToDo:
    connection = session.connection()
    found = [
        (each.day or date.max, place, each)
        for place, kind in enumerate(KINDS)
        for each in kind.find(connection, today, who)
    ]
    first = nsmallest(MOST, found, key=lambda each: (each[0], each[1], each[2].person_id or 0))
    names = names_of(connection, {each.person_id for _day, _place, each in first})
    tasks = (_task(KINDS[place], each, names) for _day, place, each in first)
    return ToDo(tuple(tasks), len(found))


def names_of(connection: Connection, people: Iterable[int | None]) -> dict[int, str]:
    """Return the names that people go by."""
    columns = (Person.id, Person.preferred_name, Person.first_name, Person.last_name)
    rows = connection.execute(select(*columns).where(Person.id.in_(set(people) - {None})))
    return {row.id: names.said(row) for row in rows}


def _task(kind: Kind, found: Found, names: dict[int, str]) -> Task:
    who = names[found.person_id] if found.person_id is not None else say("due.nobody-yet")
    key = f"due.{kind.key}.{found.variant}" if found.variant else f"due.{kind.key}"
    reason = say(key, words=found.words)
    return Task(kind, found.person_id, who, reason, found.day, found.row_id, found.draft)


# What has no day stands in this order behind what has one.
KINDS: tuple[Kind, ...] = (
    Kind("draft", "F", "form", waiting.drafts),
    Kind("order", "D", "hearings", waiting.orders, is_due=True),
    Kind("answer", "A", "tests", waiting.answers),
    Kind("medication-check", "M", "tests", waiting.medication_checks),
    Kind("laboratory", "K", "tests", waiting.laboratory),
    Kind("plan-review", "S", "plan", waiting.plan_reviews, is_due=True),
    Kind("plan", "P", "plan", waiting.without_plan, is_due=True),
    Kind("verify", "V", "intake", waiting.unverified),
    Kind("hearing", "H", "hearings", waiting.without_hearing),
    Kind("undated", "E", "intake", waiting.undated),
    Kind("asked", "O", "intake", waiting.not_asked),
)
