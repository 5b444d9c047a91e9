"""Tests the legal track: entered once, corrected with a reason, conditions beside it."""

from datetime import date

import pytest

from app import legal
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from tests.makers import make_participant

TODAY = date(2026, 11, 23)
TRACK = {"legal_track.kind": "post-plea", "legal_track.authority_ends_on": "6/1/2027",
         "legal_track.custody_credit_days": "30"}  # fmt: skip
NO_CONTACT = {"court_condition.kind": "no-contact", "court_condition.words": "No contact with M."}


def correct(desk, ids, single, conditions=()):
    told = Answers(single, {"condition": list(conditions)})
    with desk.work() as session:
        return legal.correct(session, Subject(ids.person), told, TODAY)


def opened(desk, ids):
    with desk.read() as session:
        return legal.opened(session, Subject(ids.person), TODAY)


def test_a_track_is_entered_with_its_conditions(desk):
    ada = make_participant(desk)
    assert opened(desk, ada).answers.is_empty

    correct(desk, ada, TRACK, [NO_CONTACT])

    shown = opened(desk, ada)
    assert shown.answers.single["legal_track.authority_ends_on"] == "06/01/2027"
    assert shown.answers.single["legal_track.custody_credit_days"] == "30"
    assert shown.answers.groups["condition"][0]["court_condition.words"] == "No contact with M."
    assert set(shown.rows) == {"legal_track"}


def test_a_change_asks_why(desk):
    ada = make_participant(desk)
    correct(desk, ada, TRACK)

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, TRACK | {"legal_track.kind": "probation"})
    correct(desk, ada, TRACK | {"legal_track.kind": "probation", REASON: "plea withdrawn"})

    assert set(refused.value.mistakes) == {REASON}
    assert opened(desk, ada).answers.single["legal_track.kind"] == "probation"


def test_a_track_needs_its_kind(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, {"legal_track.suspended_term": "2 years"})

    assert set(refused.value.mistakes) == {"legal_track.kind"}


def test_an_order_to_stay_away_is_kept_before_the_track_is_known(desk):
    ada = make_participant(desk)

    correct(desk, ada, {}, [NO_CONTACT])

    shown = opened(desk, ada)
    assert (shown.rows, len(shown.answers.groups["condition"])) == ({}, 1)


def test_a_condition_does_not_end_before_it_begins(desk):
    ada = make_participant(desk)
    backwards = {
        "court_condition.started_on": "11/20/2026",
        "court_condition.ended_on": "11/2/2026",
    }

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, {}, [NO_CONTACT | backwards])

    assert set(refused.value.mistakes) == {"condition[0].court_condition.ended_on"}
