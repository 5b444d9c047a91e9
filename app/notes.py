"""Notes and contacts: written, corrected, read; and the words that a page takes from them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app import answers, choice_words, episodes, typed
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.choices import NoteKind, Source
from models.note import Note

ASKED = (Note.kind, Note.written_on, Note.source, Note.words)


@dataclass(frozen=True)
class NoteFacts:
    """One note as the screen shows it."""

    id: int
    kind: NoteKind
    written_on: date
    source: Source
    words: str


def newest(connection: Connection, episode_id: int, kind: NoteKind, first: date, last: date) -> Any:
    """Return the newest note of `kind` written from `first` to `last`, None where there is none."""
    query = (
        select(Note.words, Note.written_on)
        .where(Note.episode_id == episode_id, Note.kind == kind)
        .where(Note.written_on.between(first, last))
        .order_by(Note.written_on.desc(), Note.id.desc())
    )
    return connection.execute(query.limit(1)).first()


def of_person(session: Session, person_id: int) -> list[NoteFacts]:
    """Return every note of a person, the newest first."""
    columns = (Note.id, Note.kind, Note.written_on, Note.source, Note.words)
    query = select(*columns).where(Note.person_id == person_id)
    rows = session.execute(query.order_by(Note.written_on.desc(), Note.id.desc()))
    return [NoteFacts(*row) for row in rows]


def opened(session: Session, subject: Subject, today: date) -> Loaded:
    """Return what the form of a note opens with: the note, or an empty one of today."""
    about = episodes.name_of(session, subject.person_id)
    if subject.row_id is None:
        empty = {key_of(Note.written_on): typed.shown(today), key_of(Note.kind): NoteKind.CASE}
        return Loaded(Answers(empty), about=about)
    note = episodes.row_of(session, Note, subject)
    return Loaded(
        Answers(answers.shown(note, *ASKED)), about=about, rows={Note.__tablename__: note.id}
    )


def write(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Add a note, or correct one, and return what was saved.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    if subject.row_id is None:
        episode = episodes.current(session, subject.person_id)
        values = reading.values(*ASKED)
        reading.finish()
        note = Note(person_id=episode.person_id, episode_id=episode.id, **values)
        session.add(note)
    else:
        note = episodes.row_of(session, Note, subject)
        answers.ask_why(reading, corrects=answers.change(reading, note, *ASKED))
        reading.finish()
    name = episodes.name_of(session, subject.person_id)
    return say("note.saved", name=name, kind=choice_words.words(note.kind).lower())
