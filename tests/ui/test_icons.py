"""Tests that icons are drawn in the colour of their word, and that each named one is there."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from app import paths
from ui import icons, marks, theme

NAMED = re.compile(r'"((?:[a-z]+-)*[a-z]+)"')


def test_an_icon_has_the_colour_of_its_tone(dressed):
    picture = icons.pixmap("circle-check", "good").toImage()

    drawn = {picture.pixelColor(x, y).name() for x in range(32) for y in range(32)}

    assert dressed.hex("good").lower() in drawn


def test_an_icon_is_drawn_for_dense_screens(dressed):
    drawn = icons.pixmap("lock", size="icon_large")

    assert drawn.width() == theme.SIZES["icon_large"] * icons.SHARPEST
    assert drawn.devicePixelRatio() == icons.SHARPEST


def test_every_mark_has_a_drawing():
    there = {file.stem for file in paths.resource("icons").glob("*.svg")}

    assert {icon for icon, _tone in marks.MARKS.values()} <= there


def test_a_button_gets_its_icon_in_the_size_of_the_tokens(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)

    icons.sized("lock", button)

    assert button.iconSize().width() == theme.current().size("icon")
    assert not button.icon().isNull()


def test_an_icon_keeps_away_from_the_words_on_either_side(qtbot, dressed):
    before, behind = QPushButton("Lock"), QPushButton("Phase: all")
    behind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for button in (before, behind):
        qtbot.addWidget(button)
        icons.sized("lock", button)

    for button, free in ((before, range(34, 40)), (behind, range(6))):
        size = button.iconSize()
        assert size.width() == size.height() + dressed.space("xs")
        drawn = button.icon().pixmap(size, 2.0).toImage()
        assert {drawn.pixelColor(x, y).alpha() for x in free for y in range(32)} == {0}


def test_an_icon_that_can_do_nothing_is_seen_all_the_same(dressed):
    icon = icons.icon("save", "on_accent")

    drawn = icon.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Disabled).toImage()

    seen = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert dressed.hex("quiet").lower() in seen
    assert dressed.hex("on_accent").lower() not in {
        drawn.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if drawn.pixelColor(x, y).alpha() > 200
    }
