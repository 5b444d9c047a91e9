from datetime import date, timedelta

from app import attention
from models.choices import AttendanceOutcome, CustodyReason, NoteKind, Outcome, Status, Validity
from models.episode import CustodyPeriod
from tests.makers import (
    add,
    make_attendance,
    make_hearing,
    make_note,
    make_participant,
    make_test,
)

TODAY = date(2026, 11, 23)
ABSENT, THERE = AttendanceOutcome.ABSENT, AttendanceOutcome.ATTENDED


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def someone(desk, last: str = "Begaye", **facts):
    """Return somebody of whom all is known and well."""
    who = make_participant(desk, last, **facts)
    make_test(desk, who, day(1))
    make_note(desk, who, NoteKind.CONTACT, day(2), "Called")
    return who


def needed(desk):
    with desk.read() as session:
        return attention.needed(session, TODAY)


def facts_of(desk) -> list[tuple[str, ...]]:
    return [each.facts for each in needed(desk)]


def test_nobody_is_listed_without_a_fact(desk) -> None:
    someone(desk)

    assert needed(desk) == ()


def test_missed_sessions_are_counted_since_the_last_hearing(desk) -> None:
    ada = someone(desk)
    make_hearing(desk, ada, day(13))
    for days_ago, outcome in ((20, ABSENT), (10, ABSENT), (8, ABSENT), (6, THERE)):
        make_attendance(desk, ada, day(days_ago), outcome)
    make_attendance(desk, ada, day(4), AttendanceOutcome.EXCUSED)
    make_attendance(desk, ada, day(3), None)

    assert facts_of(desk) == [("missed 2 of 3 sessions since Nov 10",)]


def test_one_missed_session_is_no_matter(desk) -> None:
    ada = someone(desk)
    make_attendance(desk, ada, day(8), ABSENT)

    assert needed(desk) == ()


def test_no_shows_are_told_by_their_days(desk) -> None:
    ada = someone(desk)
    make_hearing(desk, ada, day(13))
    for days_ago in (5, 15, 3):
        make_test(desk, ada, day(days_ago), outcome=Outcome.NO_SHOW, validity=None)

    assert facts_of(desk) == [("no-shows Nov 18, Nov 20",)]


def test_a_dilute_specimen_is_no_valid_test(desk) -> None:
    ada = make_participant(desk)
    make_note(desk, ada, NoteKind.CONTACT, day(2), "Called")
    make_test(desk, ada, day(17))
    make_test(desk, ada, day(2), validity=Validity.DILUTE)

    assert facts_of(desk) == [("no valid test for 17 days",)]


def test_whoever_was_never_tested_is_counted_from_the_admission(desk) -> None:
    ada = make_participant(desk, admitted_on=day(20), referred_on=day(40))
    make_note(desk, ada, NoteKind.CONTACT, day(2), "Called")
    ben = make_participant(desk, "Etcitty", admitted_on=day(9), referred_on=day(40))

    told = needed(desk)

    assert [(each.person_id, each.facts) for each in told] == [
        (ada.person, ("no valid test in 20 days since admission",))
    ]
    assert ben.person not in {each.person_id for each in told}


def test_nobody_is_asked_for_a_test_in_custody(desk) -> None:
    ada = make_participant(desk)
    make_note(desk, ada, NoteKind.CONTACT, day(2), "Called")
    held = {"person_id": ada.person, "episode_id": ada.episode, "started_on": day(20)}
    add(desk, CustodyPeriod(**held, reason=CustodyReason.WAITING_FOR_BED))

    assert needed(desk) == ()


def test_a_long_silence_is_told_in_days(desk) -> None:
    ada = make_participant(desk)
    make_test(desk, ada, day(1))
    make_note(desk, ada, NoteKind.CONTACT, day(31), "Called")

    assert facts_of(desk) == [("no contact noted for 31 days",)]


def test_most_facts_come_first_with_phase_and_day(desk) -> None:
    make_participant(desk, "Etcitty", status=Status.GRADUATED)
    ada = someone(desk)
    make_test(desk, ada, day(5), outcome=Outcome.NO_SHOW, validity=None)
    ben = make_participant(desk, "Nakai", phase=2)

    told = needed(desk)

    assert [(each.who, len(each.facts)) for each in told] == [
        ("Nizhoni Nakai", 2),
        ("Nizhoni Begaye", 1),
    ]
    assert (told[0].person_id, told[0].phase, told[0].phase_day) == (ben.person, 2, None)
