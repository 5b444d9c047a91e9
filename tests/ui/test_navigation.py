"""Tests the places of the window, the way between them, and the way back."""

import pytest
from PySide6.QtWidgets import QStackedWidget

from app.answers import Subject
from app.events import Changed
from app.listing import Wanted, page
from app.wording import say
from reports.lane import Lane
from ui import tasks
from ui.navigation import DEEPEST, PLACES, RAIL, Navigator
from ui.screens.participants import ParticipantsScreen
from ui.screens.person.screen import PersonScreen
from ui.tools import Tools


@pytest.fixture
def stack(qtbot):
    made = QStackedWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def navigator(stack, court):
    lane = Lane()
    made = Navigator(stack, Tools(court, lane))
    made.go("participants")
    tasks.settle()
    yield made
    tasks.settle()
    lane.close()


@pytest.fixture
def someone(court_desk) -> int:
    with court_desk.read() as session:
        return page(session, Wanted())[0].person_id


def test_the_rail_holds_nothing_that_does_not_exist():
    assert [place.key for place in RAIL] == [
        "today",
        "participants",
        "court-day",
        "backups",
        "settings",
    ]
    assert all(say(f"window.{place.key}") for place in RAIL)
    assert {place.under for place in PLACES} - {""} == {place.key for place in RAIL}


def test_one_goes_to_a_place_and_back(qtbot, navigator, someone):
    assert not navigator.can_go_back

    navigator.page.wants.emit("person", someone)
    tasks.settle()
    assert isinstance(navigator.page, PersonScreen)

    navigator.back()
    assert isinstance(navigator.page, ParticipantsScreen)
    navigator.back()
    assert isinstance(navigator.page, ParticipantsScreen)


def test_the_list_is_kept_and_a_person_is_made_anew(navigator, someone):
    first = navigator.page
    navigator.go("person", someone)
    person = navigator.page
    tasks.settle()
    navigator.back()
    assert navigator.page is first

    navigator.go("person", someone)
    tasks.settle()

    assert navigator.page is not person


def test_going_where_one_is_leads_nowhere(navigator):
    navigator.go("participants")

    assert not navigator.can_go_back


def test_the_report_is_reached_from_a_person(navigator, someone):
    navigator.go("report", someone)
    tasks.settle()

    assert type(navigator.page).__name__ == "ReportScreen"


def test_the_way_back_is_not_endless(navigator, someone):
    for number in range(DEEPEST + 5):
        navigator.go("person", someone + number)
    tasks.settle()

    assert len(navigator._behind) == DEEPEST


def test_the_list_hears_of_changes(navigator):
    navigator.heed(Changed(frozenset({"person"})))

    assert navigator.page.is_reading


def test_the_next_page_reads_what_the_last_one_has_kept(qtbot, navigator, court_desk, someone):
    navigator.go("form", ("note", Subject(someone)))
    tasks.settle()
    qtbot.waitUntil(lambda: "note.words" in navigator.page.view.rows)
    qtbot.waitUntil(navigator.page.save.isEnabled)
    qtbot.keyClicks(navigator.page.view.rows["note.words"].input.widget, "Half a sen")

    navigator.go("person", someone)
    navigator.go("form", ("note", Subject(someone)))
    tasks.settle()

    qtbot.waitUntil(navigator.page.save.isEnabled)
    assert navigator.page.view.rows["note.words"].text() == "Half a sen"
