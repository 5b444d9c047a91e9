"""Notes: the newest of a kind in a period, for the lines that a case manager words."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.choices import NoteKind
from models.note import Note


def newest(connection: Connection, episode_id: int, kind: NoteKind, first: date, last: date) -> Any:
    """Return the newest note of `kind` written from `first` to `last`, None where there is none."""
    query = (
        select(Note.words, Note.written_on)
        .where(Note.episode_id == episode_id, Note.kind == kind)
        .where(Note.written_on.between(first, last))
        .order_by(Note.written_on.desc(), Note.id.desc())
    )
    return connection.execute(query.limit(1)).first()
