"""Tests the form of a drug test: the panel leads the list, mistakes find their place."""

import pytest

from app.answers import Answers, Loaded
from app.drug_tests import RESULTS, to_text
from tests.conftest import MOMENT
from ui.forms.drug_test import DRUG_TEST
from ui.forms.view import FormView


@pytest.fixture
def view(qtbot, dressed):
    made = FormView(DRUG_TEST, MOMENT.date)
    qtbot.addWidget(made)
    for section in DRUG_TEST.sections:
        made.add_section(section, Loaded())
    made.show()
    return made


def test_the_list_of_substances_follows_the_panel(view):
    view.put(Answers({"drug_test.panel": "EtG strip", RESULTS: to_text([])}))
    results = view.specials[RESULTS].input

    results.positive.click()
    assert set(results.ticks) == {"etg"}

    view.rows["drug_test.panel"].input.put("5-panel cup")
    assert len(results.ticks) == 5
    assert view.answers().single[RESULTS] == ""


def test_a_missing_result_is_told_at_its_place(view):
    assert view.tell({RESULTS: "Say what the test found."}) == []

    assert view.specials[RESULTS].input.widget.accessibleDescription() == (
        "Say what the test found."
    )
