from datetime import date, timedelta

import pytest

from app import strip, testing
from app.progress_facts import Mark
from models.choices import Answer, Outcome, Source, TestResult, Validity
from tests.makers import Found, make_participant, make_prescription, make_test

LAST = date(2026, 11, 23)
CONFIRMED = TestResult.CONFIRMED


class Period:
    """A time in custody."""

    def __init__(self, started_on, ended_on):
        self.started_on, self.ended_on = started_on, ended_on


@pytest.fixture
def who(desk):
    return make_participant(desk)


def facts(desk, who, custody=(), last_hearing_on=None):
    with desk.read() as session:
        tests = testing.tests(session.connection(), until=LAST, person_id=[who.person])
    return strip.facts(tests, custody, last=LAST, last_hearing_on=last_hearing_on)


def label(desk, who):
    return facts(desk, who).days[-1].label


LABELS = [
    ((Found("cocaine", CONFIRMED),), {}, "Cocaine, confirmed"),
    ((Found("cocaine", CONFIRMED, answer=Answer.DISPUTED),), {}, "Cocaine, confirmed"),
    ((Found("cocaine", CONFIRMED, answer=Answer.ADMITTED),), {}, "Cocaine, confirmed"),
    ((Found("cocaine", answer=Answer.ADMITTED),), {}, "Cocaine, admitted"),
    ((Found("cocaine", answer=Answer.DISPUTED),), {}, "screen positive, disputed"),
    ((Found("cocaine"),), {}, "reported positive, not confirmed"),
    ((Found("cocaine"),), {"source": Source.IMPORT}, "reported positive, not confirmed"),
    ((Found("buprenorphine"),), {"source": Source.IMPORT}, "waiting for result"),
    ((), {}, ""),
    ((), {"awaiting_laboratory": True}, "waiting for result"),
    ((), {"outcome": Outcome.NO_SHOW}, "no-show"),
    ((), {"outcome": Outcome.EXCUSED}, "excused"),
    ((), {"outcome": Outcome.REFUSED}, "declined"),
    ((), {"outcome": Outcome.UNABLE}, "unable to provide"),
    ((), {"outcome": Outcome.TAMPERED}, "tampered"),
    ((), {"outcome": Outcome.REJECTED}, "rejected by laboratory"),
    ((), {"validity": Validity.DILUTE}, "dilute"),
    ((), {"validity": Validity.INVALID}, "invalid"),
    ((), {"validity": Validity.SUBSTITUTED}, "substituted"),
    ((), {"validity": Validity.ADULTERATED}, "adulterated"),
]


@pytest.mark.parametrize(("found", "facts_of_test", "words"), LABELS)
def test_the_word_under_a_mark(desk, who, found, facts_of_test, words):
    make_test(desk, who, LAST, *found, **facts_of_test)

    assert label(desk, who) == words


def test_what_was_confirmed_and_what_was_admitted_are_told_apart(desk, who):
    make_test(
        desk, who, LAST, Found("cocaine", CONFIRMED), Found("fentanyl", answer=Answer.ADMITTED)
    )

    assert label(desk, who) == "Cocaine, confirmed; Fentanyl, admitted"


def test_a_repeat_in_the_window_is_told_as_maybe_earlier_use(desk, who):
    make_test(desk, who, LAST - timedelta(days=9), Found("fentanyl", CONFIRMED))
    make_test(desk, who, LAST, Found("fentanyl", CONFIRMED))

    assert label(desk, who) == "may be earlier use"


def test_no_substance_is_named_where_a_prescription_could_explain_it(desk, who):
    make_prescription(desk, who, "Vyvanse")
    make_test(desk, who, LAST, Found("amphetamine"))

    assert label(desk, who) == "waiting for result"


def test_the_strip_has_thirty_days_at_least_one_after_the_other(desk, who):
    days = [day.day for day in facts(desk, who).days]

    assert days == [LAST - timedelta(days=n) for n in range(34, -1, -1)]


def test_the_strip_reaches_back_to_the_last_hearing(desk, who):
    held = LAST - timedelta(days=50)

    assert facts(desk, who, last_hearing_on=held).days[0].day == held
    assert len(facts(desk, who, last_hearing_on=LAST - timedelta(days=7)).days) == 35


def test_the_sums_beside_the_strip_count_what_it_shows(desk, who):
    for days, more in ((40, {}), (20, {}), (9, {}), (9, {}), (3, {"validity": Validity.DILUTE})):
        make_test(desk, who, LAST - timedelta(days=days), **more)
    make_test(desk, who, LAST - timedelta(days=1), awaiting_laboratory=True)
    make_test(desk, who, LAST, outcome=Outcome.NO_SHOW, validity=None)

    told = facts(desk, who)

    assert (told.selected, told.valid, told.longest_gap, told.waiting) == (6, 4, 11, 1)


def test_with_less_than_two_valid_tests_there_is_no_gap(desk, who):
    make_test(desk, who, LAST)

    assert facts(desk, who).longest_gap is None


def test_of_two_tests_a_day_the_heavier_mark_stands_for_the_day(desk, who):
    make_test(desk, who, LAST)
    make_test(desk, who, LAST, Found("cocaine", CONFIRMED))
    make_test(desk, who, LAST)

    day = facts(desk, who).days[-1]

    assert (day.mark, day.label) == (Mark.POSITIVE, "Cocaine, confirmed")


def test_days_in_custody_are_out_of_the_pool_and_named_once(desk, who):
    period = Period(LAST - timedelta(days=5), LAST - timedelta(days=3))

    days = facts(desk, who, [period]).days

    assert [day.mark for day in days[-7:]] == [
        Mark.NONE,
        *[Mark.NOT_IN_POOL] * 3,
        *[Mark.NONE] * 3,
    ]
    assert [day.label for day in days if day.label] == ["in custody"]


def test_custody_that_began_before_the_strip_is_named_on_its_first_day(desk, who):
    days = facts(desk, who, [Period(LAST - timedelta(days=90), None)]).days

    assert (days[0].label, {day.mark for day in days}) == ("in custody", {Mark.NOT_IN_POOL})


def test_a_test_in_custody_is_still_told(desk, who):
    make_test(desk, who, LAST)

    assert facts(desk, who, [Period(LAST, None)]).days[-1].mark is Mark.AS_EXPECTED
