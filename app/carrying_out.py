"""Carrying an order out in the open record: the file goes, then every trace of its bytes.

Once the first part has happened it cannot be taken back; where the second fails, the record says so
(`DestroyedFile.swept_at`) and it is done again.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import came_back, clock, destroying, facts, mentions, names, release, sealing
from app.backup import holding
from app.certificate_facts import CertificateFacts, Copy
from app.desk import Desk, sorted_failures
from app.facts import canonical
from app.mentions import Mention
from app.release import Draw, Release, Released
from app.vault.record import Record
from models import sweeping
from models.choices import Purpose, Recipient
from models.errors import InUse, NoSuchThing, Trouble
from models.person import Person
from models.sealing import DestroyedFile, SealingKind

DOCUMENT = "certificate"


@dataclass(frozen=True)
class Before:
    """What somebody should know before they carry an order out."""

    name: str
    kind: SealingKind | None  # None while no order is entered
    number: str
    ordered_on: date | None
    ordered_by: str
    copies: tuple[Copy, ...]
    beside: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Destroyed:
    """What was done, and what could not be done yet."""

    id: int
    certificate: CertificateFacts
    trouble: Trouble | None


def before(record: Record, person_id: int) -> Before:
    """Return what an order about a person would leave behind.

    Raises:
        NoSuchThing: the person is no longer in the record.
    """
    desk = record.desk
    with desk.read() as session:
        person = session.get(Person, person_id)
        if person is None:
            raise NoSuchThing("person.missing")
        order = sealing.waiting(session, person_id)
        seq, _mac = destroying.first_event(session, person_id)
        return Before(
            name=names.printed(person),
            kind=order.kind if order else None,
            number=order.number if order else "",
            ordered_on=order.ordered_on if order else None,
            ordered_by=order.ordered_by if order else "",
            copies=holding.copies(session, seq, desk.today(), desk.zone),
            beside=holding.beside(record.files),
            mentions=mentions.of(session, person_id),
        )


def carry_out(record: Record, person_id: int, typed: str) -> Destroyed:
    """Destroy a person's file, and write the record anew.

    Raises:
        NoSuchThing, Invalid: as `destroying.carry_out`; nothing was changed.
        InUse: a backup is on its way, which the certificate could not name.
    """
    if record.files.snapshot.exists():
        raise InUse("sealing.backup-on-its-way")
    beside = holding.beside(record.files)
    number, certified = destroying.carry_out(record.desk, person_id, typed, beside)
    try:
        finish(record, number)
    except Trouble as trouble:
        return Destroyed(number, certified, trouble)
    return Destroyed(number, certified, None)


def finish(record: Record, number: int) -> None:
    """Write the record anew, so that no page of it holds what was destroyed.

    Raises:
        NoSpace, InUse: it was not; it can be tried again.
    """
    with sorted_failures():
        with record.desk.read() as session:
            came_back.remember(session, record.files)
        sweeping.sweep(record.engine)
    with record.desk.work() as session:
        row = session.get_one(DestroyedFile, number)
        row.swept_at = clock.now()


def certificate(session: Session, number: int) -> CertificateFacts:
    """Return what is kept of a certificate; the order is written in by hand.

    Raises:
        NoSuchThing: there is none, or the record was not written anew yet, as it says.
    """
    row = session.get(DestroyedFile, number)
    if row is None or row.swept_at is None:
        raise NoSuchThing("sealing.no-certificate")
    return facts.read(CertificateFacts, row.certificate)


def released(desk: Desk, told: CertificateFacts, draw: Draw) -> Released:
    """Write down that a certificate leaves, without the order that stands on it."""
    what = Release(
        document=DOCUMENT,
        recipient=Recipient.INTERNAL,
        purpose=Purpose.TRAIL,
        facts=canonical(told.without_order()),
    )
    return release.release(desk, what, draw, audit_mark=told.mark_after)
