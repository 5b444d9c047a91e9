"""Tests one question of a step: its name, its help, and the mistake beside it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.screens.first_start.row import Row


@pytest.fixture
def row(qtbot):
    made = Row("Court", QLineEdit(), "As on its papers.", QPushButton("Choose"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_says_what_it_is(row):
    assert row.field.accessibleName() == "Court"
    assert row.field.accessibleDescription() == "As on its papers."


def test_a_mistake_takes_the_place_of_the_help_and_goes_again(row):
    row.tell("Write the name.")

    assert row._mistake.isVisible()
    assert not row._told.isVisible()
    assert row.field.accessibleDescription() == "Write the name."

    row.tell("")
    assert row.mistake == ""
    assert row._told.isVisible()


def test_what_is_typed_is_never_read_as_markup(row):
    row.tell("<b>C</b>")

    assert row._mistake.sizeHint().width() > row.fontMetrics().horizontalAdvance("C")
    assert row._mistake.text() == "<b>C</b>"


def test_a_mistake_goes_as_soon_as_the_field_is_typed_anew(qtbot, row):
    row.tell("Write the name.")

    qtbot.keyClicks(row.field, "J")

    assert row.mistake == ""
