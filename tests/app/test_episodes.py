"""Tests which episode an entry of today belongs to."""

import pytest

from app import episodes
from app.answers import Subject
from models.choices import NoteKind
from models.episode import Episode
from models.errors import NoSuchThing
from models.note import Note
from tests.makers import REFERRED, make_note, make_participant


def test_the_newest_episode_takes_what_is_entered(desk):
    ada = make_participant(desk)
    with desk.work() as session:
        session.add(Episode(person_id=ada.person))

    with desk.read() as session:
        assert episodes.current(session, ada.person).id != ada.episode


def test_somebody_is_called_as_they_want(desk):
    ada = make_participant(desk, "Begaye", "Ada", preferred_name="Addie")
    ben = make_participant(desk, "Etcitty", "Ben")

    with desk.read() as session:
        assert episodes.name_of(session, ada.person) == "Addie Begaye"
        assert episodes.name_of(session, ben.person) == "Ben Etcitty"


@pytest.mark.parametrize("person_id", [None, 4711])
def test_who_is_not_on_file_is_said_to_be_gone(desk, person_id):
    with desk.read() as session:
        with pytest.raises(NoSuchThing):
            episodes.current(session, person_id)
        with pytest.raises(NoSuchThing):
            episodes.name_of(session, person_id)


def test_a_form_corrects_a_row_of_its_own_person_that_is_on_file(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty", "Ben")
    note = make_note(desk, ada, NoteKind.CASE, REFERRED, "Called.")

    with desk.read() as session:
        assert episodes.row_of(session, Note, Subject(ada.person, note)).words == "Called."
        for subject in (Subject(ben.person, note), Subject(None, note), Subject(ada.person, 4711)):
            with pytest.raises(NoSuchThing):
                episodes.row_of(session, Note, subject)
