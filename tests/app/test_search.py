"""Tests the quick search: the nearest first, sounds alike behind, and which letters matched."""

import pytest

from app import search
from models.choices import Status
from tests.makers import make_participant


@pytest.fixture
def caseload(desk):
    people = (
        ("Quigley", "Norma", Status.GRADUATED, "2024-CR-0090"),
        ("Quintana", "Mari", Status.ACTIVE, "2025-CR-0143"),
        ("Keane", "Wade", Status.REFERRED, "2026-CR-0377"),
        ("Arquinn", "Zoë", Status.ACTIVE, "2026-CR-0401"),
        ("Muñoz", "Catherine", Status.ACTIVE, "2026-CR-0500"),
    )
    for last, first, status, case in people:
        make_participant(desk, last, first, status=status, case_number=case)
    return desk


def found(desk, words, **limits):
    with desk.read() as session:
        return search.people(session, words, **limits)


def names(desk, words):
    return [each.listed for each in found(desk, words)]


def test_names_that_begin_so_come_first_and_active_people_before_others(caseload):
    assert names(caseload, "qui") == ["Quintana, Mari", "Quigley, Norma", "Arquinn, Zoë"]


def test_sounds_alike_come_behind_and_say_so(caseload):
    alike = found(caseload, "Katherine")

    assert [(each.said, each.sounds_alike) for each in alike] == [("Catherine Muñoz", True)]
    assert [each.sounds_alike for each in found(caseload, "catherine")] == [False]


def test_of_two_words_one_may_sound_alike(caseload):
    assert names(caseload, "munoz katherine") == ["Muñoz, Catherine"]
    assert names(caseload, "quintana katherine") == []


def test_a_case_number_finds_its_person(caseload):
    assert names(caseload, "2026-cr-0377") == ["Keane, Wade"]


def test_nothing_typed_finds_nobody(caseload):
    assert found(caseload, " - ") == []


def test_no_more_than_asked_for_are_found(caseload):
    assert len(found(caseload, "cr", most=2)) == 2
    assert len(found(caseload, "cr")) == 5


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("Quintana, Mari", "qui", ["Qui"]),
        ("Quintana, Mari", "mari quin", ["Quin", "Mari"]),
        ("Muñoz, José", "munoz", ["Muñoz"]),
        ("O\u2019Dell, Ann", "odell", ["O\u2019Dell"]),
        ("Peña-Quintana, Li", "aquin", ["a-Quin"]),
        ("Quigley, Gus", "gus", ["Gus"]),
        ("Keane, Wade", "qui", []),
        ("Straße, Ann", "strass", ["Straß"]),
        ("Quick hide", "qui quick", ["Quick"]),
    ],
)
def test_the_letters_that_matched_are_found_in_the_name(text, words, spans):
    assert [text[start:end] for start, end in search.marked(text, words)] == spans


def test_no_one_found_shows_a_risk_a_flag_or_a_medicine():
    assert set(search.Found.__dataclass_fields__).isdisjoint({"risk", "flag", "score", "medicine"})
