import json

import pytest

from app import came_back, destroying
from app.vault.files import Files
from tests.app.test_destroying import NUMBER, order
from tests.makers import make_participant


@pytest.fixture
def files(record_path):
    return Files(record_path)


def destroyed(desk, files, person):
    order(desk, person)
    destroying.carry_out(desk, person, NUMBER)
    with desk.read() as session:
        came_back.remember(session, files)


def back(desk, files):
    with desk.read() as session:
        return came_back.look(session, files)


def begun_at(desk, person):
    with desk.read() as session:
        return came_back.mark_of(*destroying.first_event(session, person))


def test_nobody_is_back_while_the_record_is_the_one_of_today(desk, files):
    ada = make_participant(desk)

    destroyed(desk, files, ada.person)

    assert back(desk, files) == ()
    assert json.loads(files.destroyed.read_text())["v"] == 1


def test_somebody_whose_mark_stands_beside_the_record_is_back(desk, files):
    ada = make_participant(desk, "Begaye", "Ada")
    make_participant(desk, "Etcitty", "Ben")
    mark = begun_at(desk, ada.person)
    files.destroyed.write_text(json.dumps({"v": 1, "marks": [mark]}))

    [found] = back(desk, files)

    assert (found.person_id, found.name) == (ada.person, "Ada Begaye")


def test_the_note_names_nobody_and_keeps_what_it_knows(desk, files):
    other = "7-0123456789ABCDEF"
    files.destroyed.write_text(json.dumps({"v": 1, "marks": [other]}))
    ada = make_participant(desk, "Quillfeather", "Ada")
    mark = begun_at(desk, ada.person)

    destroyed(desk, files, ada.person)

    text = files.destroyed.read_text()
    assert json.loads(text)["marks"] == sorted([other, mark])
    assert "Quillfeather" not in text


def test_a_mark_of_another_record_is_nobody_s(desk, files):
    ada = make_participant(desk)
    seq = begun_at(desk, ada.person).partition("-")[0]
    told = {"v": 1, "marks": [f"{seq}-0123456789ABCDEF", "999999-0123456789ABCDEF"]}
    files.destroyed.write_text(json.dumps(told))

    assert back(desk, files) == ()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"marks": 7}', '{"marks": [7, "x"]}', "[" * 100_000, "x" * 1_000_001],
    ids=["empty", "list", "half", "number", "odd", "deep", "large"],
)
def test_a_note_that_anybody_wrote_does_no_harm(desk, files, text):
    make_participant(desk)
    files.destroyed.write_text(text)

    assert back(desk, files) == ()
