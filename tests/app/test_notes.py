from datetime import date

from app import notes
from models.choices import NoteKind
from tests.makers import make_note, make_participant

FIRST, LAST = date(2026, 11, 11), date(2026, 11, 23)


def test_the_newest_note_of_a_kind_within_the_period_is_taken(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    for kind, day, words in (
        (NoteKind.STRENGTH, 10, "before the period"),
        (NoteKind.STRENGTH, 11, "on its first day"),
        (NoteKind.STRENGTH, 20, "entered first"),
        (NoteKind.STRENGTH, 20, "entered last"),
        (NoteKind.STRENGTH, 24, "after it"),
        (NoteKind.CONCERN, 22, "another kind"),
    ):
        make_note(desk, ada, kind, date(2026, 11, day), words)
    make_note(desk, ben, NoteKind.STRENGTH, date(2026, 11, 23), "somebody else's")

    with desk.read() as session:
        connection = session.connection()
        found = notes.newest(connection, ada.episode, NoteKind.STRENGTH, FIRST, LAST)
        none = notes.newest(connection, ada.episode, NoteKind.OWN_WORDS, FIRST, LAST)

    assert found.words == "entered last"
    assert none is None
