"""Tests a question whose answer is kept as text: keys that lead there, edits, mistakes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.forms.field import Field
from ui.forms.inputs import DayInput


@pytest.fixture
def field(qtbot, dressed):
    made = Field("Next date", DayInput(lambda: date(2026, 11, 23)), keys="Alt+N")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_has_its_name(field):
    assert field.input.widget.accessibleName() == "Next date"


def test_its_keys_lead_to_it(qtbot, field):
    with qtbot.waitActive(field):
        field.activateWindow()
    field.field.clearFocus()

    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)

    assert QApplication.focusWidget() is field.field


def test_an_answer_that_is_shown_was_edited_by_nobody(qtbot, field):
    with qtbot.assertNotEmitted(field.edited):
        field.put("12/8/2026")

    assert field.text() == "12/8/2026"


def test_a_mistake_goes_with_the_next_key(qtbot, field):
    field.tell("That is no day.")
    told = field._mistake.isVisible(), field.field.accessibleDescription()

    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.field, "1")

    assert told == (True, "That is no day.")
    assert not field._mistake.isVisible()
