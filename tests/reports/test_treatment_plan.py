"""Tests the printed plan: what stands on it and for whom, tagged, whole, and the same each time."""

import itertools
from dataclasses import replace

import pdfua
import pytest
from outloud import check

from models.choices import Recipient
from reports import treatment_plan
from tests.reports import pages, plan_examples

PAGES = {
    "ordinary": plan_examples.ordinary,
    "empty": plan_examples.empty,
    "full": plan_examples.full,
}
every_page = pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)


def pdf(facts):
    return treatment_plan.drawn(facts).pdf


@every_page
def test_the_checkers_find_nothing(make, tmp_path):
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf(make()))

    heard = check(str(file))

    assert heard.error is None
    assert heard.errors == 0
    assert pdfua.validate(file).findings == ()


@every_page
def test_every_glyph_is_tagged_or_an_artifact(make):
    made = pdf(make())

    assert all(piece.tag for piece in pages.pieces(made))
    assert all(path.tag for path in pages.paths(made))


@every_page
def test_nothing_leaves_the_page_and_no_words_overlap(make):
    found = pages.pieces(pdf(make()))

    for one in found:
        assert one.x >= 40 - 0.01
        assert one.right <= 572.01
        assert 26 - 0.01 <= one.y <= 792 - 10
    for page in {piece.page for piece in found}:
        assert pages.overlapping([piece for piece in found if piece.page == page]) == []


@pytest.mark.parametrize("make", [plan_examples.ordinary, plan_examples.empty])
def test_the_order_of_reading_is_the_order_on_the_page(make):
    found = pages.said(pdf(make()))

    starts = [own[0] for _, _, own in found if own]
    for before, after in itertools.pairwise(starts):
        assert after.page >= before.page
        upward = after.y > before.y + 8
        assert after.page > before.page or not upward or after.x > before.x


@every_page
def test_the_same_facts_give_the_same_bytes(make):
    assert pdf(make()) == pdf(make())


@pytest.mark.parametrize("make", [plan_examples.ordinary, plan_examples.empty])
def test_the_usual_plan_is_one_page(make):
    assert treatment_plan.drawn(make()).pages == 1


def test_a_long_plan_goes_on_and_says_whose_it_is_by_the_case_number():
    drawn = treatment_plan.drawn(plan_examples.full())

    assert drawn.pages > 1
    assert "Case 26-TC-0117, treatment plan, version 3" in pages.text(drawn.pdf)


@pytest.mark.parametrize(
    ("recipient", "words"),
    [
        (Recipient.PARTICIPANT, "The participant’s own copy"),
        (Recipient.TREATMENT_TEAM, "For the treatment team"),
    ],
)
def test_the_page_says_for_whom_it_is_and_what_nobody_checked(recipient, words):
    told = pages.text(pdf(replace(plan_examples.ordinary(), recipient=recipient)))

    assert words in told
    assert "Consent not checked by this program." in told
    assert "42 CFR part 2 prohibits unauthorized use or disclosure of these records." in told
    assert "Not for the public file" in told


def test_what_the_file_says_of_itself_names_nobody():
    reader = pages.reader(pdf(plan_examples.ordinary()))

    assert reader.metadata.title == "Treatment plan"
    assert "Marsh" not in str(reader.metadata)


def test_the_head_tells_who_since_when_and_which_level():
    told = pages.text(pdf(plan_examples.ordinary()))

    for words in (
        "Dani Marsh",
        "she/her · case 26-TC-0117",
        "3 of 5",
        "Oct 6, 2026",
        "Wed Nov 25",
        "Outpatient care, ASAM 4th edition, since Oct 6",
    ):
        assert words in told


def test_what_is_not_on_file_is_said_as_that():
    told = pages.text(pdf(plan_examples.empty()))

    assert told.count("Not on file") == 3
    assert "None on file." in told


def test_a_phase_without_a_known_last_one_stands_alone():
    facts = plan_examples.ordinary()
    alone = replace(facts, phase=replace(facts.phase, of=None, name=None))

    told = pages.text(pdf(alone))
    assert "3 of 5" not in told
    assert "Phase 3 Plan in force since" in told
