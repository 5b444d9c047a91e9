"""Tests the result of a test by keyboard: N is one key, a positive never is."""

import pytest
from PySide6.QtCore import Qt

from app.drug_tests import Finding, from_text, to_text
from models.choices import Answer, TestResult
from ui.forms.results_input import ResultsInput


@pytest.fixture
def made(qtbot, dressed):
    results = ResultsInput()
    qtbot.addWidget(results)
    results.resize(800, 400)
    results.show()
    results.activateWindow()
    qtbot.waitUntil(results.isActiveWindow)
    results.negative.setFocus()
    return results


def test_n_is_one_key(qtbot, made):
    assert made.text() == ""

    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(made.negative, "n")

    assert from_text(made.text()) == []
    assert made.told.text() == "All of the panel negative."


def test_a_positive_opens_the_list_and_nothing_is_positive_by_that(qtbot, made):
    qtbot.keyClicks(made.negative, "P")

    first = next(iter(made.ticks.values()))
    qtbot.waitUntil(first.hasFocus)
    assert made.text() == ""

    qtbot.keyClick(first, Qt.Key.Key_Space)
    [found] = from_text(made.text())
    assert (found.substance, found.result) == (next(iter(made.ticks)), TestResult.PRESUMPTIVE)
    assert "Please read back" in made.told.text()

    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert made.text() == ""


def test_how_sure_it_is_and_what_the_person_says_stand_beside_the_substance(qtbot, made):
    found = Finding("fentanyl", analyte="norfentanyl")
    made.put(to_text([found]))
    line = made.lines["fentanyl"]

    with qtbot.waitSignal(made.edited):
        line.result.setCurrentIndex(line.result.findData("confirmed"))
    line.answer.setCurrentIndex(line.answer.findData("admitted"))

    [told] = from_text(made.text())
    assert told == Finding("fentanyl", TestResult.CONFIRMED, Answer.ADMITTED, "norfentanyl")
    assert "Fentanyl, confirmed positive" in made.told.text()


def test_the_panel_decides_what_is_offered_and_what_was_found_stays(qtbot, made):
    made.put(to_text([Finding("kratom")]))

    made.look_for("EtG strip")

    assert set(made.ticks) == {"etg", "kratom"}
    assert made.ticks["kratom"].isChecked()
    assert [each.substance for each in from_text(made.text())] == ["kratom"]


def test_negative_after_positive_forgets_the_substances(qtbot, made):
    made.put(to_text([Finding("thc")]))

    made.negative.click()
    made.positive.click()

    assert made.lines == {}


def test_other_keys_go_on_as_usual(qtbot, made):
    qtbot.keyClick(made.negative, Qt.Key.Key_Tab)

    assert made.positive.hasFocus()


@pytest.mark.parametrize("result", [TestResult.NEGATIVE, TestResult.NOT_TESTED])
def test_a_result_that_is_offered_no_more_stays_what_it_is(made, result):
    made.put(to_text([Finding("fentanyl", result)]))

    assert from_text(made.text()) == [Finding("fentanyl", result)]


def test_a_draft_that_cannot_be_read_says_nothing(made):
    made.put("[{]")

    assert made.text() == ""
