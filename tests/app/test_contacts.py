"""Tests ways to reach somebody: a change asks why, what is not in use is not offered."""

from datetime import date

import pytest

from app import contacts
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.person import ContactMethod
from tests.makers import make_participant

TODAY = date(2026, 11, 23)


def correct(desk, ids, lines, reason=""):
    told = Answers({REASON: reason}, {"contact": lines})
    with desk.work() as session:
        return contacts.correct(session, Subject(ids.person), told, TODAY)


def lines_of(desk, ids):
    with desk.read() as session:
        return list(contacts.opened(session, Subject(ids.person), TODAY).answers.groups["contact"])


def test_what_must_be_minded_is_kept_and_a_change_asks_why(desk):
    ada = make_participant(desk, "Begaye", "Ada")
    way = {"contact_method.kind": "phone", "contact_method.value": "555-0142",
           "contact_method.confidential": "yes"}  # fmt: skip

    assert correct(desk, ada, [way]) == "Ada Begaye, contact"
    [kept] = lines_of(desk, ada)
    assert kept["contact_method.confidential"] == "yes"
    assert kept["contact_method.may_leave_message"] == "no"

    quiet = kept | {"contact_method.value": "555-0143"}
    with pytest.raises(Invalid):
        correct(desk, ada, [quiet])
    correct(desk, ada, [quiet], "new phone")
    assert lines_of(desk, ada)[0]["contact_method.value"] == "555-0143"


def test_a_way_that_ended_is_not_shown(desk):
    ada = make_participant(desk)
    with desk.work() as session:
        session.add(ContactMethod(person_id=ada.person, kind="phone", value="555-0142",
                                  ended_on=TODAY))  # fmt: skip

    assert lines_of(desk, ada) == []
