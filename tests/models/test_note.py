from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.choices import NoteKind
from models.note import Draft, Note
from tests.makers import add, make_note, make_participant

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_form_about_one_thing_has_one_draft(desk):
    add(desk, Draft(form="note", subject="7", words="first", saved_at=NOW))

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(desk, Draft(form="note", subject="7", words="second", saved_at=NOW))


def test_a_note_keeps_any_letters(desk):
    who = make_participant(desk)
    make_note(desk, who, NoteKind.OWN_WORDS, date(2026, 11, 2), "Yá\u02bcát\u02bcééh 😀")

    with desk.read() as session:
        assert session.scalars(select(Note.words)).all() == ["Yá\u02bcát\u02bcééh 😀"]
