"""Tests the hearings of a person: orders under each, one to open, one to record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.conftest import MOMENT
from tests.makers import make_hearing, make_participant
from ui.screens.person.hearings import HearingsTab


def test_orders_stand_under_their_hearing_and_open_it(qtbot, open_tab, desk):
    ada = make_participant(desk)
    make_hearing(desk, ada, MOMENT.date().replace(year=2025), "Come back.")
    make_hearing(desk, ada, MOMENT.date())
    tab = open_tab(HearingsTab, desk, ada.person)

    rows = [[cell.text for cell in tab.table.rows.cells(n)] for n in range(3)]
    assert [row[1] for row in rows] == ["Review", "Review", "Open"]
    assert rows[1][0].endswith(", 2025")
    assert rows[2][2] == "Come back."

    tab.table.selectRow(2)
    with qtbot.waitSignal(tab.wants) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert wanted.args[1][0] == "hearing"
    assert wanted.args[1][1].row_id == 1


def test_no_hearing_is_said_and_one_is_recorded_from_here(qtbot, open_tab, desk):
    tab = open_tab(HearingsTab, desk, make_participant(desk).person)

    with qtbot.waitSignal(tab.wants) as wanted:
        tab.add.click()

    assert "No hearing is on file." in [label.text() for label in tab.findChildren(QLabel)]
    assert wanted.args[1][0] == "hearing"
