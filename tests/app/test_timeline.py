"""Tests the line of time: what is to come, what was since the last hearing, what was before."""

from datetime import date, timedelta

from app import plan_review, timeline
from app.timeline import What
from models.choices import NoteKind, ObjectiveStatus, Outcome
from tests.makers import (
    make_hearing,
    make_note,
    make_participant,
    make_plan,
    make_test,
    objective,
)

TODAY = date(2026, 11, 23)


def of(desk, ids):
    with desk.read() as session:
        return timeline.of_episode(session, ids.episode, TODAY)


def told(moments):
    return [(moment.on.day, moment.what) for moment in moments]


def test_time_is_parted_by_the_last_hearing_and_by_today(desk):
    ada = make_participant(desk)
    for days in (-13, 1):
        make_hearing(desk, ada, TODAY + timedelta(days=days))
    make_test(desk, ada, TODAY, outcome=Outcome.NO_SHOW)
    make_test(desk, ada, TODAY - timedelta(days=20))
    make_note(desk, ada, NoteKind.CASE, TODAY - timedelta(days=2), "Called.")

    line = of(desk, ada)

    assert told(line.coming) == [(24, What.HEARING)]
    assert told(line.since) == [(23, What.TEST), (21, What.NOTE), (10, What.HEARING)]
    assert told(line.before)[0] == (3, What.TEST)
    assert What.STATUS in {moment.what for moment in line.before}
    assert line.last_hearing == date(2026, 11, 10)


def test_before_the_first_hearing_everything_is_so_far(desk):
    ada = make_participant(desk)
    make_hearing(desk, ada, TODAY)

    line = of(desk, ada)

    assert told(line.coming) == [(23, What.HEARING)]
    assert line.before == ()
    assert line.last_hearing is None


def test_an_objective_that_a_review_carries_on_stands_once(desk):
    ada = make_participant(desk)
    done = {"status": ObjectiveStatus.IN_PROGRESS, "status_on": TODAY - timedelta(days=3)}
    make_plan(desk, ada, objective("Get a photo ID", **done))
    with desk.work() as session:
        plan_review.begin(session, ada.person, TODAY)

    found = [moment for moment in of(desk, ada).since if moment.what is What.OBJECTIVE]

    assert [moment.fact.words for moment in found] == ["Get a photo ID"]
