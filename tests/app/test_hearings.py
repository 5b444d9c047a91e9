from datetime import date, time

from app import hearings
from models.choices import Appearance
from tests.makers import make_hearing, make_participant, make_session

TUESDAY = date(2026, 11, 24)


def test_a_day_with_two_hearings_gives_the_earlier_one(desk) -> None:
    ada = make_participant(desk)
    for hour in (13, 9):
        sitting = make_session(desk, TUESDAY, starts_at=time(hour))
        make_hearing(desk, ada, TUESDAY, session=sitting)

    with desk.read() as session:
        found = hearings.on_day(session.connection(), ada.episode, TUESDAY)
        none = hearings.on_day(session.connection(), ada.episode, date(2026, 11, 25))

    assert (found.starts_at, none) == (time(9), None)


def test_before_the_first_hearing_there_is_no_last_one(desk) -> None:
    ada = make_participant(desk)
    make_hearing(desk, ada, TUESDAY)

    with desk.read() as session:
        connection = session.connection()
        assert hearings.last_before(connection, ada.episode, TUESDAY) is None
        last = hearings.last_before(connection, ada.episode, date(2026, 11, 25))

    assert last.held_on == TUESDAY


def test_orders_belong_to_their_hearing_in_the_order_of_entry(desk) -> None:
    ada = make_participant(desk)
    make_hearing(desk, ada, date(2026, 11, 10), "Earlier")
    hearing = make_hearing(desk, ada, TUESDAY, "Bring pay stubs", "Get a bus pass")

    with desk.read() as session:
        found = hearings.orders_of(session.connection(), hearing)

    assert [order.words for order in found] == ["Bring pay stubs", "Get a bus pass"]


def test_every_hearing_comes_by_day_time_and_case(desk) -> None:
    zoe = make_participant(desk, case_number="Z-9")
    ada = make_participant(desk, case_number="A-1")
    morning, noon = make_session(desk, TUESDAY), make_session(desk, TUESDAY, starts_at=time(12))
    for who, sitting in ((zoe, morning), (ada, noon), (ada, morning)):
        make_hearing(desk, who, TUESDAY, session=sitting, appearance=Appearance.REMOTE)

    with desk.read() as session:
        before = hearings.everyone(session.connection(), known_on=date(2026, 11, 23))
        after = hearings.everyone(session.connection(), known_on=TUESDAY)

    assert [(row.at, row.case_number) for row in before] == [
        (time(9), "A-1"),
        (time(9), "Z-9"),
        (time(12), "A-1"),
    ]
    assert {row.appearance for row in before} == {None}
    assert {row.appearance for row in after} == {Appearance.REMOTE}


def test_the_docket_of_a_day_counts_its_own_session_only(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    here, there = make_session(desk, TUESDAY), make_session(desk, TUESDAY, place="Annex")
    make_hearing(desk, ada, TUESDAY, session=here, number=1)
    make_hearing(desk, ben, TUESDAY, session=there, number=1)

    with desk.read() as session:
        connection = session.connection()
        assert hearings.docket_size(connection, here) == 1
        assert len(hearings.docket(connection, TUESDAY)) == 2
        assert hearings.next_court_day(connection, date(2026, 11, 25)) is None
