from datetime import date, time

from app import today
from models.choices import Outcome, Reading, Status
from tests.makers import Found, make_hearing, make_participant, make_session, make_test

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


def facts(desk):
    with desk.read() as session:
        return today.facts(session, MONDAY)


def test_an_empty_record_has_an_empty_day(desk) -> None:
    told = facts(desk)

    assert (told.active, told.court, told.attention, told.tests) == (0, None, (), ())


def test_the_next_court_date_counts_its_docket(desk) -> None:
    ada = make_participant(desk)
    make_participant(desk, "Etcitty", status=Status.GRADUATED)
    make_hearing(desk, ada, date(2026, 11, 10))
    afternoon = make_session(desk, TUESDAY, starts_at=time(13))
    morning = make_session(desk, TUESDAY, substitute=True)
    make_hearing(desk, ada, TUESDAY, session=morning)

    told = facts(desk)

    assert told.active == 1
    assert told.court == today.CourtDate(
        morning, TUESDAY, time(9), "Courtroom 2", "Hon. Vera Lucero", True, 1
    )
    assert told.court.session_id != afternoon


def test_todays_tests_come_in_the_order_of_the_day_with_their_reading(desk) -> None:
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty")
    make_test(desk, ada, date(2026, 11, 20), Found("cocaine"))
    make_test(desk, ada, MONDAY, outcome=Outcome.NO_SHOW, validity=None)
    make_test(desk, ben, MONDAY, Found("cocaine"), collected_at=time(8, 5))

    told = facts(desk).tests

    assert [(each.who, each.at) for each in told] == [
        ("Nizhoni Etcitty", time(8, 5)),
        ("Nizhoni Begaye", None),
    ]
    assert told[0].test.results[0].reading is Reading.PENDING
