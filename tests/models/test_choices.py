from enum import StrEnum

import pytest

from models import choices

CONTRACT = {
    "Sex": "female male other unknown",
    "Status": (
        "referred screening active absconded suspended graduated discharged withdrawn "
        "transferred died not-admitted"
    ),
    "Specimen": "urine oral-fluid breath hair sweat-patch blood monitor",
    "Outcome": "tested no-show excused refused unable tampered rejected",
    "TestResult": "negative presumptive confirmed not-confirmed not-tested",
    "Validity": "acceptable dilute substituted adulterated invalid not-determined",
    "HearingType": "entry review phase graduation jail-sanction termination special",
    "Appearance": "appeared remote excused failed",
    "Recipient": (
        "judge defense prosecutor probation provider treatment-team child-welfare grant "
        "open-court participant internal"
    ),
}


@pytest.mark.parametrize(("name", "words"), CONTRACT.items())
def test_the_words_are_those_of_the_contract_in_its_order(name, words):
    assert [choice.value for choice in getattr(choices, name)] == words.split()


def test_every_choice_is_stored_as_its_word():
    ours = [each for each in vars(choices).values() if isinstance(each, type)]

    assert all(issubclass(each, StrEnum) for each in ours)
    assert all(choice.value == choice.value.lower() for each in ours for choice in each)


def test_declined_is_an_answer_about_race_and_ethnicity():
    assert choices.Race.DECLINED
    assert choices.Ethnicity.DECLINED
    assert "unknown" not in {choice.value for choice in choices.Race}


def test_the_team_is_no_recipient():
    assert "team" not in {choice.value for choice in choices.Recipient}
