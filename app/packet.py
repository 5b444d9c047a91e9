"""The packet of a court session: everybody's report as one document, and its way through the gate.

Everybody's page is written down for that person, so that an accounting of disclosures finds it
under each name, and the packet as the one document that left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import court_day, release, reporting
from app.court_day import DocketRow
from app.desk import Desk
from app.facts import canonical
from app.progress_facts import ProgressFacts
from app.release import Draw, Page, Release, Released
from models.choices import Purpose, Recipient
from models.hearing import CourtSession

DOCUMENT = "progress-pack"


@dataclass(frozen=True)
class Part:
    """One person's report in a packet: whose it is, what it says, and the page drawn of it."""

    person_id: int
    facts: ProgressFacts
    page: Page


def docket(session: Session, court_session_id: int) -> tuple[date, tuple[DocketRow, ...]]:
    """Return the day of a court session and everybody on its docket, in its order."""
    day = session.get_one(CourtSession, court_session_id).held_on
    return day, court_day.docket_of(session, court_session_id)


def released(desk: Desk, parts: Sequence[Part], packet: Page) -> Released:
    """Write down that everybody's page leaves, and the packet; its bytes may then leave."""
    for part in parts:
        reporting.released(desk, part.person_id, part.facts, _drawn(part.page))
    told = tuple(part.facts for part in parts)
    what = Release(
        document=DOCUMENT,
        recipient=Recipient.JUDGE,
        purpose=Purpose.HEARING,
        facts=canonical(told),
        hearing_on=told[0].hearing.on,
    )
    return release.release(desk, what, _drawn(packet), audit_mark=told[0].audit_mark)


def _drawn(page: Page) -> Draw:
    """Return what gives the page that was drawn and seen already."""
    return lambda _document, _facts: page
