"""Tests the actions: rows of words, keys and icons, and the buttons made of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import paths
from ui import actions
from ui.actions import Action

CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_action_has_its_words_and_its_icon():
    drawings = {file.stem for file in paths.resource("icons").glob("*.svg")}

    for action in actions.ALL:
        assert action.text
        assert not action.icon or action.icon in drawings


def test_the_tip_tells_the_keys():
    assert actions.FIND.told() == "Find (Ctrl+K)"
    assert Action("unlock").told() == "Unlock"


def test_a_button_is_pressed_by_its_keys(qtbot):
    page, pressed = QWidget(), []
    qtbot.addWidget(page)
    button = actions.button(actions.LOCK, lambda: pressed.append(True), look="flat")
    button.setParent(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    qtbot.keyClick(page, Qt.Key.Key_L, CTRL)
    button.click()

    assert pressed == [True, True]
    assert button.accessibleName() == "Lock"


def test_the_keys_of_a_button_that_cannot_be_pressed_do_nothing(qtbot):
    page, pressed = QWidget(), []
    qtbot.addWidget(page)
    button = actions.button(actions.PRINT, lambda: pressed.append(True), look="primary")
    button.setParent(page)
    button.setEnabled(False)
    page.show()

    qtbot.keyClick(page, Qt.Key.Key_P, CTRL)

    assert pressed == []


def test_a_link_is_words_that_do_something(qtbot):
    done = []
    link = actions.link("Show all 19", lambda: done.append(True), icon="key-round")
    qtbot.addWidget(link)

    link.click()

    assert done == [True]
    assert link.accessibleName() == "Show all 19"


def test_keys_work_in_the_whole_window(qtbot):
    page, done = QWidget(), []
    qtbot.addWidget(page)
    actions.shortcut(actions.FIND, page, lambda: done.append(True))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    qtbot.keyClick(page, Qt.Key.Key_K, CTRL)

    assert done == [True]
