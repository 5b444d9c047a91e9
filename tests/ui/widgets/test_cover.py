"""Tests the cover: the name of the program and nothing else, until somebody asks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.cover import Cover


@pytest.fixture
def cover(qtbot):
    made = Cover()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    return made


def words(cover) -> list[str]:
    return [label.text() for label in cover.findChildren(QLabel) if label.text()]


def test_only_the_name_of_the_program_is_to_be_seen(cover):
    assert words(cover) == ["Milepost"]
    assert cover.hasFocus()


def test_a_key_or_a_click_says_how_to_go_on(qtbot, cover):
    qtbot.keyClick(cover, Qt.Key.Key_A)
    assert words(cover) == ["Milepost", "Press Esc to go on."]

    cover.begin()
    qtbot.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert words(cover) == ["Milepost", "Press Esc to go on."]


def test_tab_leads_nowhere(qtbot, cover):
    qtbot.keyClick(cover, Qt.Key.Key_Tab)

    assert cover.hasFocus()


def test_escape_and_the_keys_that_hid_it_bring_the_page_back(qtbot, cover):
    with qtbot.waitSignal(cover.ended):
        qtbot.keyClick(cover, Qt.Key.Key_Escape)

    with qtbot.waitSignal(cover.ended):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(cover, Qt.Key.Key_H, both)
