"""The gate: every print, save and export of participant data passes here and is written down.

For now it knows recipient and purpose. It checks no consent, and every page says so. The release
is written before the bytes leave: a page on paper without a line in the log is what must not be.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app import clock, facts
from app.desk import Desk
from models import trail
from models.audit import mark_of
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from models.errors import Damaged, NoSuchThing

# For whom each document has a page; one for a court never stands beside one for the team.
PAGES: dict[str, frozenset[Recipient]] = {
    "progress-report": frozenset({Recipient.JUDGE}),
    "treatment-plan": frozenset({Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM}),
}


@dataclass(frozen=True)
class Release:
    """What leaves: which document, about whom, for whom and why; facts as canonical JSON."""

    document: str
    recipient: Recipient
    purpose: Purpose
    facts: str
    person_id: int | None = None
    hearing_on: date | None = None


class Page(Protocol):
    """A drawn document."""

    @property
    def pdf(self) -> bytes: ...

    @property
    def pages(self) -> int: ...


@dataclass(frozen=True)
class Released:
    """A document that was written down and may now leave."""

    disclosure_id: int
    page: Page
    audit_mark: str


@dataclass(frozen=True)
class DisclosureRow:
    """One line of the accounting of disclosures."""

    id: int
    person_id: int | None
    made_at: datetime
    made_by: str
    recipient: Recipient
    purpose: Purpose
    document: str
    hearing_on: date | None
    pages: int
    audit_mark: str
    facts_sha256: str
    page_sha256: str


Draw = Callable[[str, str], Page]


def mark_before(session: Session) -> str:
    """Return the mark of the last event before a release; it stands on the page."""
    return mark_of(*trail.head(session))


def refuse_unknown_page(recipient: Recipient, document: str = "progress-report") -> None:
    """Raise NoSuchThing for a recipient whose page of `document` does not exist yet."""
    if recipient not in PAGES[document]:
        raise NoSuchThing("release.no-page", recipient=recipient.value)


def release(desk: Desk, what: Release, draw: Draw, *, audit_mark: str) -> Released:
    """Draw a document, write the disclosure down, and only then hand the bytes out."""
    page = draw(what.document, what.facts)
    with desk.work(reason=what.purpose.value) as session:
        row = Disclosure(
            person_id=what.person_id,
            made_at=clock.now(),
            made_by=desk.holder,
            recipient=what.recipient,
            purpose=what.purpose,
            document=what.document,
            hearing_on=what.hearing_on,
            facts=what.facts,
            facts_sha256=hashlib.sha256(what.facts.encode()).digest(),
            page_sha256=hashlib.sha256(page.pdf).digest(),
            pages=page.pages,
            audit_mark=audit_mark,
        )
        session.add(row)
        session.flush()
        return Released(row.id, page, audit_mark)


def refuse_unknown(desk: Desk, disclosure_id: int) -> None:
    """Raise NoSuchThing where no disclosure has that number."""
    with desk.read() as session:
        if session.get(Disclosure, disclosure_id) is None:
            raise NoSuchThing("release.missing")


def again(desk: Desk, disclosure_id: int, draw: Draw) -> Released:
    """Draw a kept disclosure once more, byte for byte; that it was printed again is logged.

    Raises:
        NoSuchThing: no such disclosure, or this version no longer draws it byte for byte.
        Damaged: what was kept is not what was printed.
    """
    with desk.read() as session:
        row = session.get(Disclosure, disclosure_id)
    if row is None:
        raise NoSuchThing("release.missing")
    if hashlib.sha256(row.facts.encode()).digest() != row.facts_sha256:
        raise Damaged("check.hash", problem="hash", disclosure=row.id)
    page = draw(row.document, row.facts)
    if hashlib.sha256(page.pdf).digest() != row.page_sha256:
        raise NoSuchThing("release.drawn-otherwise")
    with desk.work() as session:
        told = trail.Event("printed-again", "disclosure", row.id, row.person_id)
        trail.record(session, told)
    return Released(row.id, page, row.audit_mark)


def saved_protected(desk: Desk, disclosure_id: int) -> None:
    """Write into the trail that what was disclosed leaves under a passphrase; never which."""
    with desk.work() as session:
        row = session.get_one(Disclosure, disclosure_id)
        trail.record(session, trail.Event("saved-protected", "disclosure", row.id, row.person_id))


def shown(desk: Desk, what: str, count: int) -> None:
    """Write into the trail that a list was shown; to the court's own people it is no release."""
    with desk.work() as session:
        told: dict[str, list[Any]] = {"list": [None, what], "rows": [None, count]}
        trail.record(session, trail.Event("listed", changes=told))


def disclosures(connection: Connection, *, until: datetime) -> list[DisclosureRow]:
    """Return every disclosure made by `until`, by id."""
    query = select(Disclosure.__table__).where(Disclosure.made_at <= until).order_by(Disclosure.id)
    return [_row(row) for row in connection.execute(query).mappings()]


def wrong_hashes(connection: Connection) -> list[int]:
    """Return the disclosures whose kept facts are not what their hash says."""
    rows = connection.execute(select(Disclosure.id, Disclosure.facts, Disclosure.facts_sha256))
    return [
        row.id for row in rows if hashlib.sha256(row.facts.encode()).digest() != row.facts_sha256
    ]


def facts_of(value: object) -> str:
    """Return facts as they are kept and hashed."""
    return facts.canonical(value)


def _row(row: Any) -> DisclosureRow:
    kept = dict(row)
    shown = {name: kept[name] for name in DisclosureRow.__dataclass_fields__}
    for name in ("facts_sha256", "page_sha256"):
        shown[name] = shown[name].hex()
    return DisclosureRow(**shown)
