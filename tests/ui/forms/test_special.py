"""Tests a question with an input of its own: buddy, mistake, names."""

from PySide6.QtWidgets import QLabel

from app.drug_tests import to_text
from tests.conftest import MOMENT
from ui.forms.ask import Special
from ui.forms.inputs import DayInput
from ui.forms.results_input import ResultsInput
from ui.forms.special import SpecialRow


def test_it_is_asked_like_every_other_question(qtbot, dressed):
    row = SpecialRow(Special("results", lambda _today: ResultsInput()), MOMENT.date)
    qtbot.addWidget(row)
    row.show()
    head = row.findChildren(QLabel)[0]

    row.put(to_text([]))
    assert head.buddy() is row.input.widget
    assert row.text() == to_text([])

    row.tell("Say what the test found.")
    assert row.input.widget.accessibleDescription() == "Say what the test found."
    with qtbot.waitSignal(row.edited):
        row.input.positive.click()
    assert row.input.widget.accessibleDescription() == ""
    row.focus()


def test_an_input_that_has_no_name_of_its_own_is_called_as_its_question(qtbot, dressed):
    row = SpecialRow(Special("next_on", DayInput), MOMENT.date)
    qtbot.addWidget(row)

    assert row.input.widget.accessibleName() == row.findChildren(QLabel)[0].text()
