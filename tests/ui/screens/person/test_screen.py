"""Tests a person's page: the head that stays, tabs by key, and one way on to the report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app import history
from app.events import Changed
from app.listing import Wanted, page
from models.person import Person
from ui import tasks
from ui.screens.person.history import HistoryTab
from ui.screens.person.overview import OverviewTab
from ui.screens.person.screen import PersonScreen
from ui.screens.person.tabs import TABS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mari(court_desk) -> int:
    with court_desk.read() as session:
        [row] = page(session, Wanted("quintana"))
    return row.person_id


@pytest.fixture
def screen(qtbot, court_desk, mari):
    made = PersonScreen(court_desk, mari)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(qtbot, made)
    return made


def settle(qtbot, screen):
    shown = []
    screen.shown.connect(lambda: shown.append(True))
    tasks.settle()
    qtbot.waitUntil(lambda: bool(shown) or screen.tab._standing is not None)
    tasks.settle()


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_page_shows_who_it_is_and_opens_on_everything(screen):
    assert "Mari Quintana" in texts(screen)
    assert isinstance(screen.tab, OverviewTab)


def test_tabs_are_turned_by_their_keys_and_tell_where_somebody_stands(qtbot, screen, mari):
    last = len(TABS)

    with qtbot.waitSignal(screen.stands) as stands:
        qtbot.keyClick(screen, Qt.Key.Key_0 + last, CTRL)
    tasks.settle()

    assert isinstance(screen.tab, HistoryTab)
    assert stands.args == [(mari, "history")]
    qtbot.keyClick(screen, Qt.Key.Key_1, CTRL)
    assert isinstance(screen.tab, OverviewTab)


def test_a_page_opens_on_the_tab_that_is_asked_for(qtbot, court_desk, mari):
    made = PersonScreen(court_desk, mari, "history")
    qtbot.addWidget(made)
    tasks.settle()

    assert isinstance(made.tab, HistoryTab)


def test_the_one_way_on_is_the_progress_report(qtbot, screen, mari):
    with qtbot.waitSignal(screen.wants) as wanted:
        qtbot.keyClick(screen, Qt.Key.Key_P, CTRL)

    assert wanted.args == ["report", mari]


def test_the_head_is_read_anew_when_the_name_changes(qtbot, screen, court_desk, mari):
    with court_desk.work() as session:
        session.get_one(Person, mari).preferred_name = "Marisol"

    screen.heed(Changed(frozenset({"person"})))
    tasks.settle()

    assert "Marisol Quintana" in texts(screen)
    screen.heed(Changed(frozenset({"provider"})))


def test_a_person_who_is_gone_is_told_in_the_banner(qtbot, court_desk):
    screen = PersonScreen(court_desk, 999_999)
    qtbot.addWidget(screen)
    tasks.settle()

    assert screen.banner.words.startswith("This person is no longer in the record.")
    screen.bar.setCurrentIndex(1)
    tasks.settle()
    assert screen.stack.count() == 0


def test_opening_the_page_stands_in_the_trail(screen, court_desk, mari):
    tasks.settle()

    with court_desk.read() as session:
        newest = history.of_person(session, mari)[0]

    assert newest.sentence == "Page opened"
