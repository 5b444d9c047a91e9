"""Tests the list of participants: found as somebody types, narrowed, opened with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from app import people
from app.events import Changed
from app.people import Identity, Passage
from models.choices import Status
from models.errors import NoSpace
from ui import tasks
from ui.screens import participants
from ui.screens.participants import ParticipantsScreen


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

    assert screen.empty.words.startswith("No participants are on file yet.")
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.empty.findChild(QPushButton).click()
    assert wanted.args == ["import", None]


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


def test_the_filter_is_reached_by_its_keys_and_finds_while_somebody_types(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.table.setFocus()

    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(screen.filter, "quintana")
    tasks.settle()

    assert names(screen) == ["Quintana, Mari"]
    assert screen.filter.hasFocus()


def test_enter_in_the_filter_opens_the_first_once_it_was_found(qtbot, screen):
    qtbot.keyClicks(screen.filter, "quintana")
    with qtbot.waitSignal(screen.wants) as wanted:
        qtbot.keyClick(screen.filter, Qt.Key.Key_Return)
        tasks.settle()
    assert wanted.args == ["person", screen.model.row(0).person_id]

    with qtbot.waitSignal(screen.wants):
        qtbot.keyClick(screen.filter, Qt.Key.Key_Return)


def test_down_leads_from_the_filter_into_the_list(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.filter.setFocus()

    qtbot.keyClick(screen.filter, Qt.Key.Key_Down)

    assert screen.table.hasFocus()


def test_the_list_is_narrowed_to_a_phase_and_widened_again(screen):
    screen.phase.choose(1)
    tasks.settle()
    assert {screen.model.row(n).phase for n in range(screen.model.rowCount())} == {1}

    screen.search("xyzzyx")
    tasks.settle()
    assert screen.empty.words.startswith("Nobody with the chosen status and phase")

    screen.empty.findChild(QPushButton).click()
    tasks.settle()
    assert screen.phase.chosen is None


def test_a_referral_and_an_import_begin_here(qtbot, screen):
    for name, place in (
        ("new-referral", ["form", ("referral", None)]),
        ("import", ["import", None]),
    ):
        with qtbot.waitSignal(screen.wants) as wanted:
            screen.findChild(QPushButton, name).click()
        assert wanted.args == place


def test_chips_without_room_stand_behind_more(screen):
    wide = len(screen.chips.chips)

    screen.resize(640, 500)

    assert len(screen.chips.chips) < wide
    assert screen.chips.chips[-1].menu() is not None
    needed = screen.chips.sizeHint().width() + screen.phase.sizeHint().width()
    assert needed + screen.filter.width() < 640


def test_tab_leads_from_the_filter_over_the_chips_into_the_list(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.filter.setFocus()

    met = []
    for _ in range(len(screen.chips.chips) + 2):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        met.append(screen.focusWidget())

    assert met == [*screen.chips.chips, screen.phase, screen.table]
