"""Tests quick search: what is typed is looked for, chosen with keys, and given up with Esc."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui import actions, failures, tasks
from ui.widgets.offers import Group, Offer
from ui.widgets.quick_search import QuickSearch
from ui.widgets.search_box import SearchBox


class Window(QWidget):
    """A window with a box, something to focus, and what was looked for and opened."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: list[str] = []
        self.opened: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.box = SearchBox("window.search", actions.FIND)
        self.other = QPushButton("Other")
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.other)
        column.addStretch(1)
        self.quick = QuickSearch(self.box, self._find, self._groups, self)
        self.resize(800, 500)

    def _find(self, words: str) -> list[str]:
        self.gate.wait(5)
        if words == "broken":
            raise ZeroDivisionError
        self.looked.append(words)
        return [] if words == "xyzzyx" else [f"{words} one", f"{words} two"]

    def _groups(self, words: str, found: list[str]) -> list[Group]:
        offers = [
            Offer(each, "users", lambda each=each: self.opened.append(each)) for each in found
        ]
        return [Group("People", offers)] if offers else []


@pytest.fixture
def window(qtbot):
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.other.setFocus()
    yield made
    made.gate.set()


def begin(qtbot, window, words: str) -> None:
    window.quick.begin()
    qtbot.keyClicks(window.box, words)
    tasks.settle()


def test_what_is_found_stands_below_the_box_and_the_box_keeps_the_focus(qtbot, window):
    begin(qtbot, window, "qui")

    quick = window.quick
    assert quick.isVisible()
    assert quick.list.current.words == "qui one"
    assert quick.y() >= window.box.geometry().bottom()
    assert window.box.hasFocus()
    assert not quick.isWindow()


def test_arrows_choose_and_enter_opens_with_the_focus_given_back(qtbot, window):
    begin(qtbot, window, "qui")

    qtbot.keyClick(window.box, Qt.Key.Key_Down)
    qtbot.keyClick(window.box, Qt.Key.Key_Return)

    assert window.opened == ["qui two"]
    assert window.quick.isHidden()
    assert window.box.text() == ""
    assert window.other.hasFocus()


def test_up_and_the_keys_of_whole_pages_choose_too(qtbot, window):
    begin(qtbot, window, "qui")

    qtbot.keyClick(window.box, Qt.Key.Key_PageDown)
    assert window.quick.list.current.words == "qui two"
    qtbot.keyClick(window.box, Qt.Key.Key_Up)
    assert window.quick.list.current.words == "qui one"


def test_enter_waits_for_what_was_typed_last(qtbot, window):
    window.gate.clear()
    window.quick.begin()
    qtbot.keyClicks(window.box, "qui")
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert window.opened == []

    window.gate.set()
    tasks.settle()

    assert window.opened == ["qui one"]


def test_what_is_typed_meanwhile_is_looked_for_once(qtbot, window):
    window.gate.clear()
    window.quick.begin()
    qtbot.keyClicks(window.box, "quin")
    assert window.quick.is_reading

    window.gate.set()
    tasks.settle()

    assert window.looked == ["q", "quin"]
    assert window.quick.list.current.words == "quin one"


def test_escape_closes_and_gives_the_focus_back(qtbot, window):
    begin(qtbot, window, "qui")

    qtbot.keyClick(window.box, Qt.Key.Key_Escape)

    assert window.quick.isHidden()
    assert window.box.text() == ""
    assert window.other.hasFocus()


def test_what_had_the_focus_may_be_gone(qtbot, window):
    begin(qtbot, window, "qui")
    shiboken6.delete(window.other)

    qtbot.keyClick(window.box, Qt.Key.Key_Escape)

    assert window.quick.isHidden()


def test_a_second_call_stays_in_the_box_and_remembers_the_first_focus(qtbot, window):
    begin(qtbot, window, "qui")
    window.quick.begin()

    qtbot.keyClick(window.box, Qt.Key.Key_Escape)

    assert window.other.hasFocus()


def test_nothing_found_says_so(qtbot, window):
    begin(qtbot, window, "xyzzyx")

    quick = window.quick
    assert "xyzzyx" in quick.nothing.text()
    assert quick.nothing.isVisible()
    assert quick.nothing.height() >= quick.nothing.heightForWidth(quick.nothing.width())
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert quick.isVisible()


def test_a_click_elsewhere_closes_it_and_one_inside_does_not(qtbot, window):
    begin(qtbot, window, "qui")
    quick = window.quick
    qtbot.mouseClick(quick, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert quick.isVisible()

    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 480))

    assert quick.isHidden()


def test_a_click_into_the_box_opens_it(qtbot, window):
    qtbot.mouseClick(window.box, Qt.MouseButton.LeftButton)

    assert window.box.hasFocus()
    assert window.quick.isVisible()


def test_tab_leaves_it(qtbot, window):
    begin(qtbot, window, "qui")

    qtbot.keyClick(window.box, Qt.Key.Key_Tab)

    assert window.quick.isHidden()
    assert window.box.text() == ""


def test_another_window_in_front_leaves_it_open(qtbot, window):
    begin(qtbot, window, "qui")

    away = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(window.box, away)

    assert window.quick.isVisible()


def test_what_arrives_after_somebody_left_is_not_shown(qtbot, window):
    window.gate.clear()
    window.quick.begin()
    qtbot.keyClicks(window.box, "q")
    qtbot.keyClick(window.box, Qt.Key.Key_Escape)

    window.gate.set()
    tasks.settle()

    assert window.quick.isHidden()


def test_with_the_focus_in_the_box_down_or_enter_opens_it_anew(qtbot, window):
    window.box.setFocus()
    window.box.setText("qui")
    qtbot.keyClick(window.box, Qt.Key.Key_Down)
    tasks.settle()
    assert window.quick.isVisible()

    window.quick.hide()
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    tasks.settle()
    assert window.quick.isVisible()


def test_a_failure_is_shown_and_leaves_the_box_usable(qtbot, window, monkeypatch):
    shown = []
    monkeypatch.setattr(failures.failures, "report", lambda text, _file: shown.append(text))
    window.quick.begin()
    window.box.setText("broken")
    window.box.textEdited.emit("broken")
    tasks.settle()
    assert len(shown) == 1

    begin(qtbot, window, "qui")

    assert window.quick.list.current is not None
