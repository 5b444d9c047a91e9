"""Tests the rail: where one can go, which place is shown, and icons alone when narrow."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QPushButton

from ui.widgets import rail as rails
from ui.widgets.rail import Rail


@pytest.fixture
def rail(qtbot):
    made = Rail([("participants", "users")])
    qtbot.addWidget(made)
    return made


def test_a_place_is_gone_to_by_its_button(qtbot, rail):
    with qtbot.waitSignal(rail.wanted) as wanted:
        rail.findChild(QPushButton, "participants").click()

    assert wanted.args == ["participants"]


def test_the_place_that_is_shown_is_marked(rail):
    rail.choose("participants")
    assert rail.findChild(QPushButton, "participants").isChecked()


def test_a_click_on_the_place_that_is_shown_leaves_it_marked(rail):
    button = rail.findChild(QPushButton, "participants")
    rail.choose("participants")

    button.click()

    assert button.isChecked()


def test_a_narrow_rail_keeps_its_names_for_those_who_hear_it(rail, dressed):
    button = rail.findChild(QPushButton, "participants")
    assert button.text() == "Participants"

    rail.fold(folded=True)

    assert button.text() == ""
    assert button.accessibleName() == button.toolTip() == "Participants"
    assert rail.width() == dressed.size("rail_folded")


def test_the_last_place_stands_by_itself_at_the_foot(qtbot, monkeypatch):
    monkeypatch.setattr(rails, "LAST", "participants")
    rail = Rail([("participants", "users")])
    qtbot.addWidget(rail)
    rail.resize(184, 600)
    rail.show()

    assert rail.findChild(QPushButton, "participants").y() > 500


def test_in_a_low_window_all_places_stay_apart_and_whole(qtbot):
    rail = Rail([("participants", "users")] * 7)
    qtbot.addWidget(rail)
    rail.show()

    for height in (320, 600, 320):
        rail.resize(184, height)
        rail.layout().activate()
        places = [button.geometry() for button in rail.findChildren(QPushButton)]
        assert places[-1].bottom() < height
        assert all(above.bottom() < below.top() for above, below in pairwise(places))
