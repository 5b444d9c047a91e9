from datetime import date, timedelta

import pytest

from app import lines, people
from app.progress_facts import Mark
from models.choices import Status
from models.episode import Episode
from models.phase import PhasePeriod
from tests.makers import (
    ADMITTED,
    REFERRED,
    make_episode,
    make_hearing,
    make_participant,
    make_test,
)

DAY = date(2026, 11, 23)


@pytest.fixture
def who(desk):
    return make_participant(desk, case_number="TC-1", track="drug")


def line(desk, who, day=DAY):
    with desk.read() as session:
        (found,) = lines.read(session.connection(), day, people=[who.person])
    return found


def listed(desk, who, day=DAY):
    with desk.read() as session:
        (found,) = lines.listed(session.connection(), day, people=[who.person])
    return found


def test_whoever_has_no_test_is_listed_without_one(desk, who):
    found = listed(desk, who)

    assert (found["person_id"], found["as_of"]) == (who.person, DAY)
    assert (found["last_test_on"], found["last_test"]) == (None, None)


def set_status(desk, who, status, since, *, dated=True):
    with desk.work() as session:
        episode = session.get_one(Episode, who.episode)
        people.set_status(session, episode, status, since=since, dated=dated)


def test_before_the_referral_there_is_a_person_and_no_episode(desk, who):
    found = line(desk, who, REFERRED - timedelta(days=1))

    assert (found.last_name, found.episode_id, found.status) == ("Begaye", None, None)


@pytest.mark.parametrize(
    ("day", "status", "referred", "admitted"),
    [
        (REFERRED, Status.REFERRED, REFERRED, None),
        (ADMITTED - timedelta(days=1), Status.REFERRED, REFERRED, None),
        (ADMITTED, Status.ACTIVE, REFERRED, ADMITTED),
        (DAY, Status.ACTIVE, REFERRED, ADMITTED),
    ],
)
def test_a_line_tells_what_was_so_on_its_day(desk, who, day, status, referred, admitted):
    found = line(desk, who, day)

    assert (found.status, found.referred_on, found.admitted_on) == (status, referred, admitted)


def test_a_status_holds_from_its_day_on_and_not_before(desk, who):
    set_status(desk, who, Status.ABSCONDED, DAY)

    assert line(desk, who, DAY - timedelta(days=1)).status is Status.ACTIVE
    assert line(desk, who, DAY).status is Status.ABSCONDED


def test_of_two_statuses_of_one_day_the_later_entry_holds(desk, who):
    set_status(desk, who, Status.SUSPENDED, DAY)
    set_status(desk, who, Status.ACTIVE, DAY)

    assert line(desk, who).status is Status.ACTIVE


def test_the_order_of_entry_of_days_does_not_matter(desk, who):
    set_status(desk, who, Status.GRADUATED, DAY)
    set_status(desk, who, Status.SUSPENDED, DAY - timedelta(days=9))

    assert line(desk, who).status is Status.GRADUATED


def test_the_latest_episode_counts_and_earlier_ones_stay_readable(desk, who):
    again = make_episode(
        desk, who, case_number="TC-2", referred_on=DAY - timedelta(days=10), status=Status.REFERRED
    )

    now, then = line(desk, who), line(desk, who, DAY - timedelta(days=11))

    assert (now.episode_id, now.case_number, now.status) == (
        again.episode,
        "TC-2",
        Status.REFERRED,
    )
    assert (then.episode_id, then.case_number, then.status) == (
        who.episode,
        "TC-1",
        Status.ACTIVE,
    )


def test_the_first_case_names_the_line(desk, who):
    with desk.work() as session:
        people.add_case(session, session.get_one(Episode, who.episode), "AA-0", position=2)

    assert line(desk, who).case_number == "TC-1"


def test_a_phase_with_its_day_says_since_when_and_how_long_at_least(desk, who):
    with desk.work() as session:
        episode = session.get_one(Episode, who.episode)
        people.set_phase(session, episode, 2, since=DAY - timedelta(days=20), phase_set=1)

    found = line(desk, who)

    assert (found.phase, found.phase_since, found.phase_minimum_days) == (
        2,
        DAY - timedelta(days=20),
        90,
    )
    assert line(desk, who, DAY - timedelta(days=21)).phase == 1


def test_a_phase_that_was_only_heard_of_has_no_day(desk, who):
    found = line(desk, who)

    assert (found.phase, found.phase_since, found.phase_minimum_days) == (1, None, 60)


def test_before_the_admission_a_line_has_no_phase(desk, who):
    found = line(desk, who, ADMITTED - timedelta(days=1))

    assert (found.status, found.phase) == (Status.REFERRED, None)


def test_every_episode_has_periods_of_its_own_on_a_day(desk, who):
    again = make_episode(desk, who, referred_on=DAY, status=Status.REFERRED)

    with desk.read() as session:
        found = lines.periods(session.connection(), DAY, [who.episode, again.episode])

    status = {episode: row.status for episode, row in found["status"].items()}
    phase = {episode: row.number for episode, row in found["phase"].items()}
    assert status == {who.episode: Status.ACTIVE, again.episode: Status.REFERRED}
    assert phase == {who.episode: 1}


def test_a_phase_of_no_set_has_no_length(desk, who):
    with desk.work() as session:
        session.add(
            PhasePeriod(
                person_id=who.person, episode_id=who.episode, number=7, started_on=DAY, dated=True
            )
        )

    assert (line(desk, who).phase, line(desk, who).phase_minimum_days) == (7, None)


def test_the_last_test_and_the_next_hearing_are_of_the_day_asked_for(desk, who):
    for days in (20, 3, -5):
        make_test(desk, who, DAY - timedelta(days=days))
    for days in (-30, 1, 15):
        make_hearing(desk, who, DAY + timedelta(days=days))

    now, then = listed(desk, who), listed(desk, who, DAY - timedelta(days=10))

    assert now["last_test_on"] == DAY - timedelta(days=3)
    assert now["last_test"] == Mark.AS_EXPECTED.value
    assert now["next_hearing_on"] == DAY + timedelta(days=1)
    assert then["last_test_on"] == DAY - timedelta(days=20)
    assert line(desk, who, DAY + timedelta(days=1)).next_hearing_on == DAY + timedelta(days=1)
    assert line(desk, who, DAY + timedelta(days=2)).next_hearing_on == DAY + timedelta(days=15)


def test_an_episode_with_no_day_at_all_was_always_there(desk):
    who = make_participant(desk, referred_on=None, admitted_on=None)

    assert line(desk, who, date(1999, 1, 1)).episode_id == who.episode


def test_nobody_has_no_line(desk):
    with desk.read() as session:
        assert lines.read(session.connection(), DAY, people=[]) == []
        assert lines.read(session.connection(), DAY, people=[404]) == []
