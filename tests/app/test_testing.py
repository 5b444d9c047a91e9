from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import testing
from app.progress_facts import Mark
from models.choices import Answer, Reading, Source, TestResult
from models.drug_test import Prescription
from tests.makers import (
    Found,
    make_participant,
    make_prescription,
    make_test,
)

DAY = date(2026, 11, 9)
PRESUMPTIVE, CONFIRMED = TestResult.PRESUMPTIVE, TestResult.CONFIRMED


@pytest.fixture
def who(desk):
    return make_participant(desk)


def all_of(desk, who):
    with desk.read() as session:
        return testing.tests(session.connection(), until=date.max, person_id=[who.person])


def reading_of(desk, who):
    return all_of(desk, who)[-1].results[-1].reading


def mark_of(desk, who):
    return testing.mark_of(all_of(desk, who)[-1])


ALONE = [
    (Found("cocaine", CONFIRMED), Reading.UNEXPECTED, Mark.POSITIVE),
    (Found("cocaine", answer=Answer.ADMITTED), Reading.UNEXPECTED, Mark.POSITIVE),
    (Found("cocaine", answer=Answer.DISPUTED), Reading.DISPUTED, Mark.UNCONFIRMED),
    (Found("cocaine"), Reading.PENDING, Mark.UNCONFIRMED),
    (Found("cocaine", TestResult.NOT_CONFIRMED), Reading.NEGATIVE, Mark.AS_EXPECTED),
    (Found("cocaine", TestResult.NEGATIVE), Reading.NEGATIVE, Mark.AS_EXPECTED),
    (Found("cocaine", TestResult.NOT_TESTED), None, Mark.AS_EXPECTED),
    (Found("buprenorphine"), Reading.PENDING, Mark.UNCONFIRMED),
    (Found("buprenorphine", CONFIRMED), Reading.UNEXPECTED, Mark.POSITIVE),
]


@pytest.mark.parametrize(("found", "reading", "mark"), ALONE)
def test_a_result_without_a_prescription(desk, who, found, reading, mark):
    make_test(desk, who, DAY, found)

    assert (reading_of(desk, who), mark_of(desk, who)) == (reading, mark)


COVERED = [
    # Single-drug assays, and analytes that were confirmed, are what a prescription produces.
    ("Buprenorphine", Found("buprenorphine"), Reading.EXPECTED),
    ("Buprenorphine", Found("norbuprenorphine", CONFIRMED), Reading.EXPECTED),
    ("Suboxone 8 mg/2 mg", Found("buprenorphine"), Reading.EXPECTED),
    ("buprenorphine, naloxone", Found("buprenorphine"), Reading.EXPECTED),
    ("Methadone", Found("methadone"), Reading.EXPECTED),
    ("Methadone (OTP)", Found("eddp"), Reading.EXPECTED),
    ("Adderall XR", Found("amphetamine", CONFIRMED, "amphetamine"), Reading.EXPECTED),
    ("Hydrocodone", Found("opiates", CONFIRMED, "hydromorphone"), Reading.EXPECTED),
    # A class screen is explained and not confirmed.
    ("Vyvanse", Found("amphetamine"), Reading.EXPLAINED),
    ("Hydrocodone/acetaminophen", Found("opiates"), Reading.EXPLAINED),
    ("Klonopin", Found("benzodiazepines"), Reading.EXPLAINED),
    ("Hydrocodone", Found("opiates", answer=Answer.DISPUTED), Reading.EXPLAINED),
    # Confirmed without saying which analyte is not known to be another drug.
    ("Hydrocodone", Found("opiates", CONFIRMED), Reading.EXPLAINED),
    # What a prescription does not produce, it does not explain.
    ("Hydrocodone", Found("opiates", CONFIRMED, "6-am"), Reading.UNEXPECTED),
    ("Hydrocodone", Found("6-am"), Reading.PENDING),
    ("Hydrocodone", Found("fentanyl"), Reading.PENDING),
    ("Hydrocodone", Found("fentanyl", CONFIRMED, "norfentanyl"), Reading.UNEXPECTED),
    ("Methadone", Found("buprenorphine"), Reading.PENDING),
    ("Naltrexone", Found("opiates"), Reading.PENDING),
    ("Adderall", Found("amphetamine", CONFIRMED, "methamphetamine"), Reading.UNEXPECTED),
    ("Vitamin D", Found("thc", CONFIRMED), Reading.UNEXPECTED),
]


@pytest.mark.parametrize(("medicine", "found", "reading"), COVERED)
def test_a_result_with_a_prescription_in_force(desk, who, medicine, found, reading):
    make_prescription(desk, who, medicine)
    make_test(desk, who, DAY, found)

    assert reading_of(desk, who) is reading


def test_an_expected_positive_and_a_negative_share_one_mark(desk, who):
    make_prescription(desk, who, "Buprenorphine")
    make_test(desk, who, DAY, Found("buprenorphine"))
    make_test(desk, who, DAY + timedelta(days=1))

    assert {testing.mark_of(test) for test in all_of(desk, who)} == {Mark.AS_EXPECTED}


def test_what_a_prescription_could_explain_waits_and_names_nothing(desk, who):
    make_prescription(desk, who, "Vyvanse")
    make_test(desk, who, DAY, Found("amphetamine"))

    assert mark_of(desk, who) is Mark.WAITING


@pytest.mark.parametrize(
    ("started", "ended", "reading"),
    [
        (DAY, DAY, Reading.EXPECTED),
        (DAY - timedelta(days=9), None, Reading.EXPECTED),
        (DAY + timedelta(days=1), None, Reading.PENDING),
        (DAY - timedelta(days=9), DAY - timedelta(days=1), Reading.PENDING),
    ],
)
def test_only_what_was_in_force_on_the_day_of_collection_counts(desk, who, started, ended, reading):
    make_prescription(desk, who, "Methadone", started_on=started, ended_on=ended)
    make_test(desk, who, DAY, Found("methadone"))

    assert reading_of(desk, who) is reading


def test_a_prescription_of_somebody_else_explains_nothing(desk, who):
    make_prescription(desk, make_participant(desk), "Methadone")
    make_test(desk, who, DAY, Found("methadone"))

    assert reading_of(desk, who) is Reading.PENDING


def test_a_prescription_entered_later_changes_every_reading_that_it_covers(desk, who):
    make_test(desk, who, DAY, Found("methadone", CONFIRMED))
    assert reading_of(desk, who) is Reading.UNEXPECTED

    prescription = make_prescription(desk, who, "Methadone", started_on=DAY)
    assert reading_of(desk, who) is Reading.EXPECTED

    with desk.work() as session:
        session.get_one(Prescription, prescription).started_on = DAY + timedelta(days=1)
    assert reading_of(desk, who) is Reading.UNEXPECTED


@pytest.mark.parametrize("substance", ["buprenorphine", "norbuprenorphine", "methadone", "eddp"])
def test_the_four_wait_for_a_medication_check_when_imported(desk, who, substance):
    make_test(desk, who, DAY, Found(substance), source=Source.IMPORT)

    assert (reading_of(desk, who), mark_of(desk, who)) == (None, Mark.WAITING)


def test_another_imported_positive_is_of_unknown_confirmation(desk, who):
    make_test(desk, who, DAY, Found("cocaine"), source=Source.IMPORT)

    assert (reading_of(desk, who), mark_of(desk, who)) == (None, Mark.UNCONFIRMED)


def test_an_imported_positive_is_expected_once_the_prescription_is_known(desk, who):
    make_test(desk, who, DAY, Found("eddp"), source=Source.IMPORT)
    make_prescription(desk, who, "Methadone")

    assert (reading_of(desk, who), mark_of(desk, who)) == (Reading.EXPECTED, Mark.AS_EXPECTED)


@pytest.mark.parametrize(
    ("substance", "days", "reading"),
    [
        ("thc", 30, Reading.CONTINUING),
        ("thc", 31, Reading.UNEXPECTED),
        ("fentanyl", 28, Reading.CONTINUING),
        ("fentanyl", 29, Reading.UNEXPECTED),
        ("benzodiazepines", 30, Reading.CONTINUING),
        ("cocaine", 1, Reading.UNEXPECTED),
    ],
)
def test_a_repeat_within_the_window_may_be_earlier_use(desk, who, substance, days, reading):
    make_test(desk, who, DAY, Found(substance, CONFIRMED))
    make_test(desk, who, DAY + timedelta(days=days), Found(substance, CONFIRMED))

    assert reading_of(desk, who) is reading


def test_continuing_excretion_never_makes_the_window_longer(desk, who):
    for days in (0, 20, 40):
        make_test(desk, who, DAY + timedelta(days=days), Found("thc", CONFIRMED))

    readings = [test.results[0].reading for test in all_of(desk, who)]

    assert readings == [Reading.UNEXPECTED, Reading.CONTINUING, Reading.UNEXPECTED]


def test_only_a_counted_use_opens_a_window(desk, who):
    make_test(desk, who, DAY, Found("thc", answer=Answer.DISPUTED))
    make_test(desk, who, DAY + timedelta(days=5), Found("thc", CONFIRMED))

    assert reading_of(desk, who) is Reading.UNEXPECTED


def test_use_of_one_substance_says_nothing_of_another(desk, who):
    make_test(desk, who, DAY, Found("thc", CONFIRMED))
    make_test(desk, who, DAY + timedelta(days=5), Found("fentanyl", CONFIRMED))

    assert reading_of(desk, who) is Reading.UNEXPECTED


def test_a_positive_that_may_be_earlier_use_prints_as_not_confirmed(desk, who):
    make_test(desk, who, DAY, Found("thc", CONFIRMED))
    make_test(desk, who, DAY + timedelta(days=5), Found("thc", CONFIRMED))

    assert mark_of(desk, who) is Mark.UNCONFIRMED


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 45),
        st.sampled_from(["thc", "fentanyl", "methadone", "cocaine"]),
        st.sampled_from([PRESUMPTIVE, CONFIRMED, TestResult.NEGATIVE]),
        st.sampled_from([None, Answer.ADMITTED, Answer.DISPUTED]),
    ),
    min_size=2,
    max_size=6,
)


class Row:
    """A row as the database gives it."""

    def __init__(self, **facts):
        self.__dict__.update(facts)


def readings(events, order):
    """Read `events` as if they had been entered in `order`."""
    last_use = {}
    entered = [(number, *events[place]) for number, place in enumerate(order)]
    found = set()
    for _number, day, substance, result, answer in sorted(
        entered, key=lambda each: (each[1], each[0])
    ):
        test = Row(person_id=1, collected_on=DAY + timedelta(days=day), source=Source.FORM)
        row = Row(substance=substance, result=result, analyte=None, answer=answer)
        read = testing._read(test, row, [], last_use)
        found.add((day, substance, result, answer, read.reading))
    return found


@given(EVENTS, st.randoms())
def test_the_order_of_entry_never_matters(events, chance):
    order = list(range(len(events)))
    shuffled = order[:]
    chance.shuffle(shuffled)

    assert readings(events, order) == readings(events, shuffled)


def test_tests_come_in_the_order_of_their_days_and_not_of_entry(desk, who):
    later = make_test(desk, who, DAY + timedelta(days=1))
    earlier = make_test(desk, who, DAY)

    assert [test.id for test in all_of(desk, who)] == [earlier, later]
