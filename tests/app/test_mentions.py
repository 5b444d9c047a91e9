from datetime import date

from app import mentions
from models.choices import NoteKind
from tests.makers import make_note, make_participant, make_session

DAY = date(2026, 11, 20)


def of(desk, who):
    with desk.read() as session:
        return mentions.of(session, who.person)


def test_a_name_in_somebody_else_s_note_is_found_and_says_whose_file_it_is(desk):
    ada = make_participant(desk, "Quillfeather", "Ada", preferred_name="Addie")
    ben = make_participant(desk, "Etcitty", "Ben")
    note = make_note(desk, ben, NoteKind.CASE, DAY, "Came with addie quillfeather.")

    [found] = of(desk, ada)

    assert (found.table, found.row_id) == ("note", note)
    assert (found.person_id, found.name) == (ben.person, "Ben Etcitty")


def test_a_case_number_in_another_file_is_found(desk):
    ada = make_participant(desk, "Quillfeather", "Ada", case_number="TC-2026-7777")
    ben = make_participant(desk, "Etcitty", "Ben")
    make_note(desk, ben, NoteKind.CASE, DAY, "See TC-2026-7777 for the other one.")

    assert [each.person_id for each in of(desk, ada)] == [ben.person]


def test_what_stands_in_their_own_file_is_no_mention(desk):
    ada = make_participant(desk, "Quillfeather", "Ada")
    make_note(desk, ada, NoteKind.CASE, DAY, "Ada Quillfeather came on time.")

    assert of(desk, ada) == ()


def test_a_name_in_the_court_s_own_lists_belongs_to_nobody_s_file(desk):
    ada = make_participant(desk, "Quillfeather", "Ada")
    make_session(desk, DAY, place="Home of Ada Quillfeather")

    [found] = of(desk, ada)

    assert (found.table, found.person_id, found.name) == ("court_session", None, None)


def test_somebody_with_the_same_last_name_is_no_mention(desk):
    ada = make_participant(desk, "Quillfeather", "Ada")
    make_participant(desk, "Quillfeather", "Ben")

    assert of(desk, ada) == ()
