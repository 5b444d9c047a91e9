from dataclasses import replace
from datetime import date

import pytest

from app.progress_facts import DayWords, OrderRow, SinceRow, State
from reports import progress_report, progress_sections
from tests.reports import examples, pages


def text(facts) -> str:
    return pages.text(progress_report.to_bytes(facts))


def since(*rows: SinceRow):
    facts = examples.ordinary()
    return replace(facts, since=replace(facts.since, rows=rows))


def test_sections_have_one_order_on_every_page():
    kept = [
        "Say this first",
        "In their words",
        "Since last hearing",
        "Drug tests",
        "Orders of Nov 10",
        "Treatment plan",
        "Judge\u2019s order",
    ]

    for facts in (examples.ordinary(), examples.full(), examples.labelled_everywhere()):
        found = pages.said(progress_report.to_bytes(facts))
        heads = [
            words.replace("\u00a0", " ") for element, words, _ in found if element.kind == "H2"
        ]
        assert heads[:7] == kept


def test_an_empty_section_says_so_in_a_line():
    said = text(examples.empty())

    for line in (
        "No concern on file.",
        "Nothing on file in their words.",
        "Nothing required is on file for this period.",
        "No earlier hearing on file.",
        "No treatment plan on file.",
    ):
        assert line in said
    assert "No orders on file from the last hearing." in text(examples.imported())


def test_a_period_without_an_earlier_hearing_says_its_days():
    said = text(examples.empty())

    assert "In this period Oct 25 to Nov 23: done of required" in said
    assert "Since last hearing" not in said


def test_their_words_are_quoted_with_their_day():
    facts = examples.ordinary()

    assert "\u201cI want the judge to know I called ahead.\u201d Nov 20" in text(facts)
    assert "called ahead.\u201d Since" in text(replace(facts, own_words_on=None))


def test_done_of_required_stands_with_the_days_that_were_missed():
    said = text(examples.ordinary())

    assert "Treatment 3 of 4 Thu Nov 19 absent, no ride, called ahead" in said
    assert "Recovery meetings 5 of 4 Appointments 3 of 3" in said


def test_nothing_due_and_days_excused_are_told_apart():
    said = text(
        since(
            SinceRow("treatment", 0, 0, 0, State.PLAIN, ()),
            SinceRow("tests", 3, 3, 2, State.DONE, ()),
            SinceRow("meetings", 2, 2, 1, State.DONE, (DayWords(date(2026, 11, 17), "excused"),)),
            SinceRow("appointments", 0, 0, 1, State.PLAIN, ()),
        )
    )

    assert "Treatment no entry" in said
    assert "Appointments none due" in said
    assert "Drug tests 3 of 3 2 more excused" in said
    assert "Recovery meetings 2 of 2 Tue Nov 17 excused" in said


def test_the_sums_repeat_the_strip_in_words():
    said = text(examples.ordinary())

    assert (
        "35 days to Nov 23: 12 asked for, 9 valid; longest gap 6 days; 1 waiting for result" in said
    )


def test_an_order_is_done_or_not_and_a_coming_one_says_its_weekday():
    said = text(examples.ordinary())

    assert "license back by Nov 20 not done ; form ready, $40 fee due" in said
    assert "Bring pay stubs by Nov 17 done Nov 16" in said
    assert "Write safety plan with counselor by Tue Nov 24" in said


def test_an_order_without_a_day_or_a_word_is_printed_all_the_same():
    facts = replace(
        examples.ordinary(),
        orders=(
            OrderRow("Report by phone", None, None, State.PLAIN, None),
            OrderRow("Return the form", None, date(2025, 2, 3), State.DONE, "late"),
        ),
    )

    assert "Report by phone Return the form done Feb 3, 2025 ; late" in text(facts)


def test_a_row_to_look_at_is_semibold_and_the_others_are_not():
    found = pages.pieces(progress_report.to_bytes(examples.ordinary()))

    fonts = {piece.text.strip(): piece.font for piece in found}
    assert fonts["Treatment"].endswith("SemiBold")
    assert fonts["Appointments"].endswith("Regular")
    assert fonts[["Bring pay stubs", "\xa0Nov\xa017"][0] + " by Nov 17"].endswith("Regular")


def test_the_level_of_care_says_its_edition_and_since_when():
    facts = examples.ordinary()
    plan = facts.plan
    assert plan is not None

    assert "Level of care: ASAM level 1.5, 4th edition, since Sep 15, next review Dec 15" in text(
        facts
    )
    bare = replace(plan, objectives=(), asam_edition=None, level_since=None, next_review_on=None)
    said = text(replace(facts, plan=bare))
    assert "No objectives due or met in this period. Level of care: ASAM level 1.5 Judge" in said
    nothing = replace(bare, level_of_care=None)
    assert "Level of care" not in text(replace(facts, plan=nothing))


@pytest.mark.parametrize("make", progress_sections.SECTIONS)
def test_every_section_draws_from_nothing(make):
    assert make(examples.empty()).height > 0
