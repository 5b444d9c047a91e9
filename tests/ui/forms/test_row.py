"""Tests one question: buddy, names for whoever reads aloud, help, mistakes, earlier values."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from app.answers import Option
from models.note import Note
from models.person import ContactMethod, Person
from models.plan import Intervention
from tests.conftest import MOMENT
from ui.forms import earlier
from ui.forms.ask import Ask
from ui.forms.inputs import ChoiceInput
from ui.forms.row import Row

TODAY = date(2026, 11, 23)


@pytest.fixture
def row(qtbot, dressed):
    def make(column, options=()):
        made = Row(Ask(column), lambda: TODAY, options)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def labels(row):
    return {found.text(): found for found in row.findChildren(QLabel) if found.isVisible()}


def test_the_column_says_label_help_and_names(row):
    made = row(Person.preferred_name)

    shown = labels(made)

    assert shown["Preferred name"].buddy() is made.input.widget
    assert "What this person wants to be called." in shown
    assert made.input.widget.accessibleName() == "Preferred name"
    assert made.input.widget.accessibleDescription() == "What this person wants to be called."


def test_only_what_may_stay_empty_says_so(row):
    assert "(may stay empty)" in labels(row(Person.preferred_name))
    assert "(may stay empty)" not in labels(row(Person.last_name))


def test_a_mistake_stands_beside_the_field_until_it_is_typed_again(qtbot, row):
    made = row(Person.last_name)
    made.tell("Last name is needed. Fill it in.")

    assert "Last name is needed. Fill it in." in labels(made)
    assert made.input.widget.accessibleDescription() == "Last name is needed. Fill it in."

    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(made.input.widget, "B")
    assert "Last name is needed. Fill it in." not in labels(made)


def test_an_answer_that_is_put_in_is_no_edit(qtbot, row):
    made = row(Person.last_name)

    with qtbot.assertNotEmitted(made.edited):
        made.put("Begaye")

    assert made.text() == "Begaye"


def test_a_better_word_is_offered_and_the_text_is_left_alone(qtbot, row):
    made = row(Note.words)

    qtbot.keyClicks(made.input.widget, "He relapsed.")

    assert "Another word for “relapsed”: return to use." in labels(made)
    assert made.text() == "He relapsed."


def test_a_tick_carries_its_own_words(row):
    made = row(ContactMethod.confidential)

    assert QAbstractButton.text(made.input.widget) == "Confidential"


def test_a_number_with_a_list_is_chosen_from_it(row):
    made = row(Intervention.provider_id, [Option("3", "Cedar Bench Counseling")])

    assert isinstance(made.input, ChoiceInput)
    made.put("3")
    assert made.input.currentText() == "Cedar Bench Counseling"


def test_earlier_values_are_shown_and_put_away(qtbot, row, court_desk):
    from app.history import Change, Entry

    made = row(Person.preferred_name)
    made.offer_history()
    [way] = made.findChildren(QPushButton, "history")
    entry = Entry(
        1, "1-0000000000000000", MOMENT, "Ruth Amsel", "update", "person", 1, "told us",
        (Change("preferred_name", "Preferred name", "Bob", "Rob"),),
    )  # fmt: skip

    with qtbot.waitSignal(made.history_wanted):
        way.click()
    made.show_history(earlier.columns(court_desk), [entry])

    [cells] = [[cell.text for cell in made._earlier.rows.cells(0)]]
    assert cells == ["Nov\u00a023, 2026", "Bob", "Rob", "Ruth Amsel", "told us"]
    made.show_history(earlier.columns(court_desk), [entry])
    assert made._earlier is None
