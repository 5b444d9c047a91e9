"""Tests prescriptions: tests are read by what is known now, a change asks why."""

from datetime import date

import pytest

from app import prescriptions, testing
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import Reading
from tests.makers import Found, make_participant, make_test

TODAY = date(2026, 11, 23)
BUP = {"prescription.medicine": "buprenorphine", "prescription.started_on": "3/4/2026",
       "prescription.verified_by": "prescriber"}  # fmt: skip


def correct(desk, ids, lines, reason=""):
    told = Answers({REASON: reason}, {"prescription": lines})
    with desk.work() as session:
        return prescriptions.correct(session, Subject(ids.person), told, TODAY)


def reading(desk, ids):
    with desk.read() as session:
        [test] = testing.tests(session.connection(), until=TODAY, episode_id=[ids.episode])
    return test.results[0].reading


def test_a_prescription_entered_later_changes_how_a_test_is_read(desk):
    ada = make_participant(desk)
    make_test(desk, ada, date(2026, 11, 20), Found("buprenorphine"))
    before = reading(desk, ada)

    correct(desk, ada, [BUP])

    assert before is not Reading.EXPECTED
    assert reading(desk, ada) is Reading.EXPECTED


def test_known_medicines_are_offered_and_a_change_asks_why(desk):
    ada = make_participant(desk)
    correct(desk, ada, [BUP])
    with desk.read() as session:
        loaded = prescriptions.opened(session, Subject(ada.person), TODAY)
    [line] = loaded.answers.groups["prescription"]

    assert "buprenorphine" in [option.value for option in loaded.lookups["medicines"]]
    with pytest.raises(Invalid) as refused:
        correct(desk, ada, [line | {"prescription.started_on": "4/4/2026"}])
    assert set(refused.value.mistakes) == {REASON}


def test_a_prescription_does_not_end_before_it_begins(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, [BUP | {"prescription.ended_on": "1/1/2026"}])

    assert set(refused.value.mistakes) == {"prescription[0].prescription.ended_on"}
