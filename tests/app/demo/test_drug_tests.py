from datetime import date, timedelta

import pytest

from app import testing
from app.demo import drug_tests, episodes
from models.choices import Outcome, Reading, Validity
from models.drug_test import DrugTest, DrugTestResult
from tests.app.demo.conftest import AS_OF, MARI, kept


@pytest.fixture(scope="module")
def tests(court) -> list[testing.TestFacts]:
    with court.record.desk.read() as session:
        return testing.tests(session.connection(), until=date.max)


def test_every_outcome_of_a_call_occurs_and_one_specimen_was_tampered_with(tests) -> None:
    outcomes = [test.outcome for test in tests]

    assert set(outcomes) == set(Outcome)
    assert outcomes.count(Outcome.TAMPERED) == 1


def test_only_what_was_tested_says_what_the_specimen_is_good_for(tests) -> None:
    assert all((test.validity is None) == (test.outcome is not Outcome.TESTED) for test in tests)
    assert {Validity.DILUTE, Validity.NOT_DETERMINED} <= {test.validity for test in tests}


def test_every_way_of_reading_a_result_occurs(tests) -> None:
    readings = {result.reading for test in tests for result in test.results}

    wanted = {Reading.EXPECTED, Reading.UNEXPECTED, Reading.DISPUTED, Reading.CONTINUING}
    assert wanted <= readings
    assert None not in readings


def test_some_results_are_waited_for_and_some_are_late(tests) -> None:
    ages = [(AS_OF - test.collected_on).days for test in tests if test.awaiting]

    assert len(ages) > 1
    assert max(ages) < 25


def test_the_cast_ends_with_the_tests_of_the_pictures(tests) -> None:
    def last(person: int) -> testing.TestFacts:
        return [test for test in tests if test.person_id == person][-1]

    travis, curtis, mari = last(1), last(10), last(MARI + 1)

    assert (travis.outcome, travis.collected_on) == (Outcome.NO_SHOW, date(2026, 11, 18))
    assert (curtis.validity, curtis.collected_on) == (Validity.DILUTE, date(2026, 11, 20))
    assert mari.collected_on == date(2026, 11, 20)
    assert [result.reading for result in mari.results] == [Reading.EXPECTED]


def test_the_dentists_medicine_is_found_and_never_read_as_use(live) -> None:
    kimberly = next(life for slot in range(60) if (life := live(slot)).course.named.get("dentist"))
    episodes.add(kimberly, 1)

    drug_tests.add(kimberly)

    (found,) = [row for row in kept(kimberly, DrugTestResult) if row.substance == "opiates"]
    assert found.analyte in {"hydrocodone", None}


def test_the_number_said_is_the_number_kept(live) -> None:
    life = live(MARI)

    assert drug_tests.add(life) == len(kept(life, DrugTest))


def test_a_confirmation_that_cannot_be_back_yet_is_only_asked_for(live) -> None:
    found = []
    for slot in range(200):
        life = live(slot)
        drug_tests.add(life)
        found += kept(life, DrugTestResult)

    asked = [row for row in found if row.confirmation_asked_on and not row.confirmed_on]

    assert asked
    assert all(row.analyte is None for row in asked)
    oldest = min(row.confirmation_asked_on for row in asked)
    assert oldest > AS_OF - timedelta(days=2 * drug_tests.LABORATORY_DAYS + 1)
