"""Tests that typing is kept within seconds, once, and at once when the page goes."""

from app import drafts
from app.answers import Answers, Subject
from models.errors import NoSpace
from ui import tasks
from ui.forms import keeper
from ui.forms.keeper import Keeper

TYPED = Answers({"note.words": "Called"})


def kept(desk):
    with desk.read() as session:
        return drafts.find(session, "note", Subject())


def test_what_is_typed_is_kept_after_a_rest(qtbot, court_desk, monkeypatch):
    monkeypatch.setattr(keeper, "REST", 1)
    made = Keeper(court_desk, "note", Subject(), lambda: TYPED)

    with qtbot.waitSignal(made.kept):
        made.note()
        made.note()

    assert kept(court_desk).answers == TYPED


def test_two_seconds_are_the_most_that_can_be_lost():
    assert keeper.REST <= 1000


def test_it_is_kept_at_once_when_the_page_goes_and_only_if_something_was_typed(qtbot, court_desk):
    made = Keeper(court_desk, "note", Subject(), lambda: TYPED)

    made.keep_now()
    tasks.settle()
    assert kept(court_desk) is None

    made.note()
    made.keep_now()
    tasks.settle()
    assert kept(court_desk).answers == TYPED


def test_what_was_saved_is_not_kept(qtbot, court_desk):
    made = Keeper(court_desk, "note", Subject(), lambda: TYPED)

    made.note()
    made.forget()
    made.keep_now()
    tasks.settle()

    assert kept(court_desk) is None


def test_while_it_is_saved_nothing_is_kept_and_afterwards_only_what_was_refused(qtbot, court_desk):
    made = Keeper(court_desk, "note", Subject(), lambda: TYPED)

    made.note()
    made.pause()
    made.note()
    made.keep_now()
    tasks.settle()
    assert kept(court_desk) is None

    made.resume()
    made.keep_now()
    tasks.settle()
    assert kept(court_desk).answers == TYPED


def test_a_full_drive_is_told(qtbot, court_desk, monkeypatch):
    def fail(*_):
        raise NoSpace("space.full")

    made = Keeper(court_desk, "note", Subject(), lambda: TYPED)
    monkeypatch.setattr(drafts, "keep", fail)

    with qtbot.waitSignal(made.failed) as failed:
        made.keep()
        tasks.settle()

    assert isinstance(failed.args[0], NoSpace)
