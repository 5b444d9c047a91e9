"""Making one progress report: facts read, the page drawn elsewhere, the release written down."""

from datetime import date

from sqlalchemy.orm import Session

from app import clock, court, hearings, progress, release
from app.desk import Desk
from app.facts import canonical
from app.progress import Request
from app.progress_facts import ProgressFacts
from app.release import Draw, Release, Released
from models.choices import Purpose, Recipient
from models.errors import NoSuchThing

DOCUMENT = "progress-report"


def facts(
    desk: Desk, person_id: int, *, hearing_on: date, recipient: Recipient, as_of: date
) -> ProgressFacts:
    """Return what a progress report says, prepared now by the holder at the desk.

    Raises:
        NoSuchThing: no such participant, or the recipient has no page yet.
    """
    release.refuse_unknown_page(recipient)
    with desk.read() as session:
        wanted = Request(
            person_id=person_id,
            hearing_on=hearing_on,
            recipient=recipient,
            as_of=as_of,
            court=court.facts(session).name,
            prepared_by=desk.holder,
            prepared_at=clock.local_now(desk.zone).replace(second=0, microsecond=0),
            audit_mark=release.mark_before(session),
        )
        return progress.facts(session.connection(), wanted)


def released(desk: Desk, person_id: int, told: ProgressFacts, draw: Draw) -> Released:
    """Draw the report and write its disclosure down; the bytes may then leave."""
    what = Release(
        document=DOCUMENT,
        recipient=told.recipient,
        purpose=Purpose.HEARING,
        facts=canonical(told),
        person_id=person_id,
        hearing_on=told.hearing.on,
    )
    return release.release(desk, what, draw, audit_mark=told.audit_mark)


def next_court_day(session: Session, day: date) -> date:
    """Return the next day with a hearing from `day` on; NoSuchThing where none is on file."""
    found = hearings.next_court_day(session.connection(), day)
    if found is None:
        raise NoSuchThing("report.no-court-day")
    return found


def docket_people(session: Session, day: date) -> list[int]:
    """Return everybody on the docket of `day`, in its order."""
    return [row.person_id for row in hearings.docket(session.connection(), day)]


def docket_facts(desk: Desk, day: date, *, as_of: date) -> list[tuple[int, ProgressFacts]]:
    """Return the judge's facts of everybody on the docket of `day`, in its order."""
    with desk.read() as session:
        people = docket_people(session, day)
    return [
        (each, facts(desk, each, hearing_on=day, recipient=Recipient.JUDGE, as_of=as_of))
        for each in people
    ]
