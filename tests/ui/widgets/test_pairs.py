"""Tests names and values: what is not on file is said."""

from PySide6.QtWidgets import QLabel

from ui.widgets.pairs import pairs


def test_what_is_not_on_file_is_said(qtbot, dressed):
    made = pairs([("Judge", "Helen Marchetti"), ("Place", "")])
    qtbot.addWidget(made)

    told = [label.text() for label in made.findChildren(QLabel)]

    assert sorted(told) == ["Helen Marchetti", "Judge", "Not on file", "Place"]
