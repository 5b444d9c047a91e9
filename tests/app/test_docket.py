from datetime import date, time

import pytest

from app import docket, hearings
from app.docket import Sitting
from models.choices import Appearance, HearingType
from models.errors import BadInput
from models.hearing import CourtSession
from tests.makers import make_hearing, make_participant, make_session

TUESDAY = date(2026, 11, 24)
LATER = date(2026, 12, 8)


def names_of(desk, court_session: int) -> list[tuple[int | None, int]]:
    with desk.read() as session:
        return [(row.number, row.person_id) for row in docket.in_order(session, court_session)]


def done(desk, call, *words, **facts):
    with desk.work() as session:
        return call(session, *words, **facts)


def test_a_session_may_be_on_any_day(desk) -> None:
    sunday = date(2026, 11, 22)

    made = done(desk, docket.open_session, Sitting(sunday, time(9), "Annex", "Hon. Vera Lucero"))
    with desk.read() as session:
        row = session.get_one(CourtSession, made)

    assert (row.held_on, row.place, row.substitute) == (sunday, "Annex", False)


def test_whoever_is_scheduled_comes_last_on_the_docket(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty", preferred_name="Ray")
    sitting = make_session(desk, TUESDAY)

    done(desk, docket.schedule, ada.person, sitting)
    saved = done(desk, docket.schedule, ben.person, sitting, HearingType.PHASE)

    assert names_of(desk, sitting) == [(1, ada.person), (2, ben.person)]
    assert saved == "Ray Etcitty, on the docket of Nov 24, 2026"


def test_a_docket_without_numbers_goes_on_behind_those_on_it(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    sitting = make_session(desk, TUESDAY)
    make_hearing(desk, ada, TUESDAY, session=sitting)

    done(desk, docket.schedule, ben.person, sitting)

    assert names_of(desk, sitting) == [(None, ada.person), (2, ben.person)]


def test_nobody_is_on_one_docket_twice(desk) -> None:
    ada = make_participant(desk)
    sitting = make_session(desk, TUESDAY)
    done(desk, docket.schedule, ada.person, sitting)

    with pytest.raises(BadInput) as refused, desk.work() as session:
        docket.schedule(session, ada.person, sitting)

    assert refused.value.key == "hearing.on-docket"


def test_a_hearing_before_the_referral_belongs_to_the_first_episode(desk) -> None:
    ada = make_participant(desk)
    sitting = make_session(desk, date(2025, 1, 7))

    done(desk, docket.schedule, ada.person, sitting)

    with desk.read() as session:
        assert docket.in_order(session, sitting)[0].episode_id == ada.episode


def test_somebody_without_an_episode_has_no_hearing(desk) -> None:
    ada = make_participant(desk)
    sitting = make_session(desk, TUESDAY)
    with desk.work() as session:
        connection = session.connection()
        for table in ("standing", "court_case", "status_period", "phase_period", "episode"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608

    with pytest.raises(BadInput) as refused, desk.work() as session:
        docket.schedule(session, ada.person, sitting)

    assert refused.value.key == "hearing.no-episode"


def test_whoever_was_not_heard_can_be_taken_off(desk) -> None:
    ada = make_participant(desk)
    sitting = make_session(desk, TUESDAY)
    hearing = make_hearing(desk, ada, TUESDAY, session=sitting, type=HearingType.PHASE)

    saved = done(desk, docket.take_off, hearing)

    assert saved == "Nizhoni Begaye, taken off the docket of Nov 24, 2026"
    assert names_of(desk, sitting) == []


@pytest.mark.parametrize(
    ("orders", "facts"),
    [((), {"appearance": Appearance.FAILED}), (("Bring pay stubs",), {}), ((), {"said": "Hello"})],
)
def test_what_happened_at_a_hearing_stays_on_file(desk, orders, facts) -> None:
    ada = make_participant(desk)
    hearing = make_hearing(desk, ada, TUESDAY, *orders, **facts)

    with pytest.raises(BadInput) as refused, desk.work() as session:
        docket.take_off(session, hearing)

    assert refused.value.key == "hearing.heard"


def test_a_next_date_makes_a_session_like_this_one(desk) -> None:
    ada = make_participant(desk)
    hearing = make_hearing(desk, ada, TUESDAY)

    done(desk, docket.next_date, hearing, LATER)
    with desk.read() as session:
        found = hearings.on_day(session.connection(), ada.episode, LATER)

    assert (found.starts_at, found.place, found.judge) == (
        time(9),
        "Courtroom 2",
        "Hon. Vera Lucero",
    )


def test_a_next_date_uses_the_session_that_there_is(desk) -> None:
    ada = make_participant(desk)
    hearing, sitting = make_hearing(desk, ada, TUESDAY), make_session(desk, LATER)

    saved = done(desk, docket.next_date, hearing, LATER)
    once_more = done(desk, docket.next_date, hearing, LATER)

    assert names_of(desk, sitting) == [(1, ada.person)]
    assert once_more == saved


def test_a_next_date_is_after_the_hearing(desk) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)

    with pytest.raises(BadInput) as refused, desk.work() as session:
        docket.next_date(session, hearing, TUESDAY)

    assert refused.value.key == "hearing.next-before"


def test_a_person_moves_up_and_down_the_docket(desk) -> None:
    people = [make_participant(desk, last) for last in ("Begaye", "Etcitty", "Nakai")]
    sitting = make_session(desk, TUESDAY)
    first, _second, third = (make_hearing(desk, who, TUESDAY, session=sitting) for who in people)

    up = done(desk, docket.move, third, -1)
    moved = names_of(desk, sitting)
    stays = done(desk, docket.move, first, -1)

    assert moved == [(1, people[0].person), (2, people[2].person), (3, people[1].person)]
    assert up == "Nizhoni Nakai, now number 2 on the docket"
    assert stays.endswith("number 1 on the docket")
