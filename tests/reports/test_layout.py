from hypothesis import given
from hypothesis import strategies as st

from reports import layout, order, styles
from reports.blocks import Block, Space, Stack, Words, words
from reports.layout import Story
from reports.section import Section

FIRST, ROOM = 700.0, 674.0


def lines(count: int) -> Words:
    return words(styles.READING, "\n".join(f"{n}" for n in range(count)), styles.TEXT)


def section(name: str, count: int, short: int | None = None) -> Section:
    made = Section(name, lines(count))
    if short is not None:
        made.short, made.rest = lines(short), lines(count)
    return made


def names(blocks: list[Block]) -> list[str]:
    return [block.name for block in blocks if isinstance(block, Section)]


def test_a_story_that_fits_stands_on_one_page_with_spare_lines_to_write_on():
    story = Story((Space(532, 50),), (section("a", 5),), order.closing())

    (page,) = layout.lay_out(story, FIRST, ROOM)

    assert page.closing is not None
    assert page.closing.height > order.closing().height


def test_evidence_gives_way_first_named_first_and_follows_in_order():
    sections = (section("a", 20, 1), section("b", 20, 1), section("c", 20, 1))
    story = Story((), sections, order.closing(), shorten=(2, 1, 0))

    first, second = layout.lay_out(story, FIRST, ROOM)

    assert names(first.blocks) == ["a", "b", "c"]
    assert names(second.blocks) == ["c"]
    assert first.closing is not None
    assert second.closing is None


def test_where_nothing_helps_everything_flows_in_order():
    sections = (section("a", 80), section("b", 9, 1))
    story = Story((), sections, order.closing(), shorten=(1,))

    pages = layout.lay_out(story, FIRST, ROOM)

    assert [names(page.blocks) for page in pages] == [["a"], ["a", "b"]]


def test_a_small_section_stands_at_the_foot_of_a_page_where_it_fits():
    room = section("a", 20).height + section("b", 1).height

    (page,) = layout.lay_out(Story((), (section("a", 20), section("b", 1))), room, ROOM)

    assert names(page.blocks) == ["a", "b"]


def test_what_is_higher_than_a_page_is_drawn_rather_than_never():
    pages = layout.lay_out(Story((Space(532, 900), Space(532, 900)), ()), FIRST, ROOM)

    assert [len(page.blocks) for page in pages] == [1, 1]


@given(st.lists(st.integers(1, 150), min_size=1, max_size=8))
def test_every_line_is_on_some_page_and_no_page_is_too_full(counts):
    sections = tuple(section(str(n), count) for n, count in enumerate(counts))

    pages = layout.lay_out(Story((), sections, order.closing()), FIRST, ROOM)

    placed = [block for page in pages for block in page.blocks]
    assert sum(_lines(block) for block in placed) == sum(counts)
    for number, page in enumerate(pages):
        used = sum(block.height for block in page.blocks)
        used += page.closing.height if page.closing else 0
        assert used <= (ROOM if number else FIRST) + 0.1


def _lines(block: Block) -> int:
    if isinstance(block, Section):
        return _lines(block.body)
    if isinstance(block, Stack):
        return sum(map(_lines, block.blocks))
    return len(block.lines) if isinstance(block, Words) else 0
