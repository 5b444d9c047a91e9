import pytest

from app.imports import heading_words
from app.imports.heading_words import DRUG_TESTS, PARTICIPANTS, Match


@pytest.mark.parametrize("kind", [PARTICIPANTS, DRUG_TESTS])
def test_no_heading_means_two_fields(kind):
    seen: dict[str, str] = {}

    for field, words in kind.items():
        for heading in (*words.exact, *words.loose):
            assert seen.setdefault(heading, field) == field
            assert heading_words.match(heading, kind) == Match(field, heading in words.exact)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("FIRST NAME ", "first_name"),
        ("first_name", "first_name"),
        ("LastName", "last_name"),
        ("Apellído", "last_name"),
        ("Case #", "case_number"),
        ("case no.", "case_number"),
        ("Docket No", "case_number"),
        ("D.O.B.", "birth_date"),
        ("DOB (mm/dd/yyyy)", "birth_date"),
        ("M/F", "sex"),
        ("Gender", "sex"),
        ("Current phase:", "phase"),
        ("Admit Date", "admitted_on"),
        ("Date referred", "referred_on"),
        ("goes by", "preferred_name"),
    ],
)
def test_a_heading_of_a_caseload_is_understood_leniently(heading, field):
    found = heading_words.match(heading, PARTICIPANTS)

    assert found is not None
    assert found.field == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date", "collected_on"),
        ("Collection Date", "collected_on"),
        ("Type", "specimen"),
        ("Test Result", "outcome"),
        ("Positive For", "positive"),
        ("Substance(s) detected", "positive"),
    ],
)
def test_a_heading_of_drug_tests_is_understood_leniently(heading, field):
    found = heading_words.match(heading, DRUG_TESTS)

    assert found is not None
    assert found.field == field


@pytest.mark.parametrize(
    "heading", ["", "Judge", "Notes", "State", "Intake date", "Emergency contact last name", "###"]
)
def test_other_headings_mean_nothing(heading):
    assert heading_words.match(heading, PARTICIPANTS) is None


def test_fields_are_counted_once():
    assert heading_words.known(("DOB", "Born", "Last", "Judge"), PARTICIPANTS) == 2


@pytest.mark.timeout(10)
def test_a_cell_of_brackets_without_end_names_nothing_and_takes_no_time():
    assert heading_words.match("[" * 300_000, PARTICIPANTS) is None
