"""Tests that a choice and a date show what they are by an icon of ours."""

import pytest

from ui.widgets.boxes import ChoiceBox, DateBox


@pytest.mark.parametrize("kind", [ChoiceBox, DateBox])
def test_the_icon_is_drawn_at_the_right_in_a_quiet_colour(qtbot, dressed, kind):
    box = kind()
    qtbot.addWidget(box)
    box.resize(200, 36)

    picture = box.grab().toImage()

    right = {picture.pixelColor(x, y).name() for x in range(165, 195) for y in range(8, 28)}
    assert dressed.hex("quiet").lower() in right
