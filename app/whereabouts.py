"""Where somebody was when the window locked, kept inside the record and offered once.

It is kept as a draft is: no part of the trail, and gone with the person whom it is about.
"""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app import clock
from models.note import Draft

FORM = "whereabouts"  # no form has this name
LONGEST = 60  # as long as what a draft is about can be


def keep(session: Session, holder: str, words: str, person_id: int | None) -> None:
    """Keep where `holder` is, in place of what was kept before."""
    _forget(session, holder)
    subject, now = holder[:LONGEST], clock.now()
    session.add(Draft(form=FORM, subject=subject, person_id=person_id, words=words, saved_at=now))


def take(session: Session, holder: str) -> str | None:
    """Return where `holder` was, and forget it."""
    kept = session.scalar(
        select(Draft.words).where(Draft.form == FORM, Draft.subject == holder[:LONGEST])
    )
    _forget(session, holder)
    return kept


def _forget(session: Session, holder: str) -> None:
    session.execute(delete(Draft).where(Draft.form == FORM, Draft.subject == holder[:LONGEST]))
