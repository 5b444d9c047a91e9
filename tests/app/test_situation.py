from datetime import date

import pytest

from app import situation
from models.choices import ConditionKind, Status
from models.episode import CourtCondition
from models.errors import NoSuchThing
from tests.makers import add, make_hearing, make_participant, make_test

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def situation_of(desk, who, *, as_of: date = MONDAY, on: date = TUESDAY):
    with desk.read() as session:
        return situation.of(session.connection(), who.person, as_of=as_of, on=on)


def test_nobody_has_a_situation_before_the_court_knew_of_them(desk) -> None:
    ada = make_participant(desk, referred_on=date(2026, 3, 1), admitted_on=None)

    with pytest.raises(NoSuchThing):
        situation_of(desk, ada, as_of=date(2026, 2, 28))
    with pytest.raises(NoSuchThing), desk.read() as session:
        situation.of(session.connection(), 999, as_of=MONDAY, on=TUESDAY)


def test_the_preferred_name_is_the_one_on_the_page(desk) -> None:
    mari = make_participant(desk, "Quintana Reyes", "Marisol", preferred_name="Mari")

    assert situation_of(desk, mari).name == "Mari Quintana Reyes"


def test_a_phase_with_no_day_of_its_own_has_no_day_count(desk) -> None:
    ada = make_participant(desk, phase=3)

    phase = situation_of(desk, ada).phase

    assert (phase.number, phase.of, phase.day, phase.minimum_days) == (3, 5, None, 90)


def test_a_phase_beyond_the_set_is_no_phase_of_it(desk) -> None:
    ada = make_participant(desk, phase=7)

    phase = situation_of(desk, ada).phase

    assert (phase.number, phase.of, phase.name, phase.minimum_days) == (7, None, None, None)


def test_without_phase_and_status_the_page_has_neither(desk) -> None:
    ada = make_participant(desk, phase=None, status=None)

    now = situation_of(desk, ada)

    assert now.phase is None
    assert now.status == "Status not on file"


def test_conditions_hold_between_their_days_and_never_name_a_medicine(desk) -> None:
    ada = make_participant(desk)
    for words, started_on, ended_on in (
        ("No contact with R. Sorrel", None, None),
        ("Curfew at 9 PM", date(2026, 1, 1), date(2026, 11, 23)),
        ("Ended before", date(2026, 1, 1), date(2026, 11, 22)),
        ("Begins later", date(2026, 11, 24), None),
        ("Taper off Suboxone", None, None),
    ):
        condition = CourtCondition(
            person_id=ada.person,
            episode_id=ada.episode,
            kind=ConditionKind.CONDITION,
            words=words,
            started_on=started_on,
            ended_on=ended_on,
        )
        add(desk, condition)

    shown = situation_of(desk, ada).conditions

    assert shown[:2] == ("No contact with R. Sorrel", "Curfew at 9 PM")
    assert len(shown) == 3
    assert "Suboxone" not in shown[2]


def test_the_last_hearing_is_the_newest_before_the_one_asked_for(desk) -> None:
    ada = make_participant(desk)
    for day in (date(2026, 10, 27), date(2026, 11, 10), TUESDAY, date(2026, 12, 8)):
        make_hearing(desk, ada, day)

    now = situation_of(desk, ada)

    assert now.last_hearing_on == date(2026, 11, 10)
    assert now.hearing.held_on == TUESDAY


def test_tests_after_the_last_day_are_left_out(desk) -> None:
    ada = make_participant(desk)
    make_test(desk, ada, date(2026, 11, 20))
    make_test(desk, ada, date(2026, 11, 22))

    now = situation_of(desk, ada, as_of=date(2026, 11, 21))

    assert [test.collected_on for test in now.tests] == [date(2026, 11, 20)]
    assert now.last == date(2026, 11, 21)


def test_somebody_only_referred_is_not_admitted_yet(desk) -> None:
    referred = make_participant(
        desk, status=Status.REFERRED, referred_on=date(2026, 11, 2), admitted_on=None
    )

    now = situation_of(desk, referred)

    assert (now.began_on, now.admitted) == (date(2026, 11, 2), False)
