"""Tests the search box: its keys lead into what was found and out of the search."""

import pytest
from PySide6.QtCore import Qt

from ui import actions
from ui.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot):
    made = SearchBox("window.filter", actions.FILTER)
    qtbot.addWidget(made)
    return made


def test_down_goes_into_the_list(qtbot, box):
    with qtbot.waitSignal(box.left_downwards):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_escape_empties_the_box(qtbot, box):
    qtbot.keyClicks(box, "begaye")
    assert box.text() == "begaye"

    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == ""


def test_the_key_cap_says_how_to_come_in_and_how_to_get_out(qtbot, box):
    assert box.keys.text() == "Ctrl+F"

    qtbot.keyClicks(box, "b")

    assert box.keys.text() == "Esc"


def test_no_words_run_under_the_key_cap(box):
    assert box.textMargins().right() >= box.keys.sizeHint().width()


def test_the_box_says_what_it_is_for(box):
    assert box.accessibleName() == "Filter this list"
    assert box.toolTip() == "Filter the list (Ctrl+F)"
