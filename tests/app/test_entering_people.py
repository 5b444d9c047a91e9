from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import audit, importing, lines
from app.importing import KINDS
from models.choices import Status
from models.episode import Episode, StatusPeriod
from models.person import Person
from tests.makers import ADMITTED, REFERRED, make_episode, make_participant

HEADINGS = "Case Number,Last Name,First Name,Goes by,DOB,Status,Admitted\n"


def bring(desk, tmp_path, row, **how):
    file = tmp_path / "caseload.csv"
    file.write_text(HEADINGS + row + "\n", encoding="utf-8")
    return importing.bring_in(desk, KINDS["participants"], file, **how)


@pytest.fixture
def known(desk, tmp_path):
    bring(desk, tmp_path, "TC-1,Begaye,Nizhoni,Zoni,1990-03-07,active,2026-02-02")
    return desk


def test_what_a_file_leaves_empty_takes_nothing_away(known, tmp_path):
    told = bring(known, tmp_path, "tc-1,Begaye,Nizhoni,,,,", update=True)

    with known.read() as session:
        person = session.scalars(select(Person)).one()
    assert (told.unchanged, person.preferred_name, person.birth_date) == (
        1,
        "Zoni",
        date(1990, 3, 7),
    )


def test_a_status_from_a_list_is_dated_today_and_marked_as_not_known(known, tmp_path):
    bring(known, tmp_path, "TC-1,Begaye,Nizhoni,,,AWOL,2026-02-09", update=True)

    with known.read() as session:
        newest = session.scalars(select(StatusPeriod).order_by(StatusPeriod.id.desc())).first()
        admitted = session.scalars(select(Episode.admitted_on)).one()
    assert (newest.status.value, newest.started_on, newest.dated) == (
        "absconded",
        known.today(),
        False,
    )
    assert admitted == date(2026, 2, 9)


def again(desk, tmp_path, rows, **how):
    file = tmp_path / "again.csv"
    file.write_text(f"Case Number,Last Name,First Name,{rows}\n", encoding="utf-8")
    return importing.bring_in(desk, KINDS["participants"], file, **how)


def counted(told):
    return told.updated, told.unchanged, len(told.mistakes)


def held(desk, episode, day):
    """Return status and phase of an episode as of a day."""
    with desk.read() as session:
        found = lines.periods(session.connection(), day, [episode])
    status, phase = (found[name].get(episode) for name in ("status", "phase"))
    return status and status.status, phase and phase.number


def test_an_earlier_episode_is_compared_with_its_own_status_and_phase(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1", status=Status.WITHDRAWN, phase=2)
    make_episode(desk, who, case_number="TC-2", referred_on=ADMITTED, status=Status.ACTIVE, phase=1)

    told = again(
        desk,
        tmp_path,
        "Status,Phase\nTC-1,Begaye,Nizhoni,withdrawn,2\nTC-2,Begaye,Nizhoni,active,1",
    )

    assert counted(told) == (0, 2, 0)


def test_an_update_of_an_earlier_episode_is_made_once_and_concerns_no_other(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1", status=Status.WITHDRAWN, phase=2)
    later = make_episode(
        desk, who, case_number="TC-2", referred_on=ADMITTED, status=Status.ACTIVE, phase=1
    )
    rows = "Status,Phase\nTC-1,Begaye,Nizhoni,discharged,3"

    first = again(desk, tmp_path, rows, update=True)
    second = again(desk, tmp_path, rows, update=True)

    assert (counted(first), counted(second)) == ((1, 0, 0), (0, 1, 0))
    assert held(desk, who.episode, desk.today()) == (Status.DISCHARGED, 3)
    assert held(desk, later.episode, desk.today()) == (Status.ACTIVE, 1)


@pytest.mark.parametrize("right", [date(2026, 1, 20), date(2026, 3, 2)])
def test_what_began_on_an_admission_that_was_wrong_begins_on_the_right_one(desk, tmp_path, right):
    who = make_participant(desk, case_number="TC-1")
    rows = f"Admitted,Status,Phase\nTC-1,Begaye,Nizhoni,{right},active,1"

    first = again(desk, tmp_path, rows, update=True)
    second = again(desk, tmp_path, rows, update=True)

    assert (counted(first), counted(second)) == ((1, 0, 0), (0, 1, 0))
    assert held(desk, who.episode, right - timedelta(days=1)) == (Status.REFERRED, None)
    assert held(desk, who.episode, right) == (Status.ACTIVE, 1)
    with desk.read() as session:
        trail = " ".join(each.changes or "" for each in audit.events(session.connection()))
    assert f"started_on: {ADMITTED} -> {right}" in trail


def test_a_referral_that_was_wrong_leaves_no_day_without_a_status(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1")
    right = REFERRED - timedelta(days=30)

    again(desk, tmp_path, f"Referred\nTC-1,Begaye,Nizhoni,{right}", update=True)

    assert held(desk, who.episode, right) == (Status.REFERRED, None)
    assert held(desk, who.episode, ADMITTED) == (Status.ACTIVE, 1)


def test_an_admission_moved_away_from_the_referral_leaves_the_time_between_to_it(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1", referred_on=ADMITTED)
    right = ADMITTED + timedelta(days=30)

    again(desk, tmp_path, f"Admitted\nTC-1,Begaye,Nizhoni,{right}", update=True)

    assert held(desk, who.episode, ADMITTED) == (Status.REFERRED, None)
    assert held(desk, who.episode, right) == (Status.ACTIVE, 1)


def test_days_that_are_corrected_together_do_not_take_each_others_periods(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1")
    right = ADMITTED + timedelta(days=30)

    again(desk, tmp_path, f"Referred,Admitted\nTC-1,Begaye,Nizhoni,{ADMITTED},{right}", update=True)

    assert held(desk, who.episode, REFERRED) == (None, None)
    assert held(desk, who.episode, ADMITTED) == (Status.REFERRED, None)
    assert held(desk, who.episode, right) == (Status.ACTIVE, 1)


def test_a_right_day_that_is_still_to_come_lets_nothing_begin_later_than_today(desk, tmp_path):
    make_participant(desk, case_number="TC-1")
    coming = desk.today() + timedelta(days=9)
    rows = f"Admitted,Status\nTC-1,Begaye,Nizhoni,{coming},active"

    first = again(desk, tmp_path, rows, update=True)
    second = again(desk, tmp_path, rows, update=True)

    assert (counted(first), counted(second)) == ((1, 0, 0), (0, 1, 0))
    with desk.read() as session:
        newest = session.scalars(select(StatusPeriod).order_by(StatusPeriod.id.desc())).first()
    assert (newest.started_on, newest.dated) == (desk.today(), False)


def test_a_referral_corrected_past_the_admission_changes_no_status_of_today(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1")
    right = ADMITTED + timedelta(days=30)

    again(desk, tmp_path, f"Referred\nTC-1,Begaye,Nizhoni,{right}", update=True)

    assert held(desk, who.episode, desk.today()) == (Status.ACTIVE, 1)


def test_a_day_that_was_not_known_before_moves_nothing(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1", referred_on=None, admitted_on=None)

    again(desk, tmp_path, f"Admitted\nTC-1,Begaye,Nizhoni,{ADMITTED}", update=True)

    assert held(desk, who.episode, ADMITTED) == (Status.ACTIVE, 1)


def test_days_of_an_episode_without_a_status_give_it_none(desk, tmp_path):
    who = make_participant(desk, case_number="TC-1", status=None)
    right = REFERRED - timedelta(days=30)

    again(desk, tmp_path, f"Referred\nTC-1,Begaye,Nizhoni,{right}", update=True)

    assert held(desk, who.episode, desk.today()) == (None, 1)


def test_a_coming_admission_that_was_in_the_past_begins_there(desk, tmp_path):
    coming = desk.today() + timedelta(days=9)
    who = make_participant(desk, case_number="TC-1", admitted_on=coming)

    again(desk, tmp_path, f"Admitted\nTC-1,Begaye,Nizhoni,{ADMITTED}", update=True)

    assert held(desk, who.episode, ADMITTED - timedelta(days=1)) == (Status.REFERRED, None)
    assert held(desk, who.episode, desk.today()) == (Status.ACTIVE, 1)


def test_what_the_file_says_of_today_stands_over_what_a_corrected_day_brings(desk, tmp_path):
    coming = desk.today() + timedelta(days=9)
    who = make_participant(desk, case_number="TC-1", admitted_on=coming)
    rows = f"Admitted,Status\nTC-1,Begaye,Nizhoni,{ADMITTED},referred"

    first = again(desk, tmp_path, rows, update=True)
    second = again(desk, tmp_path, rows, update=True)

    assert (counted(first), counted(second)) == ((1, 0, 0), (0, 1, 0))
    assert held(desk, who.episode, desk.today()) == (Status.REFERRED, 1)
