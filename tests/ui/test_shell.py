"""Tests the window around the screens: rail, search, back, lock, status line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.events import Changed
from reports.lane import Lane
from ui import tasks
from ui.navigation import Tools
from ui.screens.person import PersonScreen
from ui.shell import Shell

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shell(qtbot, court_desk):
    lane = Lane()
    made = Shell(Tools(court_desk, lane), "Juniper County Treatment Court")
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


def type_words(qtbot, shell, words: str) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(shell.search, words)


def test_a_person_is_found_and_opened_with_the_keyboard_alone(qtbot, shell):
    type_words(qtbot, shell, "quintana")
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    tasks.settle()

    assert isinstance(shell.page, PersonScreen)
    assert "Mari Quintana" in [label.text() for label in shell.page.findChildren(QLabel)]

    qtbot.keyClick(shell, Qt.Key.Key_Left, ALT)
    assert not isinstance(shell.page, PersonScreen)


def test_enter_waits_for_what_was_typed_last_and_opens_at_once_otherwise(qtbot, shell):
    type_words(qtbot, shell, "etcitty")
    tasks.settle()

    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    tasks.settle()

    assert isinstance(shell.page, PersonScreen)


def test_typing_keeps_the_focus_in_the_box_and_down_leaves_it(qtbot, shell):
    type_words(qtbot, shell, "quin")
    tasks.settle()
    assert shell.search.hasFocus()

    qtbot.keyClick(shell.search, Qt.Key.Key_Down)

    assert shell.participants.table.hasFocus()


def test_typing_on_a_persons_page_goes_back_to_the_list(qtbot, shell):
    shell.participants.open_first()
    tasks.settle()

    type_words(qtbot, shell, "a")
    tasks.settle()

    assert not isinstance(shell.page, PersonScreen)


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
