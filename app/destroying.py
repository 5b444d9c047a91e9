"""Carrying out an order to seal, expunge or destroy: a person's file leaves the record whole.

Sealing removes as well (rules.md 10): a program whose every key holder sees everything has no
drawer that stays shut. The trail keeps its events without their values, and still verifies.
"""

from collections import Counter
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, delete, func, select
from sqlalchemy.orm import Session

from app import clock, court, kept_counts, mentions, sealing, shared_pages
from app.backup import holding
from app.certificate_facts import CertificateFacts, Left, Removed
from app.desk import Desk
from app.errors import Invalid
from app.facts import canonical
from app.wording import say
from models import trail
from models.audit import Audit, mark_of
from models.base import Base
from models.disclosure import Disclosure
from models.errors import NoSuchThing
from models.person import Person
from models.sealing import DestroyedFile, SealingOrder
from models.service import Attendance, ServiceSession
from models.trail import Event

NUMBER = "number"
ACTION = "destroyed"
# The chain itself stays: its events hold keyed digests, which tell nothing without the key.
STAYS = frozenset({"audit"})


def owned() -> tuple[Table, ...]:
    """Return every table with rows of one person, those that hang on others first.

    Read off the metadata, so that a table to come cannot be forgotten.
    """
    tables = reversed(Base.metadata.sorted_tables)
    person: Any = Person.__table__
    held = (each for each in tables if "person_id" in each.c and each.name not in STAYS)
    return (*(each for each in held if each is not person), person)


def carry_out(
    desk: Desk, person_id: int, typed: str, beside: tuple[str, ...] = ()
) -> tuple[int, CertificateFacts]:
    """Destroy a person's file in one transaction; return its number and what is certified.

    `typed` must be the order's number; `beside` are the copies in the record's own folder.

    Raises:
        NoSuchThing: the person is gone, or no order about them is on file.
        Invalid: `typed` is another number; nothing was changed.
    """
    with desk.work() as session:
        order = sealing.waiting(session, person_id)
        if order is None:
            raise NoSuchThing("sealing.no-order")
        if not sealing.is_number(order, typed):
            raise Invalid({NUMBER: say("sealing.other-number")})
        facts = _certified(session, desk, order, beside)
        kept_counts.keep(session, person_id)
        removed = _remove(session, person_id)
        trail.record(session, Event(ACTION, Person.__tablename__, person_id, person_id))
        facts = replace(facts, removed=removed, mark_after=mark_of(*trail.head(session)))
        row = _row(facts)
        session.add(row)
        session.flush()
        return row.id, facts


def first_event(session: Session, person_id: int) -> tuple[int, bytes]:
    """Return number and code of the event with which a person's file began.

    The code is made with a key of this record, so it names the file in every copy of the record,
    however old, and tells nobody else anything.
    """
    query = select(Audit.seq, Audit.mac).where(Audit.person_id == person_id)
    row = session.execute(query.order_by(Audit.seq).limit(1)).one_or_none()
    if row is None:
        raise NoSuchThing("person.missing")
    return row.seq, row.mac


def _certified(
    session: Session, desk: Desk, order: SealingOrder, beside: tuple[str, ...]
) -> CertificateFacts:
    """Return what can only be told while the person is still there."""
    seq, mac = first_event(session, order.person_id)
    return CertificateFacts(
        court=court.facts(session).name,
        kind=order.kind,
        number=order.number,
        ordered_on=order.ordered_on,
        ordered_by=order.ordered_by,
        destroyed_at=clock.local_now(desk.zone).replace(microsecond=0),
        destroyed_by=desk.holder,
        known_by=mark_of(seq, mac),
        mark_before=mark_of(*trail.head(session)),
        mark_after="",
        removed=(),
        left=_left(session, order.person_id),
        copies=holding.copies(session, seq, desk.today(), desk.zone),
        beside=beside,
        mentions=len(mentions.of(session, order.person_id)),
    )


def _left(session: Session, person_id: int) -> tuple[Left, ...]:
    query = select(Disclosure.recipient, func.sum(Disclosure.pages))
    mine = query.where(Disclosure.person_id == person_id).group_by(Disclosure.recipient)
    return tuple(Left(recipient, pages) for recipient, pages in session.execute(mine))


def _remove(session: Session, person_id: int) -> tuple[Removed, ...]:
    """Remove every row of a person, by table and not row by row.

    The session must not see them go: it would chain an event with the old values of each.
    """
    counts: Counter[str] = Counter()
    changed = shared_pages.forget(session, person_id)
    session.flush()
    session.expunge_all()
    counts["shared-pages"] = changed
    alone = _attended_alone(session, person_id)
    connection = session.connection()
    for table in owned():
        owner = table.c.id if table.name == Person.__tablename__ else table.c.person_id
        counts[table.name] = connection.execute(delete(table).where(owner == person_id)).rowcount
    sessions: Any = ServiceSession.__table__
    gone = connection.execute(delete(sessions).where(sessions.c.id.in_(alone))).rowcount
    counts[sessions.name] = gone
    session.info["stamp"].tables.update(name for name, count in counts.items() if count)
    return tuple(Removed(name, count) for name, count in sorted(counts.items()) if count)


def _attended_alone(session: Session, person_id: int) -> list[int]:
    """Return the sessions that nobody else was to come to: they are about this person too."""
    mine = select(Attendance.service_session_id).where(Attendance.person_id == person_id)
    others = select(Attendance.service_session_id).where(Attendance.person_id != person_id)
    query = select(ServiceSession.id)
    return list(
        session.scalars(query.where(ServiceSession.id.in_(mine), ServiceSession.id.not_in(others)))
    )


def _row(facts: CertificateFacts) -> DestroyedFile:
    """Return what the record keeps of a destruction: everything but the order itself."""
    return DestroyedFile(
        kind=facts.kind,
        destroyed_at=clock.now(),
        destroyed_by=facts.destroyed_by,
        known_by=facts.known_by,
        rows=sum(each.count for each in facts.removed),
        mark_before=facts.mark_before,
        mark_after=facts.mark_after,
        certificate=canonical(facts.without_order()),
    )
