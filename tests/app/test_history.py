"""Tests what was once on file: a field's earlier values, and the trail of a person in words."""

from datetime import timedelta

from sqlalchemy import text

from app import clock, history
from app.acting import act, take_back
from app.audit import verify
from app.history import value_words
from models.choices import NoteKind, Sex
from models.person import Person
from tests.conftest import MOMENT
from tests.makers import HOLDER, make_note, make_participant, make_test


def rename(desk, ids, preferred, reason=None):
    def work(session):
        session.get_one(Person, ids.person).preferred_name = preferred
        return ""

    act(desk, work, reason=reason)


def test_the_earlier_values_of_a_field_stand_with_who_when_and_why(desk):
    ada = make_participant(desk, preferred_name="Bob")
    rename(desk, ada, "Rob", "told us")

    with desk.read() as session:
        newest, first = history.of_field(session, "person", ada.person, "preferred_name")

    assert [(c.label, c.was, c.became) for c in newest.changes] == [
        ("Preferred name", "Bob", "Rob")
    ]
    assert (newest.holder, newest.reason, newest.at) == (HOLDER, "told us", MOMENT)
    assert [(c.was, c.became) for c in first.changes] == [("", "Bob")]


def test_only_fields_whose_value_was_replaced_were_corrected(desk):
    ada = make_participant(desk, preferred_name="Bob")
    rename(desk, ada, "Rob")
    with desk.work() as session:
        session.get_one(Person, ada.person).pronouns = "she/her"

    with desk.read() as session:
        found = history.corrected(session, {"person": ada.person})

    assert found == {"person.preferred_name"}


def test_the_trail_of_a_person_is_told_in_words_the_newest_first(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    make_test(desk, ada, MOMENT.date())
    make_test(desk, ben, MOMENT.date())

    with desk.read() as session:
        entries = history.of_person(session, ada.person)
        older = history.of_person(session, ada.person, before=entries[0].seq)

    assert entries[0].sentence == "Drug test added"
    assert ("Collected on", "11/23/2026") in [(c.label, c.became) for c in entries[0].changes]
    assert older == entries[1:]
    assert all("Folded" not in change.label for entry in entries for change in entry.changes)


def test_values_that_were_destroyed_leave_the_event(desk):
    ada = make_participant(desk)
    make_note(desk, ada, NoteKind.CASE, MOMENT.date(), "Called.")
    with desk.work() as session:
        session.connection().execute(text("DELETE FROM value_key"))

    with desk.read() as session:
        entry = history.of_person(session, ada.person)[0]

    assert entry.sentence == "Note added"
    assert entry.changes == ()


def test_an_event_of_no_table_says_what_was_done(desk, opened):
    with desk.read() as session:
        query = history.events().order_by(history.Audit.seq)
        told = [entry.sentence for entry in history.entries(session.execute(query))]

    assert all(told)


def test_values_are_told_in_words():
    assert value_words(Sex.FEMALE) == "Female"
    assert value_words(value=True) == "yes"
    assert value_words(MOMENT.date()) == "11/23/2026"
    assert value_words(None) == ""


def test_a_page_that_is_opened_is_written_down_once_in_half_an_hour(desk, monkeypatch):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")

    # The last clock was put back, which keeps nothing out of the trail.
    for minutes in (0, 29, 31, -200):
        at = MOMENT + timedelta(minutes=minutes)
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        with desk.work() as session:
            history.note_view(session, ada.person)

    with desk.read() as session:
        told = [entry.sentence for entry in history.of_person(session, ada.person)]
        others = [entry.sentence for entry in history.of_person(session, ben.person)]
        assert verify(session.connection(), desk._audit_key).problems == ()
    assert told.count("Page opened") == 3
    assert "Page opened" not in others


def test_looking_at_a_page_stands_in_the_way_of_no_undo(desk):
    ada = make_participant(desk)
    done = act(desk, lambda session: setattr(session.get_one(Person, ada.person), "said_as", "ah"))
    with desk.work() as session:
        history.note_view(session, ada.person)

    take_back(desk, done)

    with desk.read() as session:
        assert session.get_one(Person, ada.person).said_as is None
