"""Tests the search box: its keys lead into the list and out of the search."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot):
    made = SearchBox()
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


def test_the_keys_that_lead_here_show_while_it_is_empty(qtbot, box):
    caps = box.findChild(object, "key-cap")
    assert not caps.isHidden()

    qtbot.keyClicks(box, "b")

    assert caps.isHidden()


def test_the_box_says_what_it_is_for(box):
    assert box.accessibleName() == "Find a person or case number"
