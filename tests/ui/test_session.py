"""Tests opening and closing a record from the window: told apart, counted, in order."""

from pathlib import Path

import pytest

from app.vault import state
from app.vault.files import Files
from models.errors import InUse, NoSuchThing, WrongSecret
from tests.conftest import COURT, HOLDER, PASSPHRASE
from ui import session as sessions
from ui import tasks
from ui.session import Door, Key, Session

RIGHT = Key(holder=HOLDER, passphrase=PASSPHRASE)


@pytest.fixture
def session(qapp):
    made = Session()
    made.seen = []
    made.opened.connect(made.seen.append)
    made.refused.connect(lambda error, wait: made.seen.append((type(error), wait)))
    made.closed.connect(lambda: made.seen.append("closed"))
    yield made
    tasks.settle()
    made.close()
    tasks.settle()


def test_the_holders_are_known_before_the_record_is_open(session, record_path):
    doors: list[Door] = []

    session.look(record_path, done=doors.append)
    tasks.settle()

    assert doors == [Door((HOLDER,), 0)]


def test_a_record_that_is_gone_is_told_at_the_door(session, tmp_path):
    session.look(tmp_path / "gone.milepost", done=print)
    tasks.settle()

    assert session.seen == [(NoSuchThing, 0)]


def test_the_right_passphrase_opens_the_record(session, record_path):
    session.open(record_path, RIGHT)
    tasks.settle()

    [told] = session.seen
    assert (told.court, told.holder) == (COURT, HOLDER)
    assert session.is_open


def test_closing_sets_the_seal_and_lets_the_record_go(session, record_path):
    session.open(record_path, RIGHT)
    tasks.settle()

    session.close()
    tasks.settle()

    assert session.seen[-1] == "closed"
    assert not session.is_open
    assert state.read(Files(record_path).state).clean


def test_closing_what_is_not_open_says_so_at_once(session):
    session.close()

    assert session.seen == ["closed"]


def test_wrong_tries_are_counted_beside_the_record_and_make_one_wait(session, record_path):
    for _ in range(4):
        session.open(record_path, Key(holder=HOLDER, passphrase="not the one"))
        tasks.settle()

    waits = [wait for kind, wait in session.seen if kind is WrongSecret]
    assert waits == [0, 0, 2, 4]
    assert sessions.door(record_path).wait == 4


@pytest.mark.parametrize(
    ("tries", "wait"), [(0, 0), (2, 0), (3, 2), (4, 4), (5, 8), (7, 32), (8, 60), (900, 60)]
)
def test_the_wait_doubles_up_to_a_minute(tries, wait):
    assert sessions.wait_after(tries) == wait


def test_a_record_in_use_is_told_as_that(session, record_path):
    other = Session()
    other.open(record_path, RIGHT)
    tasks.settle()

    session.open(record_path, RIGHT)
    tasks.settle()
    other.close()
    tasks.settle()

    assert session.seen == [(InUse, 0)]


def test_a_change_is_announced_in_the_main_thread(session, record_path):
    changes = []
    session.changed.connect(changes.append)
    session.open(record_path, RIGHT)
    tasks.settle()
    desk = session.seen[0].desk

    tasks.run(
        lambda: _enroll(desk), owner=session, done=lambda _done: None, failed=session.seen.append
    )
    tasks.settle()

    assert "person" in changes[0].tables


def test_rows_of_another_day_are_brought_up_to_date(court_desk, monkeypatch):
    from datetime import timedelta

    from app import clock
    from tests.conftest import MOMENT

    assert sessions.refresh_standing(court_desk) is False
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(days=1))

    assert sessions.refresh_standing(court_desk) is True


def test_a_record_that_cannot_be_closed_in_order_is_let_go_and_told(session, record_path):
    session.open(record_path, RIGHT)
    tasks.settle()
    Files(record_path).state.unlink()
    Files(record_path).state.mkdir()

    session.close()
    tasks.settle()

    assert session.seen[-1] == "closed"
    assert session.seen[-2][1] == 0


def test_a_record_of_nobody_waits_for_nobody(tmp_path):
    assert sessions.failed_tries(Path(tmp_path / "x.milepost")) == 0


def _enroll(desk) -> None:
    from app import people
    from app.people import Identity, Passage

    with desk.work() as work:
        people.enroll(work, [(Identity("Begaye", "Nizhoni"), Passage("2025-CR-0288"))])
