from datetime import date

import pytest

from app import participants
from models.choices import AttendanceOutcome, ContactKind
from models.person import ContactMethod
from tests.makers import (
    add,
    make_attendance,
    make_hearing,
    make_participant,
    make_plan,
    make_test,
    objective,
)

TODAY = date(2026, 11, 23)


def test_everybody_with_an_episode_stands_by_case_number(desk):
    for case in ("TC-3", "TC-1", "TC-2"):
        make_participant(desk, case_number=case)

    with desk.read() as session:
        now = participants.as_of(session.connection(), TODAY)
        then = participants.as_of(session.connection(), date(2025, 1, 1))
        cases = participants.first_cases(session.connection())

    assert [line.case_number for line in now] == ["TC-1", "TC-2", "TC-3"]
    assert then == []
    assert sorted(cases.values()) == ["TC-1", "TC-2", "TC-3"]


def test_the_screen_of_one_person_has_everything_of_theirs_and_nothing_of_others(desk):
    who = make_participant(desk, "Begaye", "Nizhoni", middle_name="Rae", preferred_name="Zoni")
    other = make_participant(desk)
    for each in (who, other):
        make_test(desk, each, date(2026, 11, 9))
        make_hearing(desk, each, date(2026, 11, 3), "Come back.")
        make_attendance(desk, each, date(2026, 11, 4), AttendanceOutcome.ATTENDED)
    make_plan(desk, who, objective("Get a photo ID"))
    number = {"person_id": who.person, "kind": ContactKind.PHONE}
    add(desk, ContactMethod(value="505-555-0142", **number))
    add(desk, ContactMethod(value="505-555-0143", ended_on=date(2026, 1, 1), **number))

    with desk.read() as session:
        told = participants.details(session, who.person, today=TODAY)

    assert told.legal_name == "Nizhoni Rae Begaye"
    assert participants.display_name(told.line) == "Zoni Begaye"
    assert [contact.value for contact in told.contacts] == ["505-555-0142"]
    assert (len(told.tests), len(told.attendance), len(told.objectives)) == (1, 1, 1)
    ((hearing, orders),) = told.hearings
    assert (hearing.held_on, len(orders)) == (date(2026, 11, 3), 1)
    assert len(told.cases) == 1


def test_there_is_no_screen_of_nobody(desk):
    with desk.read() as session, pytest.raises(KeyError):
        participants.details(session, 404, today=TODAY)
