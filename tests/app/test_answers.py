"""Tests what a form was told: read column by column, with every mistake at once."""

from datetime import date

import pytest

from app import answers
from app.answers import REASON, Answers, Reading, Subject, key_of
from app.errors import Invalid
from models.choices import OrderStatus
from models.hearing import CourtOrder
from models.person import ContactMethod, Person

TODAY = date(2026, 11, 23)
LAST, FIRST = key_of(Person.last_name), key_of(Person.first_name)


def test_a_draft_keeps_what_was_typed_as_it_was_typed():
    told = Answers({LAST: "Peña "}, {"contact": [{"contact_method.value": "555-0142"}]})

    assert Answers.from_text(told.to_text()) == told


@pytest.mark.parametrize(
    ("told", "empty"),
    [
        (Answers(), True),
        (Answers({LAST: ""}, {"contact": [{"x": ""}]}), True),
        (Answers({LAST: "P"}), False),
        (Answers({}, {"contact": [{"x": "5"}]}), False),
    ],
)
def test_nothing_typed_is_no_answer(told, empty):
    assert told.is_empty is empty


def test_every_mistake_is_told_at_once_under_its_key():
    reading = Reading(Answers({LAST: "", key_of(Person.birth_date): "2/30/1990"}), TODAY)
    reading.values(Person.last_name, Person.first_name, Person.middle_name, Person.birth_date)

    with pytest.raises(Invalid) as refused:
        reading.finish()

    assert set(refused.value.mistakes) == {LAST, FIRST, key_of(Person.birth_date)}
    assert refused.value.facts == {"n": 3}


def test_rows_without_a_word_are_no_rows():
    rows = [
        {"contact_method.kind": "", "contact_method.value": " "},
        {"contact_method.kind": "phone", "contact_method.value": "555-0142"},
        {"contact_method.kind": "", "contact_method.value": "555-0143"},
    ]
    reading = Reading(Answers({}, {"contact": rows}), TODAY)

    read = reading.rows("contact", ContactMethod.kind, ContactMethod.value)

    assert [row["value"] for row in read] == ["555-0142", "555-0143"]
    assert set(reading.mistakes) == {"contact[2].contact_method.kind"}


def test_what_is_noted_first_stays():
    reading = Reading(Answers(), TODAY)

    reading.refuse(LAST, "one")
    reading.refuse(LAST, "two")

    assert reading.mistakes == {LAST: "one"}


def test_a_first_answer_is_no_correction_and_another_answer_is():
    person = Person(last_name="Begaye", first_name="Ada", middle_name=None)
    first = Reading(Answers({key_of(Person.middle_name): "Rae"}), TODAY)
    other = Reading(Answers({LAST: "Begay"}), TODAY)

    assert answers.change(first, person, Person.middle_name, Person.last_name) is False
    assert answers.change(other, person, Person.last_name) is True
    assert (person.middle_name, person.last_name) == ("Rae", "Begay")


def test_an_answer_that_cannot_be_taken_changes_nothing():
    person = Person(last_name="Begaye", first_name="Ada")
    reading = Reading(Answers({LAST: ""}), TODAY)

    answers.change(reading, person, Person.last_name)

    assert person.last_name == "Begaye"
    assert LAST in reading.mistakes


def test_a_correction_says_why():
    silent = Reading(Answers(), TODAY)
    told = Reading(Answers({REASON: "court paper"}), TODAY)

    answers.ask_why(silent, corrects=True)
    answers.ask_why(told, corrects=True)

    assert set(silent.mistakes) == {REASON}
    assert told.mistakes == {}


def test_a_subject_is_a_person_a_row_of_theirs_or_somebody_new():
    for subject in (Subject(), Subject(7), Subject(7, 12)):
        assert Subject.from_text(subject.text) == subject


def test_what_is_never_empty_falls_back_to_what_a_new_row_would_hold():
    order = CourtOrder(words="Pay 20 dollars", status=OrderStatus.DONE)
    reading = Reading(Answers({key_of(CourtOrder.status): ""}), TODAY)

    answers.change(reading, order, CourtOrder.status)

    assert order.status is OrderStatus.OPEN
    assert reading.mistakes == {}


@pytest.mark.parametrize("why", ["x" * 301, "court\u202e paper"])
def test_a_reason_has_its_limits_too(why):
    reading = Reading(Answers({REASON: why}), TODAY)

    answers.ask_why(reading, corrects=True)

    assert set(reading.mistakes) == {REASON}
