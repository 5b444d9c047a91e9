"""One action of a person at the screen: what was done in a sentence, and how it is taken back.

Nothing in a court record is undone by going back in time: taking something back is a change of its
own, with its own entry in the trail, and it is refused once somebody has changed the same again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Date, Enum, LargeBinary, Time, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.desk import Desk
from app.wording import say
from models.audit import Audit
from models.base import Base
from models.errors import InUse
from models.person import Person
from models.trail import Event, Stamp, head


@dataclass(frozen=True)
class Done:
    """What one action did, told as a sentence; `events` are its rows, for taking it back."""

    sentence: str
    events: tuple[Event, ...]
    last: int

    @property
    def is_reversible(self) -> bool:
        """Whether it can be taken back; a person's file, once begun, is closed and never undone."""
        begun = any(e.action == "insert" and e.entity == Person.__tablename__ for e in self.events)
        return bool(self.events) and not begun


def act(
    desk: Desk,
    work: Callable[[Session], str],
    *,
    reason: str | None = None,
    about: int | None = None,
) -> Done:
    """Carry out `work` as one signed change; it returns the sentence that says what was saved.

    A reason that was typed `about` a person goes with their file: it never stands beside a change
    of what belongs to the court, which is told in the clear and for ever.
    """
    with desk.work(reason) as session:
        stamp: Stamp = session.info["stamp"]
        if about is not None:
            stamp.people.add(about)
        sentence = work(session)
        session.flush()
        last = head(session)[0]
    return Done(sentence, tuple(stamp.events), last)


def take_back(desk: Desk, done: Done) -> Done:
    """Take an action back, row by row from the last one.

    Raises:
        InUse: something that it did has been changed since, or something else hangs on it now.
    """

    def work(session: Session) -> str:
        for event in reversed(done.events):
            _refuse_if_changed(session, event, done.last)
        for event in reversed(done.events):
            _reverse(session, event)
            session.flush()
        return say("acting.undone", what=done.sentence)

    try:
        return act(desk, work, reason=say("acting.undo"))
    except IntegrityError as error:
        raise InUse("acting.hangs-on") from error


def _refuse_if_changed(session: Session, event: Event, last: int) -> None:
    newest = session.scalar(
        select(Audit.seq)
        .where(Audit.entity == event.entity, Audit.entity_id == event.entity_id)
        .order_by(Audit.seq.desc())
        .limit(1)
    )
    if newest is not None and newest > last:
        raise InUse("acting.changed-since")


def _reverse(session: Session, event: Event) -> None:
    table = tables()[str(event.entity)]
    if event.action == "delete":
        before = {name: pair[0] for name, pair in (event.changes or {}).items()}
        session.add(table(id=event.entity_id, **_values(table, before)))
        return
    row = session.get_one(table, event.entity_id)
    if event.action == "insert":
        session.delete(row)
        return
    before = {name: pair[0] for name, pair in (event.changes or {}).items()}
    for name, value in _values(table, before).items():
        setattr(row, name, value)


def tables() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def _values(table: type[Base], plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value_of(table, name, value) for name, value in plain.items()}


def value_of(table: type[Base], column: str, plain: Any) -> Any:
    """Return what a column holds from what the trail keeps of it."""
    kind = table.__table__.columns[column].type
    if plain is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(plain)
    if isinstance(kind, Date):
        return date.fromisoformat(plain)
    if isinstance(kind, Time):
        return time.fromisoformat(plain)
    return bytes.fromhex(plain) if isinstance(kind, LargeBinary) else plain
