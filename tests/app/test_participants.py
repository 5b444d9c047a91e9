from datetime import date

import pytest

from app import names, participants
from models.choices import ContactKind
from models.person import ContactMethod
from tests.makers import (
    add,
    make_participant,
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


def test_the_head_of_a_page_has_who_it_is_and_what_is_in_use(desk):
    who = make_participant(desk, "Begaye", "Nizhoni", middle_name="Rae", preferred_name="Zoni")
    make_participant(desk)
    number = {"person_id": who.person, "kind": ContactKind.PHONE}
    add(desk, ContactMethod(value="505-555-0142", **number))
    add(desk, ContactMethod(value="505-555-0143", ended_on=date(2026, 1, 1), **number))

    with desk.read() as session:
        told = participants.header(session, who.person, today=TODAY)

    assert told.legal_name == "Nizhoni Rae Begaye"
    assert names.said(told.line) == "Zoni Begaye"
    assert [contact.value for contact in told.contacts] == ["505-555-0142"]
    assert len(told.cases) == 1


def test_there_is_no_screen_of_nobody(desk):
    with desk.read() as session, pytest.raises(KeyError):
        participants.header(session, 404, today=TODAY)
