from datetime import date, timedelta

import pytest

from app import medicines, progress
from app.progress import Request
from app.wording import say
from models.choices import (
    AttendanceOutcome,
    NoteKind,
    ObjectiveStatus,
    OrderStatus,
    Outcome,
    Recipient,
    SessionKind,
    TestResult,
)
from tests.conftest import COURT, HOLDER, MOMENT
from tests.makers import (
    Found,
    make_attendance,
    make_hearing,
    make_note,
    make_order,
    make_participant,
    make_plan,
    make_test,
    objective,
)

TODAY = date(2026, 11, 23)
HEARING = date(2026, 11, 24)
LAST = date(2026, 11, 3)
INSIDE = date(2026, 11, 10)


@pytest.fixture
def who(desk):
    found = make_participant(desk)
    make_hearing(desk, found, LAST)
    return found


def told(desk, who):
    wanted = Request(who.person, HEARING, Recipient.JUDGE, TODAY, COURT, HOLDER, MOMENT, "1-0")
    with desk.read() as session:
        return progress.facts(session.connection(), wanted)


def test_a_strength_is_never_empty_even_of_somebody_of_whom_nothing_is_known(desk):
    nobody = make_participant(desk, status=None, phase=None, referred_on=None, admitted_on=None)

    facts = told(desk, nobody)

    assert facts.strength == "Has a file with this court."
    assert facts.concern is None


def test_with_nothing_else_the_time_in_the_program_is_a_strength(desk, who):
    assert told(desk, who).strength == say("cue.began.admitted", day="Feb 2, 2026")


def test_what_was_done_in_full_is_told_before_what_was_done_in_part(desk, who):
    for day, outcome in ((4, "attended"), (5, "absent"), (6, "late")):
        make_attendance(
            desk, who, date(2026, 11, day), AttendanceOutcome(outcome), kind=SessionKind.MEETING
        )
    make_test(desk, who, INSIDE)

    facts = told(desk, who)

    assert facts.strength == "Gave the one drug test that was asked for."
    assert facts.concern == "Missed 1 of 3 recovery meetings."


def test_an_objective_that_was_met_is_told_first(desk, who):
    met = objective("Apply to two landlords", status=ObjectiveStatus.MET, status_on=INSIDE)
    make_plan(desk, who, met)
    make_test(desk, who, INSIDE)

    assert told(desk, who).strength == "Met an objective on Nov 10: Apply to two landlords."


def test_orders_that_were_all_done_are_a_strength_and_an_open_one_is_none(desk):
    done, undone = make_participant(desk), make_participant(desk)
    for who, status in ((done, OrderStatus.DONE), (undone, OrderStatus.NOT_DONE)):
        hearing = make_hearing(desk, who, LAST)
        make_order(desk, who, hearing, "Bring proof of housing", status=status, status_on=INSIDE)

    assert told(desk, done).strength == say("cue.orders-done", n=1)
    assert told(desk, undone).concern == "Ordered and not yet done: Bring proof of housing."


def test_a_confirmed_positive_is_told_before_anything_missed(desk, who):
    make_test(desk, who, INSIDE, Found("cocaine", TestResult.CONFIRMED))
    make_test(desk, who, INSIDE + timedelta(days=1), outcome=Outcome.NO_SHOW, validity=None)

    assert told(desk, who).concern == "Drug test of Nov 10: Cocaine, confirmed."


def test_a_positive_from_before_the_last_hearing_is_no_news(desk, who):
    make_test(desk, who, LAST - timedelta(days=1), Found("cocaine", TestResult.CONFIRMED))

    assert told(desk, who).concern is None


def test_what_nobody_confirmed_counts_neither_way_and_is_said_so(desk, who):
    make_test(desk, who, INSIDE, Found("cocaine"))

    assert told(desk, who).concern == "1 reported positive is not confirmed; it counts neither way."


def test_an_objective_past_its_date_is_something_to_ask_about(desk, who):
    make_plan(desk, who, objective("Get a photo ID", target_on=INSIDE))

    assert told(desk, who).concern == "Objective past its date: Get a photo ID."


def test_the_words_of_the_case_manager_come_before_any_of_ours(desk, who):
    make_test(desk, who, INSIDE)
    make_note(desk, who, NoteKind.STRENGTH, INSIDE, "Kept her job through a hard week.")
    make_note(desk, who, NoteKind.CONCERN, INSIDE, "Has no ride to court.")

    facts = told(desk, who)

    assert (facts.strength, facts.concern) == (
        "Kept her job through a hard week.",
        "Has no ride to court.",
    )


def test_words_from_before_the_last_hearing_are_not_said_again(desk, who):
    make_note(desk, who, NoteKind.STRENGTH, LAST, "Said last time.")

    assert told(desk, who).strength != "Said last time."


def test_what_the_person_said_last_is_told_with_its_day(desk, who):
    make_note(desk, who, NoteKind.OWN_WORDS, date(2026, 8, 1), "One day at a time.")
    make_note(desk, who, NoteKind.OWN_WORDS, TODAY + timedelta(days=2), "Not yet said.")

    facts = told(desk, who)

    assert (facts.own_words, facts.own_words_on) == ("One day at a time.", date(2026, 8, 1))


def test_without_a_word_of_theirs_the_goal_stands_for_it(desk, who):
    make_plan(desk, who, goal="Get my own place.")

    assert told(desk, who).own_words == "Get my own place."


def test_somebody_who_said_nothing_is_not_quoted(desk, who):
    facts = told(desk, who)

    assert (facts.own_words, facts.own_words_on) == (None, None)


def test_no_cue_names_a_medicine_wherever_it_was_written(desk, who):
    named = "Stay on methadone"
    make_note(desk, who, NoteKind.STRENGTH, INSIDE, f"{named}.")
    make_note(desk, who, NoteKind.CONCERN, INSIDE, f"{named}!")
    make_note(desk, who, NoteKind.OWN_WORDS, INSIDE, named.upper())

    facts = told(desk, who)

    for words in (facts.strength, facts.concern, facts.own_words):
        assert not medicines.named_in(words)
        assert words
