"""What lists show but rules compute: one row a person, rewritten with what changes it.

Reads of other days go through `app.participants`; this table is only a faster copy of today.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from app import lines
from models.person import Person
from models.standing import Standing

BATCH = 500
# Tables that belong to nobody and decide what a list shows: a hearing moves with its session.
SHARED = frozenset({"court_session", "phase"})


def refresh(session: Session, people: Collection[int], *, today: date) -> None:
    """Compute the rows of `people` anew, in the transaction of `session`."""
    ids = sorted(people)
    for at in range(0, len(ids), BATCH):
        _rewrite(session.connection(), ids[at : at + BATCH], today)


def touched(session: Session, people: Collection[int], altered: Collection[str]) -> Collection[int]:
    """Return whose row a change can concern: everybody's, where a shared row has changed."""
    if SHARED.isdisjoint(altered):
        return people
    return list(session.scalars(select(Person.id)))


def refresh_all(session: Session, *, today: date) -> bool:
    """Compute every row that is of another day; True where there was one."""
    connection = session.connection()
    fresh = select(Standing.person_id).where(Standing.as_of == today)
    stale = connection.scalars(select(Person.id).where(Person.id.not_in(fresh))).all()
    refresh(session, stale, today=today)
    return bool(stale)


def differences(connection: Connection) -> list[int]:
    """Return the people whose row is not what the rules compute for its day."""
    columns = Standing.__table__.columns.keys()
    rows = connection.execute(select(Standing.__table__)).mappings()
    kept = {row["person_id"]: dict(row) for row in rows}
    days = {row["as_of"] for row in kept.values()}
    people = set(connection.scalars(select(Person.id)))
    wrong = (people | set(kept)) - (people & set(kept))
    for day in days:
        ids = [person for person, row in kept.items() if row["as_of"] == day]
        for at in range(0, len(ids), BATCH):
            for row in lines.listed(connection, day, people=ids[at : at + BATCH]):
                if any(row[column] != kept[row["person_id"]][column] for column in columns):
                    wrong.add(row["person_id"])
    return sorted(wrong)


def _rewrite(connection: Connection, ids: list[int], today: date) -> None:
    table: Any = Standing.__table__
    connection.execute(delete(table).where(table.c.person_id.in_(ids)))
    rows = lines.listed(connection, today, people=ids)
    if rows:
        connection.execute(insert(table), rows)
