"""Tests where a verification may begin: only behind what the chain itself vouches for."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from app import clock, history, trail_checks
from app.audit import verify
from models import trail
from models.audit import TRIGGERS
from models.trail import Event
from tests.conftest import MOMENT
from tests.makers import key_of, make_participant


@pytest.fixture
def key(made):
    return key_of(made).audit


@pytest.fixture
def ada(desk):
    return make_participant(desk)


def walk_and_keep(desk, key):
    """Do what is due, and return the walk and whether it was written down."""
    with desk.read() as session:
        walk = trail_checks.due(session.connection(), key)
        while walk.step(session.connection()):
            pass
    with desk.work() as session:
        return walk, trail_checks.keep(session, walk)


def more(desk, ada, count=1):
    with desk.work() as session:
        trail.record(session, *[Event("viewed", person_id=ada.person)] * count)


def due(desk, key):
    with desk.read() as session:
        return trail_checks.due(session.connection(), key)


def tamper(desk, statement):
    with desk.work() as session:
        for name in TRIGGERS:
            session.connection().execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        session.connection().exec_driver_sql(statement)


def test_the_first_verification_is_whole_and_the_next_one_is_of_what_is_new(desk, key, ada):
    first, kept = walk_and_keep(desk, key)
    more(desk, ada, 3)

    walk, kept_again = walk_and_keep(desk, key)

    assert first.is_whole
    assert kept
    assert (walk.begun.seq, walk.problems) == (first.at.seq, [])
    assert not kept_again  # a few events are sooner verified once more


def test_many_new_events_are_worth_an_event_of_their_own(desk, key, ada, monkeypatch):
    monkeypatch.setattr(trail_checks, "WORTH_KEEPING", 5)
    walk_and_keep(desk, key)
    more(desk, ada, 5)

    second, kept = walk_and_keep(desk, key)

    assert kept
    assert due(desk, key).begun.seq == second.at.seq
    with desk.read() as session:
        assert verify(session.connection(), key).problems == ()


def test_a_change_in_what_is_new_is_found_written_down_and_then_looked_at_whole(desk, key, ada):
    walk_and_keep(desk, key)
    more(desk, ada, 3)
    with desk.read() as session:
        last, _mac = trail.head(session)
    tamper(desk, f"UPDATE audit SET holder = 'Somebody' WHERE seq = {last}")  # noqa: S608 - ours

    walk, kept = walk_and_keep(desk, key)

    assert [(each.kind, each.seq) for each in walk.problems] == [("audit-edit", last)]
    assert kept
    assert due(desk, key).is_whole


@pytest.mark.parametrize("days", [31, -3])
def test_after_a_month_or_by_a_clock_that_was_put_back_everything_is_due(
    desk, key, ada, days, monkeypatch
):
    walk_and_keep(desk, key)
    assert not due(desk, key).is_whole

    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(days=days))

    assert due(desk, key).is_whole


def test_a_whole_verification_that_finds_nothing_ends_the_suspicion(desk, key, ada):
    with desk.work() as session:
        trail.record(session, Event(trail_checks.BROKEN, "audit", 1, changes={"begun": [None, 0]}))

    walk_and_keep(desk, key)

    assert not due(desk, key).is_whole


FORGED = (
    "UPDATE audit SET entity_id = entity_id - 1 WHERE entity = 'audit'",
    "UPDATE audit SET body = replace(body, 'begun', 'begum') WHERE entity = 'audit'",
    "UPDATE audit SET mac = zeroblob(32) WHERE entity = 'audit'",
    "UPDATE audit SET mac = zeroblob(32) WHERE action = 'viewed'",
)


@pytest.mark.parametrize("statement", FORGED)
def test_an_event_that_was_forged_or_points_at_a_forged_one_vouches_for_nothing(
    desk, key, ada, statement
):
    more(desk, ada)
    walk_and_keep(desk, key)

    tamper(desk, statement)

    assert due(desk, key).is_whole


def test_an_event_with_the_right_code_that_is_no_verification_is_left_out(desk, key, ada):
    walk_and_keep(desk, key)
    with desk.work() as session:
        trail.record(session, Event(trail_checks.VERIFIED, "audit", 2))

    with desk.read() as session:
        known = trail_checks.checks(session.connection(), key)

    assert [(each.begun, each.is_good) for each in known] == [(0, True)]


def test_a_verification_is_told_in_words(desk, key, ada):
    walk_and_keep(desk, key)

    with desk.read() as session:
        query = history.events().where(history.Audit.entity == "audit")
        (entry,) = history.entries(session.execute(query))

    assert entry.sentence == "Trail verified"
