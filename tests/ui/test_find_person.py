"""Tests the line in which somebody is looked for: typed, offered, taken with a key."""

import pytest
from PySide6.QtCore import Qt

from models.errors import Damaged
from tests.makers import make_participant
from ui import tasks
from ui.find_person import MOST, FindPerson


@pytest.fixture
def line(qtbot, desk, moment):
    for last in ("Begaye", "Begay", "Quintana"):
        make_participant(desk, last, "Mari")
    made = FindPerson(desk, "Add by name")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made


def type_in(qtbot, line, words: str) -> None:
    qtbot.keyClicks(line.line, words)
    tasks.settle()


def offered(line) -> list[str]:
    return [line.model.row(n).listed for n in range(line.model.rowCount())]


def test_people_are_offered_as_somebody_types(qtbot, line):
    type_in(qtbot, line, "begay")

    assert set(offered(line)) == {"Begay, Mari", "Begaye, Mari"}
    assert line.offers.isVisible()
    assert len(offered(line)) <= MOST


def test_enter_takes_the_first_and_the_line_is_empty_again(qtbot, line):
    type_in(qtbot, line, "quin")
    wanted = line.model.row(0).person_id

    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)

    assert chosen.args == [wanted]
    assert (line.line.text(), line.offers.isVisible()) == ("", False)


def test_down_goes_to_the_others(qtbot, line):
    type_in(qtbot, line, "begay")
    second = line.model.row(1).person_id

    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    qtbot.keyClick(line.offers, Qt.Key.Key_Down)
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.keyClick(line.offers, Qt.Key.Key_Return)

    assert chosen.args == [second]
    assert line.line.hasFocus()


def test_escape_empties_the_line(qtbot, line):
    type_in(qtbot, line, "quin")

    qtbot.keyClick(line.line, Qt.Key.Key_Escape)

    assert (line.line.text(), offered(line), line.offers.isVisible()) == ("", [], False)


def test_enter_without_a_find_chooses_nobody(qtbot, line):
    chosen = []
    line.chosen.connect(chosen.append)
    type_in(qtbot, line, "zzz")

    qtbot.keyClick(line.line, Qt.Key.Key_Return)

    assert chosen == []


def test_a_failure_is_passed_on(qtbot, line):
    with qtbot.waitSignal(line.failed):
        line._fail(Damaged("record.damaged", problem="page"))
