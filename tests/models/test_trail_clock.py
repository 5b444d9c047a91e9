"""Tests that no event goes back in time without an event that says so."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from app import clock
from models import trail
from models.audit import Audit
from models.choices import NoteKind
from tests.conftest import MOMENT
from tests.makers import make_note, make_participant


def at(moment, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_a_clock_that_went_back_is_an_event_before_the_next_one(desk, monkeypatch):
    make_participant(desk)
    at(MOMENT - timedelta(hours=3), monkeypatch)

    who = make_participant(desk, "Tsosie")
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called.")

    with desk.read() as session:
        told = list(session.scalars(select(Audit).where(Audit.action == trail.CLOCK_BACK)))
    (event,) = told
    moments = [MOMENT.isoformat(), (MOMENT - timedelta(hours=3)).isoformat()]
    assert json.loads(event.body)["changes"] == {"clock": moments}
    assert event.person_id is None


@pytest.mark.parametrize("moved", [timedelta(minutes=-2), timedelta(days=900)])
def test_a_clock_that_was_put_right_or_goes_on_is_none(desk, monkeypatch, moved):
    make_participant(desk)
    at(MOMENT + moved, monkeypatch)

    make_participant(desk, "Tsosie")

    with desk.read() as session:
        assert session.scalar(select(Audit).where(Audit.action == trail.CLOCK_BACK)) is None


def test_a_moment_that_was_forged_keeps_nobody_from_working(desk):
    make_participant(desk)
    with desk.work() as session:
        connection = session.connection()
        connection.execute(text("DROP TRIGGER audit_no_update"))
        connection.execute(text("UPDATE audit SET at = 'noon' WHERE seq > 1"))

    who = make_participant(desk, "Tsosie")

    assert who.person == 2
