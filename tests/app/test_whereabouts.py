"""Tests where somebody was at the lock: kept once, offered once, and no part of anything else."""

from datetime import date

from sqlalchemy import select

from app import waiting, whereabouts
from models.audit import Audit
from models.note import Draft
from tests.conftest import HOLDER
from tests.makers import make_participant


def kept(desk, words, person_id=None, holder=HOLDER):
    with desk.work() as session:
        whereabouts.keep(session, holder, words, person_id)


def taken(desk, holder=HOLDER):
    with desk.work() as session:
        return whereabouts.take(session, holder)


def test_the_last_place_is_given_back_once_to_whoever_was_there(desk):
    kept(desk, "today")
    kept(desk, "settings")
    kept(desk, "backups", holder="Otis")

    assert taken(desk) == "settings"
    assert taken(desk) is None
    assert taken(desk, "Otis") == "backups"


def test_a_name_that_is_long_finds_its_place_again(desk):
    long = "R" * 120
    kept(desk, "today", holder=long)

    assert taken(desk, long) == "today"


def test_a_place_is_no_event_and_waits_for_nobody(desk):
    who = make_participant(desk).person
    before = events(desk)

    kept(desk, "person", who)

    with desk.read() as session:
        row = session.scalars(select(Draft)).one()
        waits = list(waiting.drafts(session.connection(), date(2026, 11, 23)))
    assert (events(desk), row.person_id, waits) == (before, who, [])


def events(desk):
    with desk.read() as session:
        return session.scalars(select(Audit.seq)).all()
