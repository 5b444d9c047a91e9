from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from app import today
from app.answers import Subject
from app.events import Changed
from app.settings import Settings
from models.errors import Damaged
from models.note import Draft
from tests.makers import add
from ui import tasks
from ui.backups import Backups
from ui.machine import Machine
from ui.screens.today.screen import TodayScreen


def backups_of(record):
    return Backups(record, Machine(Settings(), remembers=False))


def open_screen(qtbot, record):
    backups = backups_of(record)
    made = TodayScreen(record.desk, backups)
    backups.refresh()
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    with qtbot.waitSignal(made.shown):
        tasks.settle()
    return made


@pytest.fixture
def screen(qtbot, court):
    return open_screen(qtbot, court)


def texts(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def test_the_day_is_shown_with_what_is_next(screen):
    assert screen.heading.text() == "Monday, November 23, 2026"
    assert screen.active.text().endswith("active participants")
    assert screen.court.day.text().startswith("Tomorrow, Tuesday, November 24")
    assert screen.to_do.table.rows.rowCount() > 0
    assert "No backup yet" in texts(screen)


def test_the_first_row_has_the_focus_once_it_is_there(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)

    assert screen.to_do.table.hasFocus()


def test_an_empty_record_says_what_will_stand_there(qtbot, opened, moment):
    screen = open_screen(qtbot, opened)

    told = texts(screen)

    assert any(words.startswith("Nothing waits.") for words in told)
    assert any(words.startswith("Nobody. Whoever misses") for words in told)
    assert "No court date is on file." in told


def test_the_arrows_choose_and_enter_opens(qtbot, screen):
    table = screen.to_do.table
    screen.focus_first()

    qtbot.keyClick(table, Qt.Key.Key_Down)
    chosen = table.current_row()
    with qtbot.waitSignal(screen.wants) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert table.currentIndex().row() == 1
    assert wanted.args == ["person", (chosen.person_id, chosen.kind.tab)]


def test_the_letter_of_a_row_does_its_one_thing(qtbot, screen):
    table = screen.to_do.table
    letter = table.current_row().kind.letter

    with qtbot.waitSignal(screen.wants):
        qtbot.keyClicks(table, letter.lower())


def test_another_letter_does_nothing(qtbot, screen):
    table = screen.to_do.table
    before = table.currentIndex().row()
    wanted = []
    screen.wants.connect(lambda *args: wanted.append(args))

    qtbot.keyClicks(table, "z")

    assert wanted == []
    assert table.currentIndex().row() == before


def test_the_chosen_row_is_told_in_the_status_line(qtbot, screen):
    with qtbot.waitSignal(screen.hints) as hinted:
        qtbot.keyClick(screen.to_do.table, Qt.Key.Key_Down)

    assert hinted.args[0].startswith("Enter or ")


def test_a_draft_is_opened_in_its_form(qtbot, opened, moment):
    saved_at = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    add(opened.desk, Draft(form="referral", subject="/", words="{}", saved_at=saved_at))
    screen = open_screen(qtbot, opened)

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.to_do.table.open_current()

    assert wanted.args == ["form", ("referral", Subject())]


def test_what_was_typed_in_court_is_gone_on_with_there(qtbot, opened, moment):
    saved_at = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    add(opened.desk, Draft(form="court-day", subject="/", words="{}", saved_at=saved_at))
    screen = open_screen(qtbot, opened)

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.to_do.table.open_current()

    assert wanted.args == ["court-day", None]


def test_the_buttons_lead_on(qtbot, screen, court_desk):
    with court_desk.read() as session:
        court = today.next_court_date(session, court_desk.today())
    wanted = []
    screen.wants.connect(lambda *args: wanted.append(args))

    screen.court.open_day.click()
    screen.court.packet.click()
    screen.attention.table.open_current()

    assert wanted[:2] == [("court-day", None), ("packet", court.session_id)]
    assert all(place == "person" for place, _about in wanted[2:])


def test_a_test_is_recorded_for_whoever_is_named(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    qtbot.keyClick(screen.to_do.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    focused = screen.test.line.hasFocus()
    qtbot.keyClicks(screen.test.line, "quintana")
    tasks.settle()
    with qtbot.waitSignal(screen.wants) as wanted:
        qtbot.keyClick(screen.test.line, Qt.Key.Key_Return)

    place, (form, subject) = wanted.args
    assert focused
    assert (place, form) == ("form", "drug-test")
    assert subject.person_id is not None


def test_a_test_of_today_opens_its_person(qtbot, screen):
    rows = screen.tests.table.rows.rowCount()
    wanted = []
    screen.wants.connect(lambda *args: wanted.append(args))

    screen.tests.table.open_current()

    assert [place for place, _about in wanted] == ["person"] * min(rows, 1)


def test_the_page_is_read_again_once_however_much_changes(qtbot, screen):
    shown = []
    screen.shown.connect(lambda: shown.append(True))

    with qtbot.waitSignal(screen.shown):
        for _ in range(5):
            screen.heed(Changed(frozenset({"hearing", "audit"})))
        tasks.settle()
    qtbot.waitUntil(lambda: not screen._reading)
    screen.heed(Changed(frozenset({"audit", "disclosure"})))

    assert not screen._reading
    assert 1 <= len(shown) <= 2


def test_what_is_read_anew_while_the_page_is_put_together_doubles_nothing(qtbot, court):
    with court.desk.read() as session:
        facts = today.facts(session, court.desk.today())
    backups = backups_of(court)
    screen = TodayScreen(court.desk, backups)
    backups.refresh()
    qtbot.addWidget(screen)

    screen._show(facts)
    with qtbot.waitSignal(screen.shown):
        tasks.settle()
    qtbot.waitUntil(lambda: not screen._unplaced)

    assert texts(screen).count("No backup yet") == 1
    assert screen.to_do.table.rows.rowCount() > 0


def test_a_failure_is_told_in_the_banner(screen):
    screen._reading = True

    screen._fail(Damaged("record.damaged", problem="page"))

    assert screen.banner.words
    assert not screen._reading


def test_the_chosen_row_of_a_long_list_stays_in_sight(qtbot, screen):
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.resize(1180, 320)
    screen.to_do.more.click()
    qtbot.waitUntil(screen.to_do.table.hasFocus)
    table = screen.to_do.table
    last = table.rows.rowCount() - 1

    for _ in range(last):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        QCoreApplication.processEvents()

    middle = QPoint(0, table.rowViewportPosition(last) + table.rowHeight(last) // 2)
    assert screen.rect().contains(table.viewport().mapTo(screen, middle))


def test_what_is_read_anew_does_not_take_the_page_away(qtbot, screen):
    screen.resize(1180, 320)
    QCoreApplication.processEvents()
    bar = screen.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(0)

    with qtbot.waitSignal(screen.shown):
        screen.refresh()
    QCoreApplication.processEvents()

    assert bar.maximum() > 0
    assert bar.value() == 0
