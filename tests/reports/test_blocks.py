from reports import styles
from reports.blocks import Beside, Rule, Space, Stack, Words, mixed, words
from reports.text import Run

LEADING = styles.TEXT.leading


def lines(count: int) -> Words:
    return words(200, "\n".join(f"line {n}" for n in range(count)), styles.TEXT)


def test_a_paragraph_is_as_high_as_its_lines():
    assert lines(3).height == 3 * LEADING


def test_a_paragraph_is_cut_between_lines_and_stays_one_element():
    whole = lines(5)

    first, rest = whole.split(2.5 * LEADING)

    assert isinstance(first, Words)
    assert isinstance(rest, Words)
    assert (len(first.lines), len(rest.lines)) == (2, 3)
    assert first.node is rest.node is whole.node


def test_a_paragraph_is_left_whole_where_it_fits_and_where_no_line_does():
    whole = lines(2)

    assert whole.split(100) == (whole, None)
    assert whole.split(5) == (None, whole)


def test_a_stack_is_cut_inside_the_block_that_does_not_fit():
    stack = Stack(200, (lines(2), Space(200, 5), lines(4)))

    first, rest = stack.split(4 * LEADING + 5)

    assert first is not None
    assert rest is not None
    assert first.height == 4 * LEADING + 5
    assert rest.height == 2 * LEADING


def test_what_only_keeps_blocks_apart_does_not_begin_a_page():
    stack = Stack(200, (lines(1), Rule(200, 0.4, 2, 2), lines(1)))

    _, rest = stack.split(LEADING + 1)

    assert rest is not None
    assert rest.height == LEADING


def test_a_stack_with_no_room_for_its_first_line_moves_whole():
    stack = Stack(200, (Space(200, 3), lines(2)))

    first, rest = stack.split(6)

    assert first is None
    assert rest is not None
    assert rest.height == 2 * LEADING


def test_blocks_side_by_side_are_cut_at_the_same_height():
    row = Beside(400, ((0, lines(1)), (200, lines(4))))

    first, rest = row.split(2 * LEADING)

    assert isinstance(first, Beside)
    assert isinstance(rest, Beside)
    assert [x for x, _ in first.blocks] == [0, 200]
    assert [x for x, _ in rest.blocks] == [200]


def test_a_row_of_which_one_side_cannot_begin_moves_whole():
    row = Beside(400, ((0, lines(3)), (200, words(200, "tall", styles.NAME))))

    assert row.split(styles.TEXT.leading * 1.5) == (None, row)
    assert row.split(100) == (row, None)


def test_a_block_that_cannot_be_cut_stays_whole():
    space = Space(100, 20)

    assert space.split(20) == (space, None)
    assert space.split(19) == (None, space)


def test_two_faces_stand_in_one_paragraph():
    block = mixed(300, [Run("not done", styles.TEXT.semibold()), Run("; form ready", styles.TEXT)])

    assert len(block.lines) == 1
    assert block.extent == block.lines[0].width
