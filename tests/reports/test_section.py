import pytest

from reports import section, styles
from reports.blocks import Space, words
from reports.section import Section


def body(count: int):
    return words(styles.READING, "\n".join(["line"] * count), styles.TEXT)


def test_a_section_is_as_high_as_the_higher_of_its_columns():
    short = Section("Orders", Space(446, 2), "a sum that needs more than one line in its column")
    long = Section("Orders", Space(446, 300))

    assert short.height > 2 * styles.EVIDENCE.leading
    assert long.height == section.ABOVE + 300 + section.BELOW


def test_a_section_over_two_pages_is_one_element_and_says_that_it_goes_on():
    whole = Section("Orders", body(20), "evidence")

    first, rest = whole.split(120)

    assert isinstance(first, Section)
    assert isinstance(rest, Section)
    assert first.node is rest.node is whole.node
    assert (first.continued, rest.continued) == (False, True)
    assert rest.evidence == ""


def test_a_section_moves_whole_where_its_name_or_first_line_has_no_room():
    whole = Section("Orders", body(20))

    assert whole.split(15) == (None, whole)
    assert Section("A", Space(446, 100)).split(60)[0] is None
    assert whole.split(1000) == (whole, None)


def test_a_section_that_gives_way_names_what_follows():
    whole = Section("Plan", body(9), "sum", short=body(1), rest=body(8), short_evidence="see there")

    first, rest = whole.shortened()

    assert first.height < whole.height
    assert first.evidence == "see there"
    assert rest.name == "Plan"


def test_a_section_with_no_shorter_form_cannot_give_way():
    with pytest.raises(AssertionError):
        Section("Plan", body(9)).shortened()
