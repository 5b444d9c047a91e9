"""Tests that an action tells what it did, and can be taken back while nobody changed the same."""

from datetime import date

import pytest
from sqlalchemy import select

from app import acting, docket, hearing_forms, hearings, history
from app.acting import act, take_back
from app.answers import REASON, Answers, Subject
from app.audit import verify
from models.audit import Audit
from models.choices import NoteKind
from models.errors import InUse
from models.hearing import CourtSession
from models.note import Note
from models.person import Person
from tests.conftest import MOMENT
from tests.makers import make_hearing, make_participant


@pytest.fixture
def ada(desk):
    return make_participant(desk, "Begaye", middle_name="Rae")


def rename(desk, ids, last, reason=None):
    def work(session):
        session.get_one(Person, ids.person).last_name = last
        return f"now {last}"

    return act(desk, work, reason=reason)


def last_name(desk, ids):
    with desk.read() as session:
        return session.get_one(Person, ids.person).last_name


def add_note(desk, ids):
    def work(session):
        note = Note(
            person_id=ids.person,
            episode_id=ids.episode,
            kind=NoteKind.CASE,
            written_on=MOMENT.date(),
            words="Called.",
        )
        session.add(note)
        return "note"

    return act(desk, work)


def notes(desk):
    with desk.read() as session:
        return [(note.id, note.words, note.kind) for note in session.query(Note)]


def test_an_action_says_what_it_did(desk, ada):
    done = rename(desk, ada, "Begay")

    assert done.sentence == "now Begay"
    assert done.is_reversible
    assert act(desk, lambda _session: "nothing").is_reversible is False


def test_a_change_is_taken_back_as_a_change_of_its_own(desk, ada):
    done = rename(desk, ada, "Begay")

    back = take_back(desk, done)

    assert last_name(desk, ada) == "Begaye"
    assert "now Begay" in back.sentence
    with desk.read() as session:
        assert verify(session.connection(), desk._audit_key).problems == ()


def test_what_was_added_is_gone_and_what_is_taken_back_can_be_brought_again(desk, ada):
    done = add_note(desk, ada)
    before = notes(desk)

    gone = take_back(desk, done)
    assert notes(desk) == []

    take_back(desk, gone)
    assert notes(desk) == before


def test_what_somebody_changed_since_is_not_taken_back(desk, ada):
    done = rename(desk, ada, "Begay")
    rename(desk, ada, "Begaye-Tso")

    with pytest.raises(InUse):
        take_back(desk, done)

    assert last_name(desk, ada) == "Begaye-Tso"


def test_what_something_else_hangs_on_by_now_is_not_taken_back(desk, ada):
    def hear(session):
        sitting = CourtSession(held_on=MOMENT.date())
        session.add(sitting)
        session.flush()
        docket.schedule(session, ada.person, sitting.id)
        return "on the docket"

    done = act(desk, hear)
    [hearing] = [event.entity_id for event in done.events if event.entity == "hearing"]
    act(desk, lambda session: hearings.order(session, hearing, "Pay 20 dollars."))

    with pytest.raises(InUse):
        take_back(desk, done)

    with desk.read() as session:
        assert hearings.of_person(session, ada.person)[0].orders[0].words == "Pay 20 dollars."


@pytest.mark.parametrize(
    ("table", "column", "plain", "value"),
    [
        ("person", "birth_date", "1984-03-07", "1984-03-07"),
        ("person", "sex", "female", "female"),
        ("court_session", "starts_at", "09:00:00", "09:00:00"),
        ("value_key", "key", "00ff", "b'\\x00\\xff'"),
        ("person", "last_name", "Begaye", "Begaye"),
        ("person", "middle_name", None, "None"),
    ],
)
def test_the_trail_gives_back_the_value_that_the_column_had(table, column, plain, value):
    found = acting.value_of(acting.tables()[table], column, plain)

    assert str(found) == value


def test_a_reason_about_a_person_never_stands_in_the_clear(desk):
    ada = make_participant(desk)
    hearing = make_hearing(desk, ada, date(2026, 11, 10))
    moved = {"court_session.held_on": "11/11/2026", "hearing.type": "review"}
    told = Answers(moved | {REASON: "Ada Quillfeather asked"}, {"order": []})

    act(
        desk,
        lambda session: hearing_forms.record(
            session, Subject(ada.person, hearing), told, MOMENT.date()
        ),
        reason="Ada Quillfeather asked",
        about=ada.person,
    )

    with desk.read() as session:
        bodies = session.scalars(select(Audit.body).where(Audit.entity == "court_session")).all()
        entries = history.of_person(session, ada.person)
    assert len(bodies) == 2
    assert "Quillfeather" not in str(bodies)
    assert any(entry.reason == "Ada Quillfeather asked" for entry in entries)
