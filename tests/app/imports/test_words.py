import pytest

from app.imports import words
from app.imports.values import ValueMistake
from models.choices import Outcome, Sex, Specimen, Status, Validity


@pytest.mark.parametrize(
    ("read", "choices"),
    [(words.sex, Sex), (words.status, Status), (words.specimen, Specimen)],
)
def test_every_choice_is_understood_in_its_own_word(read, choices):
    assert [read(choice.value) for choice in choices] == list(choices)


@pytest.mark.parametrize(
    ("text", "sex"),
    [("F", Sex.FEMALE), ("m", Sex.MALE), ("X", Sex.OTHER), ("Non-binary", Sex.OTHER),
     ("Unk.", Sex.UNKNOWN)],
)  # fmt: skip
def test_sex_is_read_from_letters_and_words(text, sex):
    assert words.sex(text) is sex


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ACTIVE", Status.ACTIVE),
        ("ACTIV", Status.ACTIVE),
        ("Actvie", Status.ACTIVE),
        ("AWOL", Status.ABSCONDED),
        ("Bench warrant", Status.ABSCONDED),
        ("terminated", Status.DISCHARGED),
        ("Term.", Status.DISCHARGED),
        ("unsuccessful", Status.DISCHARGED),
        ("Medical Leave", Status.SUSPENDED),
        ("on leave", Status.SUSPENDED),
        ("successful", Status.GRADUATED),
        ("Completed", Status.GRADUATED),
        ("pending", Status.REFERRED),
        ("Not eligible", Status.NOT_ADMITTED),
        ("not admitted", Status.NOT_ADMITTED),
        ("declined", Status.WITHDRAWN),
        ("transferred out", Status.TRANSFERRED),
        ("deceased", Status.DIED),
    ],
)
def test_a_status_is_read_from_the_words_of_courts(text, status):
    assert words.status(text) is status


@pytest.mark.parametrize("text", ["inactive", "act", "admi", "closed", "nsuccessful", "2"])
def test_a_status_that_could_be_none_or_two_is_refused_with_the_choices(text):
    with pytest.raises(ValueMistake) as caught:
        words.status(text)

    assert "not-admitted" in caught.value.facts["choices"]


@pytest.mark.parametrize(
    ("text", "specimen"),
    [
        ("UA", Specimen.URINE),
        ("U/A", Specimen.URINE),
        ("mouth swab", Specimen.ORAL_FLUID),
        ("Oral Fluid", Specimen.ORAL_FLUID),
        ("PBT", Specimen.BREATH),
        ("patch", Specimen.SWEAT_PATCH),
        ("SCRAM", Specimen.MONITOR),
    ],
)
def test_a_specimen_is_read_from_the_words_of_courts(text, specimen):
    assert words.specimen(text) is specimen


@pytest.mark.parametrize(
    ("text", "outcome", "positive", "validity"),
    [
        ("negative", Outcome.TESTED, False, Validity.NOT_DETERMINED),
        ("Neg.", Outcome.TESTED, False, Validity.NOT_DETERMINED),
        ("-", Outcome.TESTED, False, Validity.NOT_DETERMINED),
        ("POS", Outcome.TESTED, True, Validity.NOT_DETERMINED),
        ("+", Outcome.TESTED, True, Validity.NOT_DETERMINED),
        ("non-negative", Outcome.TESTED, True, Validity.NOT_DETERMINED),
        ("tested", Outcome.TESTED, None, Validity.NOT_DETERMINED),
        ("dilute", Outcome.TESTED, None, Validity.DILUTE),
        ("Negative - dilute", Outcome.TESTED, False, Validity.DILUTE),
        ("positive dilute", Outcome.TESTED, True, Validity.DILUTE),
        ("invalid", Outcome.TESTED, False, Validity.INVALID),
        ("No show", Outcome.NO_SHOW, None, None),
        ("FTA", Outcome.NO_SHOW, None, None),
        ("excused", Outcome.EXCUSED, None, None),
        ("refused", Outcome.REFUSED, None, None),
        ("UTP", Outcome.UNABLE, None, None),
        ("tampered", Outcome.TAMPERED, None, None),
        ("adulterated", Outcome.TAMPERED, None, Validity.ADULTERATED),
        ("substituted", Outcome.TAMPERED, None, Validity.SUBSTITUTED),
        ("QNS", Outcome.REJECTED, None, None),
    ],
)
def test_an_outcome_says_what_became_of_the_test(text, outcome, positive, validity):
    found, named = words.outcome(text)

    assert (found.outcome, found.positive, found.validity) == (outcome, positive, validity)
    assert named == ""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Positive for THC, etg", "THC, etg"),
        ("pos: meth", "meth"),
        ("POS (fentanyl)", "fentanyl"),
        ("presumptive positive - cocaine", "cocaine"),
    ],
)
def test_a_result_cell_may_name_the_substances_itself(text, named):
    found, what = words.outcome(text)

    assert found.positive
    assert what == named


@pytest.mark.parametrize("text", ["maybe", "positively", "hot: THC"])
def test_an_outcome_that_says_neither_is_refused_with_the_choices(text):
    with pytest.raises(ValueMistake) as caught:
        words.outcome(text)

    assert caught.value.facts["choices"].startswith("negative, positive, no-show")


def test_only_a_tested_specimen_can_be_positive_and_only_a_good_one_must_say_so():
    told, tested, dilute, missed = (
        words.outcome(text)[0] for text in ("negative", "tested", "dilute", "missed")
    )

    assert [finding.may_be_positive for finding in (told, tested, dilute, missed)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [finding.says_nothing for finding in (told, tested, dilute, missed)] == [
        False, True, False, False,
    ]  # fmt: skip
