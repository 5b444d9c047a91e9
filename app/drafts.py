"""What is typed and not yet saved, kept inside the encrypted record and offered again.

A draft is no entry: it is not in the trail, and it goes when its form is saved.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from app import clock
from app.answers import Answers, Subject
from models.note import Draft


@dataclass(frozen=True)
class DraftFacts:
    """One draft: of which form, about what, since when, and what was typed."""

    form: str
    subject: Subject
    saved_at: datetime
    answers: Answers


def keep(session: Session, form: str, subject: Subject, answers: Answers) -> datetime:
    """Keep what is typed so far in place of what was kept before; nothing typed is no draft."""
    now = clock.now()
    found = session.scalar(_of(form, subject))
    if answers.is_empty:
        if found is not None:
            session.delete(found)
        return now
    if found is None:
        found = Draft(form=form, subject=subject.text, person_id=subject.person_id)
        session.add(found)
    found.words, found.saved_at = answers.to_text(), now
    return now


def find(session: Session, form: str, subject: Subject) -> DraftFacts | None:
    """Return what was typed into a form and not saved."""
    found = session.scalar(_of(form, subject))
    return None if found is None else _facts(found)


def wipe(session: Session, form: str, subject: Subject) -> None:
    """Drop the draft of a form, because it was saved or is not wanted."""
    session.execute(delete(Draft).where(Draft.form == form, Draft.subject == subject.text))


def everything(session: Session) -> list[DraftFacts]:
    """Return every draft, the newest first."""
    return [_facts(row) for row in session.scalars(select(Draft).order_by(Draft.saved_at.desc()))]


def _of(form: str, subject: Subject) -> Select[Draft]:
    return select(Draft).where(Draft.form == form, Draft.subject == subject.text)


def _facts(row: Draft) -> DraftFacts:
    return DraftFacts(
        row.form, Subject.from_text(row.subject), row.saved_at, Answers.from_text(row.words)
    )
