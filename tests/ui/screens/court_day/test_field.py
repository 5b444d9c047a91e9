from datetime import date

import pytest

from ui.forms.inputs import DayInput, WordsInput
from ui.screens.court_day.field import Field


@pytest.fixture
def field(qtbot):
    made = Field("Next date", DayInput(date(2026, 11, 23)), "Alt+N")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_has_its_name_and_its_buddy(field):
    assert field.input.widget.accessibleName() == "Next date"
    assert field.input.told.wordWrap()


def test_an_answer_that_is_shown_was_edited_by_nobody(qtbot, field):
    with qtbot.assertNotEmitted(field.edited):
        field.put("12/8/2026")

    assert field.text() == "12/8/2026"


def test_a_mistake_goes_with_the_next_key(qtbot, field):
    field.tell("That is no day.")
    told = field._mistake.isVisible(), field.input.widget.accessibleDescription()

    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.input.widget, "1")

    assert told == (True, "That is no day.")
    assert not field._mistake.isVisible()


def test_words_get_the_room_that_is_asked_for(qtbot, dressed):
    made = Field("Order", WordsInput())
    qtbot.addWidget(made)

    made.set_lines(2)

    assert made.input.height() == 2 * 20 + 2 * dressed.space("s")
