"""Tests how a drug test looks: icon, tone and word together, an expected positive told apart."""

from datetime import date

import pytest

from app.progress_facts import Mark
from app.testing import ResultFacts, TestFacts
from models.choices import Outcome, Reading, Specimen, TestResult, Validity
from ui import marks


def a_test(*results: ResultFacts, outcome=Outcome.TESTED, reason=None) -> TestFacts:
    return TestFacts(
        id=1,
        person_id=1,
        episode_id=1,
        collected_on=date(2026, 11, 20),
        specimen=Specimen.URINE,
        outcome=outcome,
        reason=reason,
        validity=Validity.ACCEPTABLE,
        awaiting=False,
        sent_on=None,
        imported=False,
        results=results,
    )


def result(reading: Reading | None) -> ResultFacts:
    return ResultFacts("buprenorphine", TestResult.PRESUMPTIVE, None, None, reading)


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_an_icon_and_a_word(mark):
    cell = marks.cell(mark, "Nov 20")

    assert cell.icon
    assert cell.words
    assert cell.quiet == "Nov 20"


def test_no_mark_paints_a_person_red():
    assert "problem" not in {tone for _icon, tone in marks.MARKS.values()}


def test_an_expected_positive_is_told_apart_from_a_negative():
    negative, expected = a_test(), a_test(result(Reading.EXPECTED))

    assert marks.test_cell(negative).words == "As expected"
    assert marks.test_cell(expected).words == "Expected positive"
    assert marks.test_cell(expected).tone == "info"


def test_what_was_found_stands_beside_it_in_words():
    assert marks.detail(a_test(result(Reading.EXPECTED))) == "Buprenorphine: as prescribed"
    told = marks.detail(a_test(result(None)))
    assert told == "Buprenorphine: reported positive, not confirmed"


def test_an_excused_test_says_why():
    excused = a_test(outcome=Outcome.EXCUSED, reason="dental visit")

    assert marks.test_cell(excused).words == "No specimen"
    assert marks.detail(excused) == "Dental visit"
