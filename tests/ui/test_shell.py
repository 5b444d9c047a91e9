"""Tests the window around the screens: rail, search, back, lock, status line."""

from threading import current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from app import manual
from app.acting import Done
from app.events import Changed
from reports.lane import Lane
from ui import tasks
from ui.navigation import PLACES, Stand
from ui.screens.participants import ParticipantsScreen
from ui.screens.person.screen import PersonScreen
from ui.shell import Shell
from ui.tools import Tools

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shell(qtbot, court):
    lane = Lane()
    made = Shell(Tools(court, lane), "Juniper County Treatment Court")
    qtbot.addWidget(made)
    made.resize(1366, 696)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    tasks.settle()
    made.participants.chips.choose(frozenset())
    tasks.settle()
    yield made
    tasks.settle()
    lane.close()


def find(qtbot, shell, words: str) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(shell.search, words)


def test_a_person_is_found_and_opened_with_the_keyboard_alone(qtbot, shell):
    find(qtbot, shell, "quintana")
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    tasks.settle()

    assert isinstance(shell.page, PersonScreen)
    assert shell.quick.isHidden()
    assert shell.search.text() == ""

    qtbot.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert isinstance(shell.page, ParticipantsScreen)


def test_a_report_is_opened_for_the_first_who_was_found(qtbot, shell):
    find(qtbot, shell, "quintana")
    tasks.settle()

    qtbot.keyClick(shell.search, Qt.Key.Key_Down)
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    tasks.settle()

    assert shell.navigator.stand.key == "report"


def test_escape_gives_the_focus_back(qtbot, shell):
    shell.participants.table.setFocus()
    find(qtbot, shell, "quin")
    tasks.settle()
    assert shell.search.hasFocus()

    qtbot.keyClick(shell.search, Qt.Key.Key_Escape)

    assert shell.participants.table.hasFocus()


def test_every_command_that_is_offered_can_be_run(qtbot, shell, dressed):
    shell.participants.open_first()
    tasks.settle()
    shell.tell_saved("Gus Hennepin, drug test", lambda: None)

    offered = {each.words: each for each in shell._commands()}

    assert {"Participants", "Undo", "Back", "Hide", "Lock", "Manual"} <= set(offered)
    offered["Keyboard shortcuts"].call()
    assert shell.navigator.stand == Stand("manual", "keyboard")
    offered["Participants"].call()
    assert isinstance(shell.page, ParticipantsScreen)


def test_the_status_line_says_the_keys_of_the_list_while_it_is_open(qtbot, shell):
    before = shell.status.hint.text()
    assert before.startswith("Enter opens ")

    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    assert shell.status.hint.text() == "Arrow keys choose, Enter opens, Esc closes"

    qtbot.keyClick(shell.search, Qt.Key.Key_Escape)
    assert shell.status.hint.text() == before


def test_enter_presses_the_button_that_has_the_focus_as_space_does(qtbot, shell):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        shell.navigator.go("participants")
        button = shell.rail.findChild(QPushButton, "today")
        button.setFocus()

        qtbot.keyClick(button, key)

        assert shell.navigator.stand.key == "today"
    qtbot.keyClick(shell.search, Qt.Key.Key_F2)  # any other key is nothing to the window


def test_back_can_be_pressed_only_where_there_is_a_way_back(shell):
    assert not shell.back.isEnabled()

    shell.participants.open_first()
    tasks.settle()

    assert shell.back.isEnabled()


def test_control_l_locks(qtbot, shell):
    with qtbot.waitSignal(shell.lock_wanted):
        qtbot.keyClick(shell, Qt.Key.Key_L, CTRL)


def test_the_status_line_says_court_and_holder(shell):
    told = [label.text() for label in shell.findChildren(QLabel)]

    assert "Juniper County Treatment Court" in told
    assert "Ruth Amsel" in told


def test_what_was_saved_is_told_with_its_time_and_taken_back_once(qtbot, shell, moment):
    undone = []

    def take_back():
        undone.append(current_thread() is main_thread())
        return Done("Taken back: Gus Hennepin, drug test, negative", (), 1)

    shell.tell_saved("Gus Hennepin, drug test, negative", take_back)

    assert shell.status.saved.text() == "Saved 4:10 PM: Gus Hennepin, drug test, negative"
    assert shell.note.banner.words == "Saved: Gus Hennepin, drug test, negative"
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)

    tasks.settle()

    assert undone == [False]
    assert "Taken back: Gus Hennepin" in shell.note.banner.words
    assert not shell.note.can_undo


def test_a_page_says_what_it_saved_through_the_window(shell):
    shell.page.saved.emit("Mari Quintana, note", None)

    assert shell.status.saved.text().endswith("Mari Quintana, note")
    assert not shell.note.can_undo


def test_everything_is_hidden_by_its_keys_and_brought_back_by_escape(qtbot, shell):
    shell.participants.table.setFocus()

    qtbot.keyClick(shell, Qt.Key.Key_H, CTRL | SHIFT)
    assert shell.cover.isVisible()
    assert not shell.stack.isVisible()

    qtbot.keyClick(shell.cover, Qt.Key.Key_Escape)
    assert shell.stack.isVisible()
    assert shell.participants.table.hasFocus()


def test_a_page_that_went_meanwhile_is_not_missed(qtbot, shell):
    field = QDialog(shell)
    shell.hide_all()
    shell._focus = field
    shiboken6.delete(field)

    qtbot.keyClick(shell.cover, Qt.Key.Key_Escape)

    assert shell.stack.isVisible()


def test_what_is_hidden_can_be_locked(qtbot, shell):
    shell.hide_all()

    with qtbot.waitSignal(shell.lock_wanted):
        qtbot.keyClick(shell.cover, Qt.Key.Key_L, CTRL)


def test_a_box_before_the_window_is_closed_when_everything_is_hidden(qtbot, shell, qapp):
    box = QDialog(shell)
    qtbot.addWidget(box)
    box.open()
    qtbot.waitUntil(box.isActiveWindow)

    qtbot.keyClick(box, Qt.Key.Key_H, CTRL | SHIFT)

    assert not box.isVisible()
    assert shell.cover.isVisible()


def test_idle_minutes_lock_as_the_button_does(qtbot, shell):
    shell.lock_after(2)
    assert shell.idle.minutes == 2
    assert shell.status.lock.text() == "Locks after 2 minutes"

    with qtbot.waitSignal(shell.lock_wanted):
        shell.idle.idle.emit()


def test_the_manual_opens_at_the_page_about_where_somebody_is(qtbot, shell):
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert shell.navigator.stand == Stand("manual", "people")

    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert shell.navigator.stand == Stand("manual", "people")

    qtbot.keyClick(shell, Qt.Key.Key_Slash, CTRL)
    assert shell.navigator.stand == Stand("manual", "keyboard")


def test_every_place_has_its_page_of_the_manual():
    explained = {place for page in manual.PAGES for place in page.places}

    assert {place.key for place in PLACES} - {"manual"} <= explained


def test_the_window_keeps_the_list_of_quick_search_inside(qtbot, shell):
    find(qtbot, shell, "a")
    tasks.settle()

    shell.resize(700, 440)

    assert shell.quick.geometry().right() < shell.width()
    assert shell.quick.geometry().bottom() < shell.height()


def test_a_narrow_window_folds_the_rail(shell, dressed):
    shell.resize(900, 600)

    assert shell.rail.width() == dressed.size("rail_folded")


def test_what_was_noticed_while_opening_is_told_once(shell):
    shell.tell_findings(())
    assert shell.page.banner.isHidden()

    shell.tell_findings(("seal", "wal"))

    assert "not as it was" in shell.page.banner.words


def test_changes_reach_the_list(shell):
    shell.heed(Changed(frozenset({"person"})))

    assert shell.participants.is_reading


def test_the_drawing_process_is_warmed_behind_the_list(shell):
    shell.warm()
    tasks.settle()

    assert shell._tools.lane._process.poll() is None
