"""Tests how typed text becomes the value of a column, and what is said where it cannot."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import typed
from app.answers import column_of
from app.typed import Kind, Mistyped
from models.choices import Outcome, Sex
from models.drug_test import DrugTest
from models.episode import LegalTrack
from models.hearing import CourtOrder, CourtSession
from models.note import Note
from models.person import ContactMethod, Person

TODAY = date(2026, 11, 23)


def read(attribute, text):
    return typed.read(column_of(attribute), text, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/7", date(2027, 3, 7)),
        ("9/7", date(2026, 9, 7)),
        ("3-7-26", date(2026, 3, 7)),
        ("03/07/2026", date(2026, 3, 7)),
        ("today", TODAY),
        ("T", TODAY),
        ("y", date(2026, 11, 22)),
        ("+7", date(2026, 11, 30)),
        ("- 1", date(2026, 11, 22)),
        ("Nov 24, 2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
    ],
)
def test_a_day_is_read_as_people_type_it(text, day):
    assert typed.day(text, TODAY) == day


@pytest.mark.parametrize("text", ["2/30", "13/1", "someday", "24/11/2026", "2/30/2026", "1/1/1776"])
def test_a_day_that_does_not_exist_is_refused_with_a_sentence(text):
    with pytest.raises(Mistyped) as refused:
        read(CourtOrder.due_on, text)

    assert str(refused.value).endswith((".", "?"))


def test_what_has_happened_is_not_still_to_come():
    with pytest.raises(Mistyped) as refused:
        read(DrugTest.collected_on, "+1")

    assert "11/24/2026" in str(refused.value)
    assert read(CourtOrder.due_on, "+1") == date(2026, 11, 24)


def test_a_birth_date_of_two_digits_is_in_the_past():
    assert read(Person.birth_date, "3/7/84") == date(1984, 3, 7)
    with pytest.raises(Mistyped):
        read(Person.birth_date, "11/24/2026")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:34 AM", time(8, 34)),
        ("8:34p", time(20, 34)),
        ("12 am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("1430", time(14, 30)),
        ("9", time(9, 0)),
    ],
)
def test_a_time_is_read_as_people_type_it(text, moment):
    assert read(CourtSession.starts_at, text) == moment


@pytest.mark.parametrize("text", ["25:00", "13 pm", "0 am", "8:61", "soon"])
def test_no_time_of_day_is_refused(text):
    with pytest.raises(Mistyped):
        read(CourtSession.starts_at, text)


def test_a_choice_is_one_of_the_list():
    assert read(DrugTest.outcome, "no-show") is Outcome.NO_SHOW
    with pytest.raises(Mistyped):
        read(Person.sex, "yes")


@pytest.mark.parametrize("text", ["-3", "1.5", "٣", "1234567"])
def test_a_number_has_digits_only(text):
    assert read(LegalTrack.custody_credit_days, "30") == 30
    with pytest.raises(Mistyped):
        read(LegalTrack.custody_credit_days, text)


def test_text_over_the_limit_is_refused_and_never_cut():
    assert read(Person.last_name, "N" * 120) == "N" * 120
    with pytest.raises(Mistyped) as refused:
        read(Person.last_name, "N" * 123)

    assert "3 characters" in str(refused.value)


def test_a_line_is_one_line_and_words_keep_theirs():
    assert read(Person.last_name, "  O'Dell \t Ray ") == "O'Dell Ray"
    assert read(Note.words, "One.\n\n  Two. ") == "One.\n\nTwo."
    with pytest.raises(Mistyped):
        read(Person.last_name, "Be\x07gaye")


def test_nothing_typed_is_nothing():
    assert read(Person.middle_name, "   ") is None
    assert read(ContactMethod.confidential, "") is False
    assert read(ContactMethod.confidential, "yes") is True
    assert read(ContactMethod.confidential, "no") is False


@pytest.mark.parametrize(
    ("attribute", "kind"),
    [
        (Person.last_name, Kind.TEXT),
        (Person.accommodations, Kind.WORDS),
        (Note.words, Kind.WORDS),
        (Person.sex, Kind.CHOICE),
        (Person.birth_date, Kind.DAY),
        (CourtSession.starts_at, Kind.TIME),
        (LegalTrack.custody_credit_days, Kind.NUMBER),
        (ContactMethod.confidential, Kind.TICK),
    ],
)
def test_the_column_says_how_it_is_typed(attribute, kind):
    assert typed.kind_of(column_of(attribute)) is kind


@given(st.dates(date(1950, 1, 1), date(2027, 12, 31)))
def test_a_day_that_is_shown_reads_back_as_the_same(day):
    assert typed.day(typed.shown(day), TODAY) == day


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_that_is_shown_reads_back_as_the_same(at):
    assert read(CourtSession.starts_at, typed.shown(at)) == at


def test_every_other_value_is_shown_as_it_is_typed():
    assert typed.shown(None) == ""
    assert typed.shown(value=True) == "yes"
    assert typed.shown(value=False) == "no"
    assert typed.shown(Sex.OTHER) == "other"
    assert typed.shown(7) == "7"


@pytest.mark.parametrize(
    ("text", "day"),
    [("5/1", date(2026, 5, 1)), ("12/31", date(2025, 12, 31)), ("11/23", TODAY)],
)
def test_what_has_happened_was_on_the_latest_such_day(text, day):
    assert read(DrugTest.collected_on, text) == day


def test_a_leap_day_without_a_year_is_refused_where_no_year_near_has_one():
    with pytest.raises(Mistyped):
        read(CourtOrder.due_on, "2/29")

    assert typed.day("2/29", date(2027, 12, 1)) == date(2028, 2, 29)
    assert typed.day("12/31", date(2027, 1, 2)) == date(2026, 12, 31)


def test_the_court_s_authority_may_end_years_from_now_and_not_in_another_century():
    assert read(LegalTrack.authority_ends_on, "6/30/2031") == date(2031, 6, 30)
    with pytest.raises(Mistyped):
        read(LegalTrack.authority_ends_on, "6/30/2131")


def test_no_birth_date_is_made_up_from_a_day_without_a_year():
    with pytest.raises(Mistyped):
        read(Person.birth_date, "3/7")


@pytest.mark.parametrize("name", ["Nuñez 🌵", "李 小龍", "محمد", "Đặng"])
def test_names_of_every_script_are_kept_and_what_turns_them_round_is_not(name):
    assert read(Person.last_name, name) == name
    with pytest.raises(Mistyped):
        read(Person.last_name, f"{name}\u202e")


@pytest.mark.parametrize(("text", "told"), [("Be\x07gaye", "U+0007"), ("#N/A", "#N/A")])
def test_what_nobody_can_have_typed_is_told_as_of_a_field(text, told):
    with pytest.raises(Mistyped) as refused:
        read(Person.last_name, text)

    assert told in str(refused.value)
    assert "cell" not in str(refused.value)
