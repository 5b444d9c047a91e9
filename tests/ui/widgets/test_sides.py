"""Tests the two columns of a page, which stand below one another where it is narrow."""

from PySide6.QtWidgets import QLabel

from ui.widgets.sides import Sides


def test_the_columns_stand_below_one_another_in_a_narrow_window(qtbot, dressed):
    sides = Sides()
    qtbot.addWidget(sides)
    sides.main.addWidget(QLabel("main"))
    sides.side.addWidget(QLabel("side"))
    sides.finish()
    sides.resize(800, 600)
    sides.show()
    narrow = sides._across.direction()
    sides.resize(1180, 600)

    assert narrow == sides._across.Direction.TopToBottom
    assert sides._across.direction() == sides._across.Direction.LeftToRight
    assert sides._side.width() == dressed.size("side_column")
