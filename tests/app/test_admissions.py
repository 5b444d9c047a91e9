"""Tests how a referral ends: the status of its day, the first phase, and what must be said."""

from datetime import date

import pytest

from app import admissions, lines
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import Status
from tests.makers import make_participant

TODAY = date(2026, 11, 23)
ADMITTED = {"episode.decision": "admitted", "episode.decided_on": "11/20/2026",
            "episode.admitted_on": "11/23/2026"}  # fmt: skip


@pytest.fixture
def ada(desk):
    return make_participant(
        desk, status=Status.REFERRED, phase=None, referred_on=date(2026, 11, 2), admitted_on=None
    )


def decide(desk, ids, single):
    with desk.work() as session:
        return admissions.decide(session, Subject(ids.person), Answers(single), TODAY)


def line(desk, ids):
    with desk.read() as session:
        [found] = lines.read(session.connection(), TODAY, people=[ids.person])
        return found


def test_an_admission_begins_status_and_first_phase_on_its_day(desk, ada):
    decide(desk, ada, ADMITTED)

    found = line(desk, ada)
    assert (found.status, found.admitted_on) == (Status.ACTIVE, TODAY)
    assert (found.phase, found.phase_since, found.phase_minimum_days) == (1, TODAY, 60)


@pytest.mark.parametrize(
    ("decision", "status"),
    [("not-admitted", Status.NOT_ADMITTED), ("participant-declined", Status.WITHDRAWN)],
)
def test_who_does_not_begin_keeps_a_proper_file(desk, ada, decision, status):
    single = {"episode.decision": decision, "episode.decided_on": "t",
              "episode.decision_reason": "Lives in another county."}  # fmt: skip

    decide(desk, ada, single)

    assert line(desk, ada).status is status
    assert line(desk, ada).phase is None


@pytest.mark.parametrize(
    ("single", "wrong"),
    [
        ({"episode.decision": "admitted", "episode.decided_on": "t"}, "episode.admitted_on"),
        (ADMITTED | {"episode.decided_on": ""}, "episode.decided_on"),
        (
            {"episode.decision": "not-admitted", "episode.decided_on": "t"},
            "episode.decision_reason",
        ),
        (ADMITTED | {"episode.admitted_on": "10/1/2026"}, "episode.admitted_on"),
    ],
)
def test_a_decision_says_when_and_why(desk, ada, single, wrong):
    with pytest.raises(Invalid) as refused:
        decide(desk, ada, single)

    assert set(refused.value.mistakes) == {wrong}
    assert line(desk, ada).status is Status.REFERRED


def test_the_same_decision_again_begins_nothing_anew(desk, ada):
    decide(desk, ada, ADMITTED)
    with desk.read() as session:
        shown = admissions.opened(session, Subject(ada.person), TODAY).answers.single

    decide(desk, ada, {**shown, "episode.attorney": "Paul Rennick"})

    assert line(desk, ada).phase_since == TODAY
    with pytest.raises(Invalid) as refused:
        decide(desk, ada, {**shown, "episode.attorney": "Ann Ode"})
    assert set(refused.value.mistakes) == {REASON}


def test_somebody_imported_as_active_is_not_begun_a_second_time(desk):
    ben = make_participant(desk, "Etcitty", admitted_on=date(2026, 2, 2), phase=3)

    decide(
        desk, ben, ADMITTED | {"episode.admitted_on": "2/2/2026", "episode.decided_on": "2/2/2026"}
    )

    assert line(desk, ben).phase == 3
