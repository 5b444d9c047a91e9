from datetime import date, timedelta

import pytest

from app import testing
from app.progress_facts import Mark
from models.choices import Answer, Outcome, Reading, Source, TestResult, Validity
from tests.makers import Found, make_episode, make_participant, make_test

DAY = date(2026, 11, 9)
PRESUMPTIVE, CONFIRMED = TestResult.PRESUMPTIVE, TestResult.CONFIRMED


@pytest.fixture
def who(desk):
    return make_participant(desk)


def all_of(desk, who):
    with desk.read() as session:
        return testing.tests(session.connection(), until=date.max, person_id=[who.person])


def mark_of(desk, who):
    return testing.mark_of(all_of(desk, who)[-1])


@pytest.mark.parametrize(
    ("outcome", "mark"),
    [
        (Outcome.NO_SHOW, Mark.NO_SHOW),
        (Outcome.EXCUSED, Mark.NO_SPECIMEN),
        (Outcome.UNABLE, Mark.NO_SPECIMEN),
        (Outcome.REJECTED, Mark.NO_SPECIMEN),
        (Outcome.REFUSED, Mark.DECLINED),
        (Outcome.TAMPERED, Mark.DECLINED),
    ],
)
def test_a_day_without_a_specimen_keeps_its_own_mark(desk, who, outcome, mark):
    make_test(desk, who, DAY, outcome=outcome, specimen=None, validity=None)

    assert mark_of(desk, who) is mark
    assert not all_of(desk, who)[0].is_valid


@pytest.mark.parametrize(
    ("validity", "valid", "mark"),
    [
        (Validity.ACCEPTABLE, True, Mark.AS_EXPECTED),
        (Validity.NOT_DETERMINED, True, Mark.AS_EXPECTED),
        (Validity.DILUTE, False, Mark.DILUTE),
        (Validity.INVALID, False, Mark.DILUTE),
        (Validity.SUBSTITUTED, False, Mark.DECLINED),
        (Validity.ADULTERATED, False, Mark.DECLINED),
        (None, False, Mark.AS_EXPECTED),
    ],
)
def test_a_dilute_specimen_is_no_negative_and_not_determined_counts(
    desk, who, validity, valid, mark
):
    make_test(desk, who, DAY, validity=validity)

    assert all_of(desk, who)[0].is_valid is valid
    assert mark_of(desk, who) is mark


def test_a_positive_in_a_dilute_specimen_is_told_as_positive(desk, who):
    make_test(desk, who, DAY, Found("cocaine", CONFIRMED), validity=Validity.DILUTE)

    assert mark_of(desk, who) is Mark.POSITIVE


def test_a_result_that_the_laboratory_owes_waits(desk, who):
    make_test(desk, who, DAY, awaiting_laboratory=True)

    assert mark_of(desk, who) is Mark.WAITING


def test_every_mark_has_its_weight():
    assert set(testing.WEIGHT) == set(Mark)
    assert set(testing.OUTCOME_MARKS) == set(Outcome) - {Outcome.TESTED}
    assert set(testing.READING_MARKS) == set(Reading)
    assert testing.heaviest({Mark.AS_EXPECTED, Mark.WAITING}) is Mark.WAITING


def test_tests_after_the_last_day_or_of_another_episode_are_left_out(desk, who):
    again = make_episode(desk, who)
    make_test(desk, who, DAY)
    make_test(desk, again, DAY)
    make_test(desk, who, DAY + timedelta(days=1))

    with desk.read() as session:
        found = testing.tests(session.connection(), until=DAY, episode_id=[who.episode])

    assert [(test.episode_id, test.collected_on) for test in found] == [(who.episode, DAY)]


def test_an_imported_positive_that_is_admitted_is_use_by_admission(desk, who):
    make_test(
        desk,
        who,
        DAY,
        Found("thc", PRESUMPTIVE, answer=Answer.ADMITTED),
        source=Source.IMPORT,
    )

    (test,) = all_of(desk, who)

    assert test.results[0].reading is Reading.UNEXPECTED
    assert testing.mark_of(test) is Mark.POSITIVE
