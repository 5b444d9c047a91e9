from dataclasses import replace

import pytest

from reports import document, progress_report
from tests.reports import examples, pages


def many_unverified():
    return replace(examples.ordinary(), unverified=tuple(f"result of day {n}" for n in range(300)))


def test_every_page_says_which_of_how_many_it_is():
    found = pages.pieces(progress_report.to_bytes(examples.full()))

    numbers = [(piece.page, piece.text) for piece in found if piece.text.startswith("Page ")]
    assert numbers == [(0, "Page 1 of 2"), (1, "Page 2 of 2")]


def test_a_pack_counts_its_pages_too_and_begins_each_report_at_one():
    pdf = progress_report.pack((examples.full(), examples.ordinary()))

    numbers = [piece.text for piece in pages.pieces(pdf) if piece.text.startswith("Page ")]
    assert numbers == [
        "Page 1 of 2, pack page 1",
        "Page 2 of 2, pack page 2",
        "Page 1 of 1, pack page 3",
    ]


def test_the_head_of_further_pages_names_the_case_and_no_person():
    found = [
        piece
        for piece in pages.pieces(progress_report.to_bytes(examples.full()))
        if piece.page == 1
    ]

    head = found[0]
    assert head.text == "Case 26-TC-0117, hearing Tuesday, November 24, 2026"
    assert head.tag == "Artifact"
    assert not any("Featherstone" in piece.text for piece in found)


def test_the_foot_is_printed_and_read_out_on_every_page():
    found = pages.pieces(progress_report.to_bytes(examples.full()))

    law = [(piece.page, piece.tag) for piece in found if piece.text.startswith("42 CFR part 2")]
    assert law == [(0, "P"), (1, "P")]
    feet = [
        each
        for each in pages.said(progress_report.to_bytes(examples.full()))
        if each[1].startswith("42")
    ]
    assert [len(element.leaves) for element, _, _ in feet] == [1, 1]


def test_the_law_is_the_largest_line_at_the_left_of_the_foot():
    found = pages.pieces(progress_report.to_bytes(examples.ordinary()))

    law = next(piece for piece in found if piece.text.startswith("42 CFR"))
    below = [piece for piece in found if piece.y < law.y and piece.x < 100]
    assert len(below) == 3
    assert all(piece.size < law.size for piece in below)


def test_a_foot_too_long_for_a_foot_becomes_the_last_section():
    pdf = progress_report.to_bytes(many_unverified())

    text = pages.text(pdf)
    assert "More stands under: About this report." in text
    heads = [words for element, words, _ in pages.said(pdf) if element.kind == "H2"]
    assert "About this report" in heads
    assert "result of day 299" in text


def test_the_docket_number_stands_in_the_tab():
    found = pages.pieces(progress_report.to_bytes(examples.ordinary()))

    number, of = found[0], found[1]
    assert (number.text, of.text) == ("4", "of 14")
    assert number.tag == "Artifact"
    assert number.y > 760
    assert not any(
        piece.y > 760 for piece in pages.pieces(progress_report.to_bytes(examples.empty()))
    )


def test_a_document_of_nothing_is_our_mistake():
    with pytest.raises(ValueError, match="at least one"):
        document.draw([], "Nothing")
