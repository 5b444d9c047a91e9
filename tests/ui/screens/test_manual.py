"""Tests the manual in the window: its pages, its links, and that it reads nothing from outside."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton

from app import manual
from ui.screens.manual import ManualScreen


@pytest.fixture
def show(qtbot):
    def made(key: str) -> ManualScreen:
        screen = ManualScreen(key)
        qtbot.addWidget(screen)
        return screen

    return made


def test_the_page_asked_for_is_shown_and_marked(show):
    screen = show("report")

    assert screen.text.toPlainText().startswith("The progress report")
    assert screen.findChild(QPushButton, "report").isChecked()
    assert not screen.findChild(QPushButton, "people").isChecked()
    assert screen.choice.currentText() == screen.text.accessibleName() == "The progress report"


def test_a_page_that_is_not_there_gives_way_to_the_first(show):
    assert show("nowhere").key == manual.PAGES[0].key


def test_another_page_is_a_way_further(qtbot, show):
    screen = show("start")

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.findChild(QPushButton, "people").click()
    assert wanted.args == ["manual", "people"]

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.choice.activated.emit(screen.choice.findData("person"))
    assert wanted.args == ["manual", "person"]

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.text.anchorClicked.emit(QUrl("keyboard.md"))
    assert wanted.args == ["manual", "keyboard"]


def test_the_page_that_is_shown_leads_nowhere(qtbot, show):
    screen = show("start")

    with qtbot.assertNotEmitted(screen.wants):
        screen.findChild(QPushButton, "start").click()


def test_the_page_about_keys_lists_them(show):
    text = show("keyboard").text.toPlainText()

    assert "Ctrl+Shift+H" in text
    assert "Keyboard shortcuts" in text


def test_nothing_is_read_from_a_file_or_a_network(show):
    assert show("start").text.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_low_window_has_a_box_to_choose_the_page_from(show):
    screen = show("start")
    screen.resize(900, 840)
    screen.show()
    assert screen.contents.isVisible()
    assert not screen.choice.isVisible()

    screen.resize(900, 300)

    assert not screen.contents.isVisible()
    assert screen.choice.isVisible()


def test_the_focus_is_in_the_text(qtbot, show):
    screen = show("start")
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)

    screen.focus_first()

    assert screen.text.hasFocus()
