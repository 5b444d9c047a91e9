import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import names
from models.person import Person

PAIRS = [
    ("MUÑOZ", "munoz"),
    ("muñoz", "mun\u0303oz"),
    ("O'Dell", "odell"),
    ("O\u2019Dell", "O\u02bcDell"),
    ("Iñigo", "inigo"),
    ("\u02bcAshkii", "ashkii"),
    ("Łucja", "lucja"),
    ("St.-Pierre", "stpierre"),
    ("Straße", "strasse"),
    ("Ągotnes", "agotnes"),
    ("Yá\u02bcát\u02bcééh", "yaateeh"),
]


@pytest.mark.parametrize(("written", "typed"), PAIRS)
def test_a_name_is_the_same_however_it_is_typed(written, typed):
    assert names.folded(written) == names.folded(typed)


def test_parts_that_are_missing_leave_no_gap():
    assert names.folded("Begaye", None, "", "Nizhoni Rae") == "begaye nizhoni rae"


@given(st.text(max_size=40))
def test_what_is_folded_stays_so(text):
    once = names.folded(text)

    assert names.folded(once) == once
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize(
    ("one", "other"), [("Catherine", "Katherine"), ("Steven", "Stephen"), ("Shawn", "Sean")]
)
def test_names_that_sound_alike_have_one_code(one, other):
    same = names.sound_of(one) == names.sound_of(other)

    assert same == (one != "Shawn")


def test_every_word_has_a_code_between_spaces():
    assert names.sound_of("Catherine Muñoz") == " K0RN MNS "
    assert names.sound_of("") == "  "


@pytest.mark.parametrize(
    ("number", "compared"),
    [("D-202-CR-2026-00112", "d-202-cr-2026-00112"), ("  tc  2026 \t 5 ", "tc 2026 5")],
)
def test_a_case_number_is_compared_without_case_and_with_single_spaces(number, compared):
    assert names.folded_number(number) == compared


@pytest.mark.parametrize(
    ("preferred", "said", "listed"),
    [(None, "Nizhoni Begaye", "Begaye, Nizhoni"), ("Zoni", "Zoni Begaye", "Begaye, Zoni")],
)
def test_a_person_is_called_what_they_want_to_be_called(preferred, said, listed):
    person = Person(last_name="Begaye", first_name="Nizhoni", preferred_name=preferred)

    assert names.said(person) == said
    assert names.listed(person) == listed


@pytest.fixture
def initials():
    names.show_initials(on=True)
    yield
    names.show_initials(on=False)


@pytest.mark.parametrize(
    ("preferred", "said", "listed"), [(None, "É. O.", "O., É."), ("Zoni", "Z. O.", "O., Z.")]
)
def test_the_screen_can_tell_people_by_their_initials_and_no_page_does(
    initials, preferred, said, listed
):
    person = Person(last_name="O'Dell", first_name="Élise", preferred_name=preferred)

    assert (names.said(person), names.listed(person)) == (said, listed)
    assert names.printed(person).endswith(" O'Dell")
    assert names.are_initials()
