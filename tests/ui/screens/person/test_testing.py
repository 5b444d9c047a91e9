"""Tests the drug tests of a person: every one, one to correct, one to record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.choices import Outcome
from tests.conftest import MOMENT
from tests.makers import make_participant, make_test
from ui.screens.person.testing import TestingTab


def test_a_test_is_opened_with_enter_to_be_corrected(qtbot, open_tab, desk):
    ada = make_participant(desk)
    make_test(desk, ada, MOMENT.date().replace(year=2025), outcome=Outcome.NO_SHOW)
    newest = make_test(desk, ada, MOMENT.date())
    tab = open_tab(TestingTab, desk, ada.person)
    tab.table.choose_first()

    with qtbot.waitSignal(tab.wants) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    assert wanted.args[1][1].row_id == newest
    assert [cell.words for cell in tab.table.rows.cells(1)][1] == "No-show"
    assert tab.table.rows.cells(1)[0].quiet.endswith(", 2025")


def test_no_test_is_said_and_one_is_recorded_from_here(qtbot, open_tab, desk):
    tab = open_tab(TestingTab, desk, make_participant(desk).person)

    with qtbot.waitSignal(tab.wants) as wanted:
        tab.add.click()

    assert "No drug test is on file." in [label.text() for label in tab.findChildren(QLabel)]
    assert wanted.args[1][0] == "drug-test"
