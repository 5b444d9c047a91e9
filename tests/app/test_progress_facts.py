from dataclasses import fields

from app.progress_facts import Mark, ProgressFacts

# What rules.md 9 keeps off every judge's page.
KEPT_OFF = ("medicine", "diagnosis", "flag", "screen", "prescription", "instrument", "legal_name")


def test_a_report_has_no_place_for_what_a_judge_may_not_see() -> None:
    names = {field.name for field in fields(ProgressFacts)}

    assert not [name for name in names for word in KEPT_OFF if word in name]


def test_negative_and_expected_positive_share_one_mark() -> None:
    words = {mark.value for mark in Mark}

    assert "as-expected" in words
    assert not words & {"negative", "expected", "expected-positive"}
    assert len(words) == 10
