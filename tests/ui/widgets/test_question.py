"""Tests one question: its name, its help, and the mistake below it or beside it."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.widgets.question import Question


@pytest.fixture
def asked_for(qtbot, dressed):
    def make(**more):
        made = Question("Court", QLineEdit(), "As on its papers.", **more)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_a_field_says_what_it_is(asked_for):
    made = asked_for()

    assert made.field.accessibleName() == "Court"
    assert made.field.accessibleDescription() == "As on its papers."
    assert [each.buddy() for each in made.findChildren(QLabel) if each.text() == "Court"] == [
        made.field
    ]


def test_a_mistake_below_takes_the_place_of_the_help_and_goes_again(asked_for):
    made = asked_for()

    made.tell("Write the name.")
    assert made._mistake.isVisible()
    assert not made._told.isVisible()
    assert made.field.accessibleDescription() == "Write the name."

    made.tell("")
    assert made.mistake == ""
    assert made._told.isVisible()


def test_a_mistake_beside_the_field_leaves_the_help_where_it_is(asked_for):
    made = asked_for(beside=True)

    made.tell("Write the name.")

    assert made._told.isVisible()
    assert made._mistake.geometry().left() > made.field.geometry().right()


def test_what_is_typed_is_never_read_as_markup(asked_for):
    made = asked_for()

    made.tell("<b>C</b>")

    assert made._words.sizeHint().width() > made.fontMetrics().horizontalAdvance("C")
    assert made.mistake == "<b>C</b>"


def test_a_mistake_goes_as_soon_as_the_field_is_typed_anew(qtbot, asked_for):
    made = asked_for()
    made.tell("Write the name.")

    qtbot.keyClicks(made.field, "J")

    assert made.mistake == ""


def test_the_field_may_be_a_part_of_what_stands_there(qtbot, dressed):
    part, line = QWidget(), QLineEdit()

    made = Question("", part, field=line)
    qtbot.addWidget(made)

    assert made.line.indexOf(part) == 0
    assert made.field is line
    assert made.head.count() == 0
