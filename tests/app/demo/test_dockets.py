from datetime import date, timedelta

from app.demo import dockets
from app.demo.dockets import Docket
from models.choices import Appearance, HearingType, OrderStatus
from models.hearing import CourtOrder, CourtSession, Hearing
from tests.app.demo.conftest import COURT_DAY, MARI, kept


def add(live, slot: int):
    life, docket = live(slot), Docket(COURT_DAY)
    dockets.add(life, docket)
    return life, docket


def test_the_court_sits_on_tuesdays_with_one_judge_and_one_substitute_once(court) -> None:
    sittings = court.rows("SELECT * FROM court_session")

    assert {date.fromisoformat(row.held_on).weekday() for row in sittings} == {1}
    assert len({row.judge for row in sittings if not row.substitute}) == 1
    assert sum(row.substitute for row in sittings) >= 1
    assert len({row.held_on for row in sittings if row.substitute}) == 1
    assert len({row.place for row in sittings}) == 2


def test_the_cast_is_on_the_dockets_of_the_pictures(court) -> None:
    rows = court.rows(
        "SELECT p.last_name, s.next_hearing_on FROM standing s JOIN person p ON p.id = s.person_id"
    )
    days = {row.last_name: row.next_hearing_on for row in rows}

    assert days["Quintana"] == days["Ockerman"] == "2026-11-24"
    assert days["Begaye"] == days["Ibarra"] == days["Strand"] == "2026-12-08"
    assert days["Finch"] == "2026-12-22"


def test_nobody_has_two_hearings_to_come_or_on_one_day(court) -> None:
    twice = court.rows(
        "SELECT episode_id FROM hearing h JOIN court_session s ON s.id = h.court_session_id"
        " GROUP BY episode_id, s.held_on HAVING count(*) > 1"
    )
    to_come = court.rows(
        "SELECT episode_id FROM hearing h JOIN court_session s ON s.id = h.court_session_id"
        " WHERE s.held_on > :as_of GROUP BY episode_id HAVING count(*) > 1"
    )

    assert twice == to_come == []


def test_how_it_went_and_what_was_ordered_is_known_of_past_hearings_only(live) -> None:
    life, docket = add(live, MARI)
    sittings = {id(row): row for row in kept(life, CourtSession)}

    to_come = [row for row in kept(life, Hearing) if row.appearance is None]

    assert len(to_come) == 1
    assert max(row.held_on for row in sittings.values()) == COURT_DAY
    assert docket.size == len(kept(life, Hearing)) > 5


def test_mari_did_what_the_pictures_tell(live) -> None:
    life, _docket = add(live, MARI)

    last = kept(life, CourtOrder)[-2:]

    assert [order.status for order in last] == [OrderStatus.DONE, OrderStatus.DONE]
    assert last[0].words == "Bring proof of the housing voucher application"


def test_whoever_leaves_by_order_leaves_at_a_hearing(court) -> None:
    types = court.rows(
        "SELECT s.status, h.type FROM standing s JOIN hearing h ON h.episode_id = s.episode_id"
        " JOIN court_session c ON c.id = h.court_session_id WHERE s.status IN"
        " ('graduated', 'discharged') AND c.held_on = (SELECT max(held_on) FROM court_session x"
        " JOIN hearing y ON y.court_session_id = x.id WHERE y.episode_id = h.episode_id)"
    )

    assert {(row.status, row.type) for row in types} == {
        ("graduated", HearingType.GRADUATION),
        ("discharged", HearingType.TERMINATION),
    }


def test_people_appear_in_every_way(court) -> None:
    ways = {row.appearance for row in court.rows("SELECT appearance FROM hearing")}

    assert ways == {None, *Appearance}


def test_orders_stand_in_every_way_and_a_day_goes_with_it(court) -> None:
    orders = court.rows("SELECT status, status_on FROM court_order")

    assert {row.status for row in orders} == set(OrderStatus)
    assert all((row.status_on is None) == (row.status == OrderStatus.OPEN) for row in orders)


def test_on_a_court_day_nothing_ordered_that_day_is_done_yet(live) -> None:
    life, docket = live(0, as_of=COURT_DAY), Docket(COURT_DAY + timedelta(days=14))

    dockets.add(life, docket)

    assert (COURT_DAY, False) in docket.sessions
    assert {order.status for order in kept(life, CourtOrder)[-2:]} == {OrderStatus.OPEN}


def test_dockets_are_numbered_through_with_graduations_first() -> None:
    docket = Docket(COURT_DAY)
    key = (COURT_DAY, False)
    review, graduation = Hearing(type=HearingType.REVIEW), Hearing(type=HearingType.GRADUATION)
    docket.called[key] = [review, graduation]
    docket.number()
    later = Hearing(type=HearingType.REVIEW)
    docket.called[key].append(later)
    docket.number()

    assert [graduation.number, review.number, later.number] == [1, 2, 3]
