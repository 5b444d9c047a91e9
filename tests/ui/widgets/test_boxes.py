"""Tests that a choice, a date and a tick show what they are by an icon of ours."""

import pytest

from ui.widgets.boxes import ChoiceBox, DateBox, TickBox


@pytest.mark.parametrize("kind", [ChoiceBox, DateBox])
def test_the_icon_is_drawn_at_the_right_in_a_quiet_colour(qtbot, dressed, kind):
    box = kind()
    qtbot.addWidget(box)
    box.resize(200, 36)

    picture = box.grab().toImage()

    right = {picture.pixelColor(x, y).name() for x in range(165, 195) for y in range(8, 28)}
    assert dressed.hex("quiet").lower() in right


def test_a_tick_is_drawn_as_well_as_a_tint(qtbot, dressed):
    box = TickBox()
    qtbot.addWidget(box)
    box.resize(60, 30)
    colours = []

    for ticked in (False, True):
        box.setChecked(ticked)
        picture = box.grab().toImage()
        colours.append({picture.pixelColor(x, y).name() for x in range(30) for y in range(30)})

    assert dressed.hex("accent").lower() not in colours[0]
    assert {dressed.hex("accent").lower(), dressed.hex("on_accent").lower()} <= colours[1]


def test_a_choice_grows_with_what_comes_into_it_later(qtbot, dressed):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.show()
    before = box.sizeHint().width()

    box.addItem("Tue Nov 24, 2026, 9:00 AM, Courtroom 2")

    assert box.sizeHint().width() > before + 100


def test_a_choice_stands_on_what_is_chosen_or_on_the_first(qtbot):
    made, other = ChoiceBox(), ChoiceBox()
    for box, chosen in ((made, 2), (other, 9)):
        qtbot.addWidget(box)
        box.fill([("One", 1), ("Two", 2)], chosen)

    assert (made.currentText(), other.currentText()) == ("Two", "One")
