"""Tests a form as data."""

from models.note import Note
from ui.forms.ask import Ask
from ui.forms.note import NOTE


def test_a_question_is_kept_under_table_and_column():
    assert Ask(Note.words).key == "note.words"


def test_a_form_knows_what_it_asks_once_and_what_several_times():
    assert [ask.key for ask in NOTE.asks()] == [
        "note.kind",
        "note.written_on",
        "note.source",
        "note.words",
    ]
    assert NOTE.groups() == []
