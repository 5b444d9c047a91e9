"""Tests a person's page: what is on file, honest gaps, and one way on to the report."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app import people
from app.listing import Wanted, page
from app.participants import ContactFacts
from app.people import Identity, Passage
from models.choices import ContactKind
from tests.ui.widgets.test_person_header import FACTS
from ui import tasks
from ui.screens import person
from ui.screens.person import NEWEST, PersonScreen


@pytest.fixture
def mari(court_desk) -> int:
    with court_desk.read() as session:
        [row] = page(session, Wanted("quintana"))
    return row.person_id


@pytest.fixture
def screen(qtbot, court_desk, mari):
    return open_screen(qtbot, court_desk, mari)


def open_screen(qtbot, desk, person_id):
    made = PersonScreen(desk, person_id)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    with qtbot.waitSignal(made.shown):
        tasks.settle()
    return made


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_page_shows_who_it_is_and_what_is_on_file(screen):
    told = texts(screen)

    assert "Mari Quintana" in told
    assert set(screen.tables) == {"tests", "sessions", "court", "objectives"}
    assert screen.tables["tests"].rows.rowCount() == NEWEST


def test_all_rows_are_shown_when_they_are_asked_for(screen):
    table = screen.tables["tests"]
    card = table.parentWidget()

    more = card.findChild(QPushButton, "more")
    count = int(more.text().removeprefix("Show all "))
    more.click()

    assert table.rows.rowCount() == count > NEWEST
    assert more.isHidden()


def test_the_one_way_on_is_the_progress_report(qtbot, screen):
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.report.click()

    assert wanted.args[0] == "report"
    screen.focus_first()


def test_the_columns_stand_below_one_another_in_a_narrow_window(screen):
    screen.resize(800, 600)
    narrow = screen._sides.direction()
    screen.resize(1180, 600)

    assert narrow == screen._sides.Direction.TopToBottom
    assert screen._sides.direction() == screen._sides.Direction.LeftToRight


def test_a_person_of_whom_little_is_known_has_honest_gaps(qtbot, desk):
    with desk.work() as session:
        [(made, _episode)] = people.enroll(
            session, [(Identity("Begaye", "Nizhoni"), Passage("2025-CR-0288"))]
        )
    screen = open_screen(qtbot, desk, made.id)

    told = texts(screen)

    for sentence in (
        "No drug test is on file.",
        "No hearing is on file.",
        "No phone number, address or e-mail is on file.",
        "No treatment plan with objectives is on file.",
    ):
        assert sentence in told
    assert screen.tables == {}


def test_a_person_who_is_gone_is_told_in_the_banner(qtbot, court_desk):
    screen = PersonScreen(court_desk, 999_999)
    qtbot.addWidget(screen)
    tasks.settle()

    assert screen.banner.words.startswith("This person is no longer in the record.")


def test_the_contact_says_whether_a_message_may_be_left(qtbot):
    phone = ContactFacts(ContactKind.PHONE, "555-0148", False, True, "mornings")
    other = replace(phone, value="555-0149", may_leave_message=True, confidential=False)
    post = ContactFacts(ContactKind.ADDRESS, "12 Juniper Avenue", True, False, None)
    facts = replace(FACTS, contacts=(phone, other, post), interpreter="Navajo")
    card = person.contact_card(facts)
    qtbot.addWidget(card)

    told = texts(card)

    assert "Do not leave a message" in told
    assert told.count("May leave a message") == 1
    assert told.count("Confidential") == 1
    assert "Safe times: mornings" in told
    assert "Interpreter: Navajo" in told


def test_the_page_scrolls_and_never_its_tables(screen):
    for table in screen.tables.values():
        assert table.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
