from datetime import date, time

import pytest

from app.today import CourtDate
from ui.screens.today import court_card
from ui.screens.today.court_card import CourtCard

MONDAY = date(2026, 11, 23)
COURT = CourtDate(7, date(2026, 11, 24), time(9), "Courtroom 2", "Judge Helen Marchetti", False, 18)


@pytest.fixture
def card(qtbot):
    pressed = []
    made = CourtCard(lambda: pressed.append("day"), lambda: pressed.append("packet"))
    made.pressed = pressed
    qtbot.addWidget(made)
    return made


def test_the_card_says_when_and_where_court_is(card):
    card.tell(COURT, MONDAY)
    card.open_day.click()
    card.packet.click()

    assert card.day.text() == "Tomorrow, Tuesday, November 24, 2026, 9:00\N{NO-BREAK SPACE}AM"
    assert card.place.text() == "Judge Helen Marchetti, Courtroom 2, 18 people on the docket"
    assert card.pressed == ["day", "packet"]


def test_without_a_docket_there_is_no_packet_to_make(card):
    card.tell(CourtDate(7, date(2026, 12, 8), None, None, "Judge Ruiz", True, 0), MONDAY)

    assert card.day.text() == "Tuesday, December 8, 2026"
    assert card.place.text() == "Judge Ruiz (substitute), nobody on the docket yet"
    assert card.packet.isHidden()


def test_without_a_court_date_the_card_says_how_there_comes_to_be_one(card):
    card.tell(None, MONDAY)

    assert card.day.text() == "No court date is on file."
    assert "Court day" in card.place.text()
    assert card.packet.isHidden()


def test_the_day_of_court_is_called_today():
    assert court_card.day_words(COURT, COURT.held_on).startswith("Today, Tuesday")
