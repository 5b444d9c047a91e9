"""Tests how a referral ends: the status of its day, the first phase, and what must be said."""

from datetime import date

import pytest

from app import admissions, lines, people
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import Status
from models.episode import Episode, StatusPeriod
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
        (ADMITTED | {"episode.decided_on": "10/1/2026"}, "episode.decided_on"),
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


def corrected(desk, ids, **answers):
    with desk.read() as session:
        shown = admissions.opened(session, Subject(ids.person), TODAY).answers.single
    told = {f"episode.{column}": text for column, text in answers.items()}
    decide(desk, ids, {**shown, **told, REASON: "court paper"})
    return line(desk, ids)


def test_status_and_phase_move_with_a_day_of_admission_that_is_corrected(desk, ada):
    decide(desk, ada, ADMITTED)

    found = corrected(desk, ada, admitted_on="11/21/2026", referred_on="11/3/2026")

    assert (found.status, found.phase_since) == (Status.ACTIVE, date(2026, 11, 21))
    with desk.read() as session:
        periods = session.query(StatusPeriod).order_by(StatusPeriod.id)
        assert [(row.status, row.started_on.day) for row in periods] == [
            (Status.REFERRED, 3),
            (Status.ACTIVE, 21),
        ]


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"decision": "", "decided_on": "", "admitted_on": ""}, Status.REFERRED),
        (
            {"decision": "not-admitted", "admitted_on": "", "decision_reason": "Lives elsewhere."},
            Status.NOT_ADMITTED,
        ),
    ],
)
def test_an_admission_that_never_was_leaves_no_phase(desk, ada, answers, status):
    decide(desk, ada, ADMITTED)

    found = corrected(desk, ada, **answers)

    assert (found.status, found.phase) == (status, None)


def test_who_was_not_admitted_by_mistake_begins_on_the_right_day(desk, ada):
    decide(desk, ada, {"episode.decision": "not-admitted", "episode.decided_on": "t",
                       "episode.decision_reason": "Wrong file."})  # fmt: skip

    found = corrected(
        desk, ada, decision="admitted", decided_on="11/20/2026", admitted_on="11/20/2026"
    )

    assert (found.status, found.phase, found.phase_since) == (
        Status.ACTIVE, 1, date(2026, 11, 20),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"decision": "participant-declined", "admitted_on": ""}, "episode.decision"),
        ({"decision": "participant-declined"}, "episode.admitted_on"),
        ({"admitted_on": "11/23/2026"}, "episode.admitted_on"),
    ],
)
def test_an_admission_is_not_taken_from_under_the_phases_that_followed(desk, ada, answers, wrong):
    decide(desk, ada, ADMITTED | {"episode.admitted_on": "11/20/2026"})
    with desk.work() as session:
        episode = session.get_one(Episode, ada.episode)
        people.set_phase(session, episode, 2, since=date(2026, 11, 22), phase_set=None)

    with pytest.raises(Invalid) as refused:
        corrected(desk, ada, **answers)

    assert wrong in refused.value.mistakes
    assert line(desk, ada).phase == 2


def test_an_imported_admission_moves_with_its_day(desk):
    ben = make_participant(desk, "Etcitty", admitted_on=date(2026, 2, 2))

    corrected(desk, ben, admitted_on="2/9/2026")

    with desk.read() as session:
        active = session.query(StatusPeriod).filter(StatusPeriod.status == Status.ACTIVE).one()
        assert active.started_on == date(2026, 2, 9)
