"""A day in court for tests: three people on the docket of a Monday, and the screen of it."""

from datetime import date

import pytest

from reports.lane import Lane
from tests.makers import make_hearing, make_order, make_participant, make_session
from tests.ui.screens.court_day.steps import MONDAY, open_screen


@pytest.fixture(scope="module")
def lane():
    drawing = Lane()
    yield drawing
    drawing.close()


@pytest.fixture
def people(desk, moment):
    """Three people on the docket of today, the first with an order of the last hearing."""
    sitting = make_session(desk, MONDAY)
    found = []
    for number, last in enumerate(("Begaye", "Etcitty", "Nakai"), 1):
        who = make_participant(desk, last)
        if number == 1:
            make_order(desk, who, make_hearing(desk, who, date(2026, 11, 10)), "Bring pay stubs")
        found.append((who, make_hearing(desk, who, MONDAY, session=sitting, number=number)))
    return found


@pytest.fixture
def screen(qtbot, desk, lane, people):
    return open_screen(qtbot, desk, lane)
