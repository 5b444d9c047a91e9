"""What is typed and not yet saved, kept inside the encrypted record and offered again.

A draft is no entry: it is not in the trail, and it goes when its form is saved. It also keeps what
stood in the form before the first key, so that what was entered elsewhere since is not undone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from app import clock
from app.answers import Answers, GroupRow, Subject
from models.note import Draft


@dataclass(frozen=True)
class DraftFacts:
    """One draft: of which form, about what, since when, what was typed, and over what."""

    form: str
    subject: Subject
    saved_at: datetime
    answers: Answers
    before: Answers | None = None

    def over(self, now: Answers) -> Answers:
        """Return what was typed, and of everything else what is on file `now`."""
        if self.before is None:
            return self.answers
        groups = {
            key: _rows_over(rows, self.before.groups.get(key, ()), now.groups.get(key, ()))
            for key, rows in self.answers.groups.items()
        }
        single = _over(self.answers.single, self.before.single, now.single)
        return Answers(single, {**now.groups, **groups})


def keep(
    session: Session,
    form: str,
    subject: Subject,
    answers: Answers,
    before: Answers | None = None,
) -> datetime:
    """Keep what is typed so far in place of what was kept last; nothing typed is no draft.

    `before` is what stood in the form before the first key.
    """
    now = clock.now()
    found = session.scalar(_of(form, subject))
    if answers.is_empty or answers == before:
        if found is not None:
            session.delete(found)
            _tell(session)
        return now
    if found is None:
        found = Draft(form=form, subject=subject.text, person_id=subject.person_id)
        session.add(found)
        _tell(session)
    found.words, found.saved_at = _to_text(answers, before), now
    return now


def find(session: Session, form: str, subject: Subject) -> DraftFacts | None:
    """Return what was typed into a form and not saved."""
    found = session.scalar(_of(form, subject))
    return None if found is None else _facts(found)


def wipe(session: Session, form: str, subject: Subject) -> None:
    """Drop the draft of a form, because it was saved or is not wanted."""
    session.execute(delete(Draft).where(Draft.form == form, Draft.subject == subject.text))
    _tell(session)


def _tell(session: Session) -> None:
    """Let pages that list drafts know that there is one more, or one less."""
    session.info["stamp"].tables.add(Draft.__tablename__)


def everything(session: Session) -> list[DraftFacts]:
    """Return every draft, the newest first."""
    return [_facts(row) for row in session.scalars(select(Draft).order_by(Draft.saved_at.desc()))]


def _of(form: str, subject: Subject) -> Select[Draft]:
    return select(Draft).where(Draft.form == form, Draft.subject == subject.text)


def _facts(row: Draft) -> DraftFacts:
    before = json.loads(row.words).get("before")
    return DraftFacts(
        row.form,
        Subject.from_text(row.subject),
        row.saved_at,
        Answers.from_text(row.words),
        Answers(before["single"], before["groups"]) if before else None,
    )


def _to_text(answers: Answers, before: Answers | None) -> str:
    plain = vars(answers) | ({"before": vars(before)} if before else {})
    return json.dumps(plain, ensure_ascii=False)


def _over(typed: Mapping[str, str], before: Mapping[str, str], now: Mapping[str, str]) -> GroupRow:
    """Return each answer as typed where a person changed it, and as it is on file where not."""
    kept = {key: text for key, text in typed.items() if text != before.get(key, "")}
    emptied = {key: "" for key, text in before.items() if text and not typed.get(key, "")}
    return {**now, **emptied, **kept}


def _rows_over(
    typed: Sequence[GroupRow], before: Sequence[GroupRow], now: Sequence[GroupRow]
) -> list[GroupRow]:
    """Return the lines of a group in the same way, line by line; what is new on file comes last."""
    was, here = ({row["id"]: row for row in rows if "id" in row} for rows in (before, now))
    found = []
    for row in typed:
        known = row.get("id", "")
        if known in here and known in was:
            found.append(_over(row, was[known], here[known]))
        elif known not in was or row != was[known]:
            # Typed by a person, and the row that it was about, if any, is gone.
            found.append({key: text for key, text in row.items() if key != "id"})
    return found + [row for number, row in here.items() if number not in was]
