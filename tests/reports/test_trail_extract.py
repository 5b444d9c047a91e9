"""Tests the printed extract: day by day, tagged, whole, and with the notice where it is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pdfua
import pytest
from outloud import check

from app.trail_extract import ExtractFacts, ExtractRow
from reports import trail_extract
from tests.reports import pages

AT = datetime(2026, 11, 23, 16, 10, tzinfo=UTC)
ROW = ExtractRow(
    seq=1234,
    at=AT,
    by="Ruth Amsel",
    did="Note changed",
    name="Quintana, Mari",
    case="TC-7",
    changes="Words: from Called. to Called twice.",
    reason="a slip",
)
COURT_ROW = replace(ROW, seq=1233, did="Record opened", name="", case="", changes="", reason="")


def facts(*rows, **told):
    usual = {
        "court": "Juniper County Treatment Court",
        "prepared_by": "Ruth Amsel",
        "prepared_at": AT,
        "narrowed": (),
        "events": 1234,
        "is_cut": False,
        "audit_mark": "1234-0123456789ABCDEF",
    }
    return ExtractFacts(rows=tuple(rows), **(usual | told))


def many(count=120):
    return [
        replace(ROW, seq=5000 - number, at=AT - timedelta(hours=number), changes="Words: " * 12)
        for number in range(count)
    ]


PAGES = {
    "one": facts(ROW, COURT_ROW),
    "none": facts(),
    "many": facts(*many(), is_cut=True, narrowed=("from 11/01/2026", "by Ruth Amsel")),
}
every_page = pytest.mark.parametrize("told", PAGES.values(), ids=PAGES)


def pdf(told):
    return trail_extract.drawn(told).pdf


def text(told):
    return " ".join(piece.text for piece in pages.pieces(pdf(told)))


@every_page
def test_the_checkers_find_nothing(told, tmp_path):
    file = tmp_path / "trail.pdf"
    file.write_bytes(pdf(told))

    heard = check(str(file))

    assert heard.error is None
    assert heard.errors == 0
    assert pdfua.validate(file).findings == ()


@every_page
def test_nothing_leaves_the_page_and_no_words_overlap(told):
    found = pages.pieces(pdf(told))

    assert all(piece.tag for piece in found)
    assert all(piece.x >= 40 - 0.01 and piece.right <= 572.01 for piece in found)
    for page in {piece.page for piece in found}:
        assert pages.overlapping([piece for piece in found if piece.page == page]) == []


def test_an_event_says_when_what_of_whom_from_what_to_what_and_by_whom():
    said = text(facts(ROW))

    for part in ("4:10 PM", "No. 1,234", "Note changed", "Quintana", "TC-7", "a slip", "Ruth"):
        assert part in said


def test_the_mark_and_the_notice_stand_on_every_page():
    drawn = trail_extract.drawn(PAGES["many"])
    found = pages.pieces(drawn.pdf)

    assert drawn.pages > 3
    for page in {piece.page for piece in found}:
        said = " ".join(piece.text for piece in found if piece.page == page)
        assert "1234-0123456789ABCDEF" in said
        assert "42 CFR part 2 prohibits" in said


def test_what_names_nobody_says_so():
    said = text(facts(COURT_ROW))

    assert "No participant is named on these pages." in said
    assert "42 CFR" not in said
    assert "Consent" not in said


def test_what_is_left_out_and_what_it_is_narrowed_to_stand_at_the_head():
    said = text(PAGES["many"])

    assert "The newest 120 events; older ones are not on these pages" in said
    assert "from 11/01/2026" in said
    assert "not narrowed" in text(facts(ROW))
    assert "No event fits." in text(facts())


def test_every_event_stands_on_some_page_once():
    said = text(PAGES["many"])

    assert [said.count(f"No. {row.seq:,}") for row in PAGES["many"].rows] == [1] * 120


def test_equal_facts_give_equal_bytes_and_no_name_outside_the_page():
    drawn = pdf(facts(ROW))

    assert drawn == pdf(facts(ROW))
    assert "Quintana" not in str(pages.reader(drawn).metadata)
