from datetime import date, time

import pytest

from app import hearings
from models.choices import Appearance, OrderStatus
from models.errors import BadInput
from models.hearing import CourtOrder, Hearing
from tests.makers import make_hearing, make_order, make_participant, make_session

TUESDAY = date(2026, 11, 24)
LATER = date(2026, 12, 8)


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


def done(desk, call, *words, **facts):
    with desk.work() as session:
        return call(session, *words, **facts)


def test_an_appearance_is_written_down_and_taken_back(desk) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)

    saved = done(desk, hearings.appear, hearing, Appearance.REMOTE)
    with desk.read() as session:
        kept = session.get_one(Hearing, hearing).appearance
    taken_back = done(desk, hearings.appear, hearing, None)

    assert (saved, kept) == ("Nizhoni Begaye, appeared by video", Appearance.REMOTE)
    assert taken_back == "Nizhoni Begaye, not called yet"
    with desk.read() as session:
        assert session.get_one(Hearing, hearing).appearance is None


def test_what_somebody_said_is_kept_as_they_said_it(desk) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)

    done(desk, hearings.quote, hearing, " Proud of the voucher. ")
    with desk.read() as session:
        kept = session.get_one(Hearing, hearing).said
    done(desk, hearings.quote, hearing, "")

    assert kept == "Proud of the voucher."
    with desk.read() as session:
        assert session.get_one(Hearing, hearing).said is None


def test_an_order_is_kept_in_the_words_of_the_judge(desk) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)
    words = "Talk with the clinic about the methadone dose"

    saved = done(
        desk, hearings.order, hearing, words, due_on=date(2026, 12, 8), note="With counsel."
    )
    with desk.read() as session:
        (kept,) = hearings.orders_of(session.connection(), hearing)

    assert (kept.words, kept.due_on, kept.note) == (words, date(2026, 12, 8), "With counsel.")
    assert saved == "Nizhoni Begaye, order kept, due Dec 8, 2026"


@pytest.mark.parametrize(
    ("words", "due_on", "key"),
    [
        (" ", None, "hearing.order.empty"),
        ("x" * 301, None, "hearing.too-long"),
        ("Bring pay stubs", date(2026, 11, 23), "hearing.order.due-before"),
    ],
)
def test_an_order_that_cannot_be_is_refused(desk, words, due_on, key) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)

    with pytest.raises(BadInput) as refused, desk.work() as session:
        hearings.order(session, hearing, words, due_on=due_on)

    assert refused.value.key == key


def test_an_order_is_marked_done_and_open_again(desk) -> None:
    ada = make_participant(desk)
    number = make_order(desk, ada, make_hearing(desk, ada, TUESDAY), "Bring pay stubs")

    done(desk, hearings.mark_order, number, OrderStatus.DONE, LATER)
    with desk.read() as session:
        kept = session.get_one(CourtOrder, number)
    done(desk, hearings.mark_order, number, OrderStatus.OPEN, LATER)

    assert (kept.status, kept.status_on) == (OrderStatus.DONE, LATER)
    with desk.read() as session:
        again = session.get_one(CourtOrder, number)
    assert (again.status, again.status_on) == (OrderStatus.OPEN, None)


def test_an_order_may_have_no_day(desk) -> None:
    hearing = make_hearing(desk, make_participant(desk), TUESDAY)

    assert done(desk, hearings.order, hearing, "Keep both groups") == "Nizhoni Begaye, order kept"


def test_the_next_hearing_is_the_first_one_after(desk) -> None:
    ada = make_participant(desk)
    for day in (TUESDAY, LATER, date(2026, 12, 22)):
        make_hearing(desk, ada, day)

    with desk.read() as session:
        connection = session.connection()
        assert hearings.first_after(connection, ada.episode, TUESDAY) == LATER
        assert hearings.first_after(connection, ada.episode, date(2027, 1, 1)) is None
