"""Tests the list of participants: found as somebody types, narrowed, opened with Enter."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from app import people
from app.events import Changed
from app.listing import ParticipantRow
from app.people import Identity, Passage
from models.choices import Status
from models.errors import NoSpace
from ui import tasks
from ui.screens import participants
from ui.screens.participants import ParticipantsScreen

TODAY = date(2026, 11, 23)
ROW = ParticipantRow(
    person_id=1,
    last_name="Begaye",
    first_name="Nizhoni",
    preferred_name=None,
    case_number="2025-CR-0288",
    status=Status.ACTIVE,
    phase=4,
    phase_since=date(2026, 9, 27),
    phase_minimum_days=90,
    last_test_on=date(2026, 11, 19),
    last_test="as-expected",
    next_hearing_on=date(2026, 12, 8),
)


def cells(**changed) -> list[str]:
    row = replace(ROW, **changed)
    texts = [column.cell(row).text for column in participants.columns(TODAY)]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


@pytest.fixture
def screen(qtbot, court_desk):
    made = ParticipantsScreen(court_desk)
    qtbot.addWidget(made)
    made.resize(1180, 600)
    made.show()
    tasks.settle()
    return made


def names(screen) -> list[str]:
    return [screen.model.index(n, 0).data() for n in range(screen.model.rowCount())]


def test_the_list_begins_with_those_who_are_active(screen):
    assert names(screen)
    assert {screen.model.row(n).status for n in range(screen.model.rowCount())} == {Status.ACTIVE}
    assert screen.total.text() == f"{screen.model.rowCount()} participants"


def test_typing_narrows_the_list_without_accents_mattering(screen):
    screen.chips.choose(frozenset())
    tasks.settle()
    everybody = len(names(screen))

    screen.search("Quíntaña")
    tasks.settle()

    assert "Quintana, Mari" in names(screen)
    assert len(names(screen)) < everybody


def test_what_is_typed_meanwhile_is_read_once_at_the_end(screen):
    for words in ("q", "qu", "qui", "quin"):
        screen.search(words)
    assert screen.is_reading
    tasks.settle()

    assert not screen.is_reading
    assert "Quintana, Mari" in names(screen)


def test_the_same_words_are_not_read_twice(screen):
    screen.search("")

    assert not screen.is_reading


def test_enter_opens_the_row_that_is_chosen(qtbot, screen):
    screen.focus_first()
    with qtbot.waitSignal(screen.wants) as wanted:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert wanted.args == ["person", screen.model.row(0).person_id]

    with qtbot.waitSignal(screen.wants):
        screen.open_first()


def test_the_status_line_says_what_enter_does(qtbot, screen):
    hints = []
    screen.hints.connect(hints.append)

    qtbot.keyClick(screen.table, Qt.Key.Key_Down)

    assert hints[-1].startswith("Enter opens ")


def test_nobody_found_says_so_and_offers_everybody(qtbot, screen):
    screen.search("xyzzyx")
    tasks.settle()
    assert screen.empty.isVisible()
    assert screen.empty.words == "Nobody with the chosen status fits what you look for."

    screen.empty.findChild(QPushButton).click()
    tasks.settle()

    assert screen.chips.chosen == frozenset()
    assert "xyzzyx" in screen.empty.words


def test_an_empty_record_says_how_people_come_in(qtbot, desk):
    screen = ParticipantsScreen(desk)
    qtbot.addWidget(screen)
    screen.chips.choose(frozenset())
    tasks.settle()

    assert "milepost import" in screen.empty.words


def test_chips_have_counts(screen):
    told = [chip.text() for chip in screen.chips.chips]

    assert told[0] == f"Active {screen.model.rowCount()}"


def test_a_change_of_people_is_shown(screen, court_desk):
    before = screen.model.rowCount()
    with court_desk.work() as session:
        passage = Passage("2026-CR-9000", status=Status.ACTIVE)
        people.enroll(session, [(Identity("Aaronson", "Joy"), passage)])

    screen.heed(Changed(frozenset({"person"})))
    tasks.settle()

    assert screen.model.rowCount() == before + 1


def test_a_change_of_something_else_reads_nothing(screen):
    screen.heed(Changed(frozenset({"disclosure"})))

    assert not screen.is_reading


def test_more_than_a_page_is_read_as_it_is_scrolled_to(qtbot, desk):
    with desk.work() as session:
        arrivals = [
            (Identity(f"Person{n:03}", "A"), Passage(f"C-{n}", status=Status.ACTIVE))
            for n in range(250)
        ]
        people.enroll(session, arrivals)
    screen = ParticipantsScreen(desk)
    qtbot.addWidget(screen)
    tester = QAbstractItemModelTester(
        screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tasks.settle()

    screen.model.fetchMore(screen.table.rootIndex())
    tasks.settle()

    assert screen.model.rowCount() == 250
    assert screen.total.text() == "250 participants"
    assert tester.model() is screen.model


def test_rows_that_come_too_late_for_another_search_are_left_out(qtbot, screen):
    screen._more(0)
    screen.search("begaye")
    tasks.settle()

    assert len(names(screen)) < 10


def test_a_drive_that_is_gone_is_told_in_the_banner(screen, monkeypatch):
    def gone(_desk, _wanted):
        raise NoSpace("space.gone")

    monkeypatch.setattr(participants, "read", gone)
    screen.search("b")
    tasks.settle()

    assert screen.banner.words.startswith("The drive did not answer.")
    assert not screen.is_reading


def test_a_row_says_what_is_known():
    assert cells() == [
        "Begaye, Nizhoni",
        "2025-CR-0288",
        "4 day 58 of 90",
        "Active",
        "As expected Nov 19",
        "Tue Dec 8",
    ]


@pytest.mark.parametrize(
    ("changed", "column", "told"),
    [
        ({"preferred_name": "Nizh"}, 0, "Begaye, Nizh"),
        ({"case_number": None}, 1, ""),
        ({"phase": None}, 2, ""),
        ({"phase_since": None}, 2, "4 start not on file"),
        ({"phase_minimum_days": None}, 2, "4 day 58"),
        ({"status": None}, 3, "Not on file"),
        ({"last_test": None}, 4, "none on file"),
        ({"next_hearing_on": None}, 5, "none on file"),
    ],
)
def test_gaps_in_a_row_are_honest(changed, column, told):
    assert cells(**changed)[column] == told


def test_no_risk_and_no_flag_stands_in_the_list():
    headings = [column.heading for column in participants.columns(TODAY)]

    assert headings == [
        "Name",
        "Case number",
        "Phase and day",
        "Status",
        "Last test",
        "Next hearing",
    ]
