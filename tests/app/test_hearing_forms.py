"""Tests a hearing entered by form: its session, orders, the next date, and corrections."""

from datetime import date, time

import pytest

from app import hearing_forms, hearings
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.choices import Appearance, HearingType, OrderStatus
from models.hearing import CourtSession
from tests.makers import make_hearing, make_participant, make_session

TODAY = date(2026, 11, 23)
REVIEW = {"court_session.held_on": "11/10/2026", "court_session.starts_at": "9:00 AM",
          "hearing.type": "review", "hearing.appearance": "appeared"}  # fmt: skip
ORDER = {"court_order.words": "Visit two places to rent.", "court_order.due_on": "11/24/2026"}


def record(desk, ids, single=REVIEW, orders=(ORDER,), row_id=None):
    told = Answers(single, {"order": list(orders)})
    with desk.work() as session:
        return hearing_forms.record(session, Subject(ids.person, row_id), told, TODAY)


def of(desk, ids):
    with desk.read() as session:
        return hearings.of_person(session, ids.person)


def opened(desk, ids, row_id):
    with desk.read() as session:
        return hearing_forms.opened(session, Subject(ids.person, row_id), TODAY).answers


def test_a_hearing_is_put_on_file_with_its_orders_and_the_next_date(desk):
    ada = make_participant(desk, "Begaye", "Ada")

    told = record(desk, ada, REVIEW | {"next_on": "12/8/2026"})

    coming, held = of(desk, ada)
    assert told == "Ada Begaye, hearing of 11/10/2026"
    assert (held.on, held.at, held.type) == (date(2026, 11, 10), time(9), HearingType.REVIEW)
    assert held.appearance is Appearance.APPEARED
    [order] = held.orders
    assert (order.words, order.status) == ("Visit two places to rent.", OrderStatus.OPEN)
    assert (coming.on, coming.orders) == (date(2026, 12, 8), ())


def test_a_session_on_file_is_used_and_none_is_made_beside_it(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")

    record(desk, ada)
    record(desk, ben)

    with desk.read() as session:
        assert session.query(CourtSession).count() == 1


def test_an_order_that_was_done_is_news_and_other_words_are_a_correction(desk):
    ada = make_participant(desk)
    record(desk, ada)
    hearing = of(desk, ada)[0].id
    shown = opened(desk, ada, hearing)
    [line] = shown.groups["order"]

    done = line | {"court_order.status": "done", "court_order.status_on": "11/20/2026"}
    record(desk, ada, shown.single, [done], hearing)
    with pytest.raises(Invalid) as refused:
        record(desk, ada, shown.single, [done | {"court_order.words": "Visit one."}], hearing)

    assert set(refused.value.mistakes) == {REASON}
    assert of(desk, ada)[0].orders[0].status is OrderStatus.DONE


def test_a_hearing_moves_to_another_day_and_others_stay(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    record(desk, ada)
    record(desk, ben)
    hearing = of(desk, ada)[0].id
    shown = opened(desk, ada, hearing).single

    record(desk, ada, shown | {"court_session.held_on": "11/11/2026", REASON: "paper"}, (), hearing)

    assert of(desk, ada)[0].on == date(2026, 11, 11)
    assert of(desk, ben)[0].on == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("single", "orders", "wrong"),
    [
        ({"court_session.held_on": ""}, (), {"court_session.held_on"}),
        ({"hearing.type": ""}, (), {"hearing.type"}),
        ({"next_on": "11/1/2026"}, (), {"next_on"}),
        ({"next_on": "2/30/2027"}, (), {"next_on"}),
        (
            {},
            [ORDER | {"court_order.due_on": "11/1/2026"}],
            {"order[0].court_order.due_on"},
        ),
        (
            {},
            [ORDER | {"court_order.status": "done", "court_order.status_on": "11/24/2026"}],
            {"order[0].court_order.status_on"},
        ),
        ({"court_session.held_on": "11/24/2026"}, (), {"hearing.appearance"}),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(desk, single, orders, wrong):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, REVIEW | single, orders)

    assert set(refused.value.mistakes) == wrong
    assert of(desk, ada) == []


def test_nobody_is_twice_on_one_docket(desk):
    ada = make_participant(desk)
    make_hearing(desk, ada, date(2026, 11, 10))

    with pytest.raises(Invalid) as refused:
        record(desk, ada, REVIEW | {"court_session.starts_at": ""})

    assert set(refused.value.mistakes) == {"court_session.held_on"}


def test_a_new_hearing_opens_as_a_review_of_today(desk):
    assert opened(desk, make_participant(desk), None).single == {
        "court_session.held_on": "11/23/2026",
        "hearing.type": "review",
    }


def test_a_hearing_never_moves_to_a_docket_that_its_person_is_on(desk):
    ada = make_participant(desk)
    make_hearing(desk, ada, date(2026, 11, 17))
    record(desk, ada)
    hearing = of(desk, ada)[1].id
    shown = opened(desk, ada, hearing)
    moved = shown.single | {"court_session.held_on": "11/17/2026", REASON: "wrong day"}

    with pytest.raises(Invalid) as refused:
        record(desk, ada, moved, shown.groups["order"], hearing)

    assert set(refused.value.mistakes) == {"court_session.held_on"}
    assert [row.on.day for row in of(desk, ada)] == [17, 10]


def test_a_hearing_that_moves_comes_last_on_the_docket_there(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    record(desk, ben, REVIEW | {"court_session.held_on": "11/17/2026"})
    record(desk, ada)
    hearing = of(desk, ada)[0].id
    shown = opened(desk, ada, hearing)
    moved = shown.single | {"court_session.held_on": "11/17/2026", REASON: "wrong day"}

    record(desk, ada, moved, shown.groups["order"], hearing)

    with desk.read() as session:
        rows = hearings.docket(session.connection(), date(2026, 11, 17))
        assert [(row.person_id, row.number) for row in rows] == [(ben.person, 1), (ada.person, 2)]


def test_a_time_that_is_taken_away_moves_nobody_to_another_session_of_the_day(desk):
    ada = make_participant(desk)
    for hour in (9, 13):
        make_session(desk, date(2026, 11, 10), starts_at=time(hour))
    record(desk, ada, REVIEW | {"court_session.starts_at": "1 pm"})
    [held] = of(desk, ada)
    shown = opened(desk, ada, held.id)

    record(
        desk, ada, shown.single | {"court_session.starts_at": ""}, shown.groups["order"], held.id
    )

    assert of(desk, ada)[0].at == time(13)


def test_an_order_line_that_is_taken_away_asks_why_and_one_without_a_state_is_open(desk):
    ada = make_participant(desk)
    record(desk, ada, orders=[ORDER, ORDER | {"court_order.words": "Pay 20 dollars."}])
    hearing = of(desk, ada)[0].id
    shown = opened(desk, ada, hearing)
    [first, _second] = shown.groups["order"]

    with pytest.raises(Invalid) as refused:
        record(desk, ada, shown.single, [first], hearing)
    record(desk, ada, shown.single | {REASON: "said twice"},
           [first | {"court_order.status": ""}], hearing)  # fmt: skip

    assert set(refused.value.mistakes) == {REASON}
    assert [order.status for order in of(desk, ada)[0].orders] == [OrderStatus.OPEN]


def test_a_next_date_on_the_day_itself_is_refused(desk):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, REVIEW | {"next_on": "11/10/2026"})

    assert set(refused.value.mistakes) == {"next_on"}
    assert of(desk, ada) == []


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ({"court_session.held_on": "11/15/2026"}, "Sunday"),
        ({"next_on": "12/25/2026"}, "Christmas"),
    ],
)
def test_a_day_on_which_courts_do_not_sit_is_asked_about_once(desk, day, why):
    ada = make_participant(desk)

    with pytest.raises(Invalid) as refused:
        record(desk, ada, REVIEW | day, ())
    record(desk, ada, REVIEW | day | {REASON: "a special docket"}, ())
    held = of(desk, ada)[-1]
    shown = opened(desk, ada, held.id)
    record(desk, ada, shown.single, (), held.id)

    assert why in refused.value.mistakes[REASON]


def test_an_order_is_done_from_a_day_on_and_an_open_one_is_not(desk):
    ada = make_participant(desk)
    record(desk, ada, orders=[ORDER | {"court_order.status": "done"}])
    [held] = of(desk, ada)
    shown = opened(desk, ada, held.id)
    [line] = shown.groups["order"]

    reopened = line | {"court_order.status": "open"}
    record(desk, ada, shown.single, [reopened], held.id)

    assert held.orders[0].status_on == TODAY
    assert of(desk, ada)[0].orders[0].status_on is None
