"""Tests the tree: folded and unfolded by keys and by the mouse, with the chosen line kept."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.screens.person.plans import PROBLEM, plan_of
from ui import theme
from ui.screens.person import plan_lines
from ui.screens.person.plan_table import PlanTable

LINES = plan_lines.lines(plan_of(PROBLEM), date(2026, 11, 23))
PROBLEM_KEY, GOAL_KEY, STEP_KEY, HELP_KEY = (line.key for line in LINES)


@pytest.fixture
def table(qtbot):
    made = PlanTable(LINES, set(), None)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def press(qtbot, table, *keys):
    for key in keys:
        qtbot.keyClick(table, key)


def shown(table):
    return [table.rows.row(number).key for number in range(table.rows.rowCount())]


def test_the_whole_tree_stands_there_at_first(table):
    assert shown(table) == [line.key for line in LINES]
    assert table.line.key == PROBLEM_KEY
    assert table.height() == 4 * theme.current().size("row") + theme.current().size("table_head")


def test_left_folds_what_is_below_and_right_shows_it_again(qtbot, table):
    press(qtbot, table, Qt.Key.Key_Left)
    folded = shown(table), table.rows.cells(0)[0]

    press(qtbot, table, Qt.Key.Key_Right)

    assert folded[0] == [PROBLEM_KEY]
    assert (folded[1].icon, folded[1].quiet) == ("chevron-right", "(folded)")
    assert len(shown(table)) == 4


def test_left_on_a_line_with_nothing_to_fold_goes_to_the_one_above(qtbot, table):
    table.selectRow(3)

    press(qtbot, table, Qt.Key.Key_Left)
    above = table.line.key
    press(qtbot, table, Qt.Key.Key_Left, Qt.Key.Key_Left)

    assert above == STEP_KEY
    assert table.line.key == GOAL_KEY


def test_right_on_an_open_line_goes_to_the_first_below(qtbot, table):
    press(qtbot, table, *[Qt.Key.Key_Right] * 5)

    assert table.line.key == HELP_KEY


def test_left_at_the_top_stays_there(qtbot, table):
    press(qtbot, table, Qt.Key.Key_Left, Qt.Key.Key_Left)

    assert table.line.key == PROBLEM_KEY


def test_other_keys_work_as_in_every_table(qtbot, table):
    press(qtbot, table, Qt.Key.Key_Down)

    with qtbot.waitSignal(table.opened) as opened:
        press(qtbot, table, Qt.Key.Key_Return)
    assert opened.args[0].key == GOAL_KEY


def test_a_click_on_the_arrow_folds_and_one_on_the_words_chooses(qtbot, table):
    row = theme.current().size("row")

    def click(x, number):
        place = QPoint(x, number * row + row // 2)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(theme.current().space("l") + 20 + 8, 1)
    folded = shown(table)
    click(300, 0)

    assert folded == [PROBLEM_KEY, GOAL_KEY]
    assert table.line.key == PROBLEM_KEY
    assert shown(table) == folded


def test_what_was_folded_and_chosen_is_so_again_when_it_is_made_anew(qtbot):
    made = PlanTable(LINES, {STEP_KEY}, HELP_KEY)
    qtbot.addWidget(made)

    assert shown(made) == [PROBLEM_KEY, GOAL_KEY, STEP_KEY]
    assert made.line.key == STEP_KEY


def test_a_line_that_is_gone_is_not_looked_for(qtbot):
    made = PlanTable(LINES, set(), ("objective", 999))
    qtbot.addWidget(made)

    assert made.line.key == PROBLEM_KEY


def test_lines_are_indented_by_their_depth(table):
    first = [table.rows.cells(number)[0] for number in range(4)]

    assert [cell.indent for cell in first] == [0, 1, 2, 4]
    assert [cell.before for cell in first][::3] == ["Problem 1", "Intervention"]
    assert first[0].strong
