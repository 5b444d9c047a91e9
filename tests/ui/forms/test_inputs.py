"""Tests each kind of input: what was typed comes back as text, the same that goes in."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit

from app import typed
from app.answers import Option, column_of
from app.typed import Kind
from models.person import Person
from ui.forms import inputs
from ui.forms.inputs import ChoiceInput, DayInput, TextInput, TickInput, WordsInput

TODAY = date(2026, 11, 23)
OPTIONS = [Option("no-show", "No-show"), Option("tested", "Tested")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.TEXT, "Begaye"),
        (Kind.WORDS, "One.\nTwo."),
        (Kind.CHOICE, "tested"),
        (Kind.DAY, "11/20/2026"),
        (Kind.TIME, "8:34 AM"),
        (Kind.NUMBER, "30"),
        (Kind.TICK, "yes"),
    ],
)
def test_what_is_put_in_comes_out_the_same(qtbot, dressed, kind, text):
    made = inputs.make(kind, today=lambda: TODAY, options=OPTIONS if kind is Kind.CHOICE else ())
    qtbot.addWidget(made)

    with qtbot.waitSignal(made.edited):
        made.put(text)
    assert made.text() == text

    made.put("")
    assert made.text() == ""


def test_a_day_is_read_back_with_its_weekday_and_written_out(qtbot, dressed):
    made = DayInput(lambda: TODAY)
    other = QLineEdit()
    for widget in (made, other):
        qtbot.addWidget(widget)
        widget.show()
    made.line.setFocus()

    qtbot.keyClicks(made.line, "t")
    assert made.told.text() == "Monday, November 23, 2026"

    made.line.left.emit()
    assert made.text() == "11/23/2026"


def test_what_is_no_day_stays_as_it_was_typed(qtbot, dressed):
    made = DayInput(lambda: TODAY)
    qtbot.addWidget(made)

    qtbot.keyClicks(made.line, "2/30")
    made.line.left.emit()

    assert (made.text(), made.told.text()) == ("2/30", "")


def test_a_choice_is_made_by_its_first_letters_and_never_by_the_wheel(qtbot, dressed):
    made = ChoiceInput(OPTIONS)
    qtbot.addWidget(made)
    made.show()

    qtbot.keyClicks(made, "te")
    assert made.text() == "tested"

    down, at = QPoint(0, -120), QPointF(5, 5)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, down, down, Qt.MouseButton.NoButton, keys, phase, False)
    made.wheelEvent(wheel)
    assert made.text() == "tested"
    assert not wheel.isAccepted()


def test_a_choice_that_is_no_longer_on_the_list_is_still_shown(qtbot, dressed):
    made = ChoiceInput(OPTIONS)
    qtbot.addWidget(made)

    made.put("17")

    assert made.text() == "17"


def test_tab_leaves_a_field_of_several_lines(qtbot, dressed):
    made = WordsInput()
    qtbot.addWidget(made)

    assert made.tabChangesFocus()


def test_what_is_on_file_is_offered_as_somebody_types(qtbot, dressed):
    made = TextInput([Option("1", "Paul Rennick")])
    qtbot.addWidget(made)

    completer = made.line.completer()
    completer.setCompletionPrefix("renn")

    assert completer.currentCompletion() == "Paul Rennick"


def test_a_tick_is_yes_or_nothing(qtbot, dressed):
    made = TickInput()
    qtbot.addWidget(made)

    qtbot.keyClick(made, Qt.Key.Key_Space)

    assert made.text() == "yes"


def test_a_day_is_read_back_as_its_own_column_reads_it(qtbot, dressed):
    born = DayInput(lambda: TODAY, partial(typed.day_of, column_of(Person.birth_date)))
    qtbot.addWidget(born)

    qtbot.keyClicks(born.line, "3/7")
    born.line.left.emit()
    assert (born.text(), born.told.text()) == ("3/7", "")

    born.put("3/7/41")
    born.line.left.emit()
    assert born.text() == "03/07/1941"


def test_t_is_the_day_on_which_it_is_typed(qtbot):
    days = [TODAY]
    made = DayInput(lambda: days[-1])
    qtbot.addWidget(made)

    days.append(TODAY + timedelta(days=1))  # the form stood open past midnight
    made.put("t")
    made._complete()

    assert made.text() == typed.shown(TODAY + timedelta(days=1))
