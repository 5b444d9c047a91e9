from datetime import date

import pytest

from app import history, notes
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import NoteKind, Source
from models.errors import NoSuchThing
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


def told(**typed):
    reason = typed.pop("reason", "")
    return Answers({f"note.{key}": text for key, text in typed.items()} | {REASON: reason})


def write(desk, subject, answers):
    with desk.work() as session:
        return notes.write(session, subject, answers, LAST)


def test_a_note_is_written_and_read_back(desk):
    ada = make_participant(desk, "Begaye", "Ada")
    answers = told(kind="contact", written_on="11/20/2026", words="Called, left no message.")

    sentence = write(desk, Subject(ada.person), answers)

    with desk.read() as session:
        [note] = notes.of_person(session, ada.person)
        opened = notes.opened(session, Subject(ada.person, note.id), LAST)
    assert sentence == "Ada Begaye, contact"
    assert (note.kind, note.written_on) == (NoteKind.CONTACT, date(2026, 11, 20))
    assert note.source is Source.FORM
    assert opened.about == "Ada Begaye"
    assert opened.answers.single["note.words"] == "Called, left no message."
    assert opened.rows == {"note": note.id}


def test_a_new_note_is_of_today(desk):
    ada = make_participant(desk)

    with desk.read() as session:
        opened = notes.opened(session, Subject(ada.person), LAST)

    assert opened.answers.single["note.written_on"] == "11/23/2026"


def test_a_note_without_words_or_of_tomorrow_is_refused(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        write(desk, Subject(ada.person), told(kind="case", written_on="+1", words=" "))

    assert set(refused.value.mistakes) == {"note.written_on", "note.words"}
    with desk.read() as session:
        assert notes.of_person(session, ada.person) == []


def test_a_correction_asks_why_and_keeps_what_was(desk):
    ada = make_participant(desk)
    make_note(desk, ada, NoteKind.CASE, LAST, "Moved to Alder Street.")
    with desk.read() as session:
        subject = Subject(ada.person, notes.of_person(session, ada.person)[0].id)

    with pytest.raises(Invalid) as refused:
        write(desk, subject, told(words="Moved to Aldersgate."))
    write(desk, subject, told(words="Moved to Aldersgate.", reason="misheard"))

    assert set(refused.value.mistakes) == {REASON}
    with desk.read() as session:
        [entry, _first] = history.of_field(session, "note", subject.row_id, "words")
    assert [change.was for change in entry.changes] == ["Moved to Alder Street."]


def test_a_note_without_a_source_any_more_is_from_the_form(desk):
    ada = make_participant(desk)
    note = make_note(desk, ada, NoteKind.CASE, LAST, "Called.")
    told = Answers({"note.source": "", "reason": "not by phone"})

    with desk.work() as session:
        notes.write(session, Subject(ada.person, note), told, LAST)

    with desk.read() as session:
        assert [found.source for found in notes.of_person(session, ada.person)] == [Source.FORM]


def test_nobody_else_s_note_is_corrected(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty", "Ben")
    note = make_note(desk, ada, NoteKind.CASE, LAST, "Called.")

    with pytest.raises(NoSuchThing), desk.work() as session:
        notes.write(session, Subject(ben.person, note), Answers({"note.words": "Wrote."}), LAST)

    with desk.read() as session:
        assert [found.words for found in notes.of_person(session, ada.person)] == ["Called."]
