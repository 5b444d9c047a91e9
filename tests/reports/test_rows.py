from app.progress_facts import State
from reports import rows, styles
from reports.blocks import Beside, Rule, Words
from reports.rows import Row, StateMark
from reports.text import Run


def row(*cells: str, state: State = State.PLAIN) -> Row:
    return Row(tuple((Run(cell, styles.TEXT),) for cell in cells), state)


def test_the_first_cell_is_the_header_of_its_row():
    table = rows.table(446, [row("Treatment", "3 of 4", "Nov 19")], (104, 62))

    (made,) = [block for block in table.blocks if isinstance(block, Beside)]
    cells = [block for _, block in made.blocks if isinstance(block, Words)]
    assert [cell.node.kind for cell in cells] == ["TH", "TD", "TD"]
    assert cells[0].node.scope == "Row"
    assert table.node is not None
    assert table.node.kind == "Table"


def test_rows_are_parted_by_grey_lines_that_may_vanish():
    table = rows.table(446, [row("a", "b"), row("c", "d")], (100,))

    (rule,) = [block for block in table.blocks if isinstance(block, Rule)]
    assert rule.grey == styles.GREY_ROW


def test_an_unruled_table_without_states_begins_at_the_left():
    table = rows.table(446, [row("a", "b"), row("c", "d")], (100,), states=False, ruled=False)

    made = [block for block in table.blocks if isinstance(block, Beside)]
    assert [x for x, _ in made[0].blocks] == [0, 100]
    assert not any(isinstance(block, Rule) for block in table.blocks)


def test_a_long_cell_makes_its_row_taller():
    short = rows.table(446, [row("a", "b")], (100,))
    long = rows.table(446, [row("a", "b " * 300)], (100,))

    assert long.height > short.height + 3 * styles.TEXT.leading


def test_a_state_takes_no_room_of_its_own():
    assert StateMark(State.LOOK).height == 0
