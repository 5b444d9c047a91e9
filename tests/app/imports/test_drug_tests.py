import json
from datetime import date
from pathlib import Path

import pytest

from app.imports import drug_tests, sheets
from app.imports.rows import DrugTestRow, Parsed
from models.choices import Outcome, Specimen, Validity

TODAY = date(2026, 11, 22)
SPREADSHEETS = Path(__file__).parent / "spreadsheets"
HEADINGS = ["Case Number", "Collected", "Specimen", "Outcome", "Positive For"]


def parse(*records: list[str]) -> Parsed[DrugTestRow]:
    return drug_tests.parse(sheets.gather(records), today=TODAY)


def one(outcome: str, positive: str = "") -> Parsed[DrugTestRow]:
    return parse(HEADINGS, ["1", "3/7/26", "UA", outcome, positive])


@pytest.mark.parametrize(("style", "count"), [("plain", 170), ("messy", 136), ("windows", 170)])
def test_the_tests_of_a_court_are_read_as_their_truth_says(style, count):
    truth = json.loads((SPREADSHEETS / style / "truth.json").read_text(encoding="utf-8"))

    parsed = drug_tests.parse(sheets.read(SPREADSHEETS / style / "drug-tests.csv"), today=TODAY)

    assert (parsed.mistakes, parsed.ignored_columns) == ((), ())
    found = [
        {
            "case_number": row.case_number,
            "collected_on": row.collected_on.isoformat(),
            "specimen": row.specimen,
            "outcome": row.outcome,
            "positive": sorted(row.positive),
        }
        for row in parsed.rows
    ]
    assert len(found) == count
    assert found == truth["drug_tests"]


def test_a_positive_names_its_substances():
    (row,) = one("Pos", "THC; Bup").rows

    assert row == DrugTestRow(
        number=2,
        case_number="1",
        collected_on=date(2026, 3, 7),
        specimen=Specimen.URINE,
        outcome=Outcome.TESTED,
        validity=Validity.NOT_DETERMINED,
        positive=("thc", "buprenorphine"),
        given=frozenset({"case_number", "collected_on", "specimen", "outcome", "positive"}),
    )


def test_a_result_cell_and_the_list_of_substances_are_read_together():
    (row,) = one("positive for etg", "etg; cocaine").rows

    assert row.positive == ("etg", "cocaine")


def test_a_negative_says_that_nothing_is_positive():
    (row,) = one("neg", "none").rows

    assert row.positive == ()
    assert "positive" in row.given


def test_two_tests_a_day_are_two_tests():
    same = ["CR 1", "3/7/26", "UA", "neg"]
    parsed = parse(
        HEADINGS,
        same,
        ["cr  1", "2026-03-07", "urine", "pos", "thc"],
        ["CR 1", "3/7/26", "swab", "neg"],
        ["CR 2", "3/7/26", "UA", "neg"],
        same,
    )

    assert parsed.mistakes == ()
    assert [row.number for row in parsed.rows] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("outcome", "positive", "column"),
    [
        ("negative", "thc", "Positive For"),
        ("no show", "thc", "Positive For"),
        ("tampered", "thc", "Positive For"),
        ("positive", "", "Positive For"),
        ("positive", "yes", "Positive For"),
        ("tested", "", "Outcome"),
        ("", "thc", "Outcome"),
        ("perhaps", "thc", "Outcome"),
        ("positive", "x" * 61, "Positive For"),
    ],
)
def test_a_result_that_is_open_or_contradicts_itself_is_a_mistake(outcome, positive, column):
    parsed = one(outcome, positive)

    assert parsed.rows == ()
    assert [(mistake.row, mistake.column) for mistake in parsed.mistakes] == [(2, column)]


def test_tested_with_substances_is_a_positive():
    assert one("tested", "thc").rows[0].positive == ("thc",)


def test_without_a_column_for_substances_a_positive_is_of_an_unknown_one():
    parsed = parse(["Case", "Date", "Result"], ["1", "3/7/26", "pos"], ["1", "3/8/26", "neg"])

    assert [row.positive for row in parsed.rows] == [("unknown",), ()]
    assert [row.specimen for row in parsed.rows] == [None, None]


@pytest.mark.parametrize(
    ("outcome", "validity"),
    [
        ("neg", Validity.NOT_DETERMINED),
        ("dilute", Validity.DILUTE),
        ("invalid", Validity.INVALID),
        ("no-show", None),
        ("unable", None),
        ("rejected", None),
        ("adulterated", Validity.ADULTERATED),
    ],
)
def test_the_validity_is_what_the_file_says_of_the_specimen(outcome, validity):
    assert one(outcome).rows[0].validity is validity


def test_a_test_after_tomorrow_is_a_mistake():
    rows = [["1", day, "UA", "neg"] for day in ("11/23/2026", "11/24/2026", "")]

    parsed = parse(HEADINGS, *rows)

    assert [row.collected_on for row in parsed.rows] == [date(2026, 11, 23)]
    assert [(mistake.row, mistake.column) for mistake in parsed.mistakes] == [
        (3, "Collected"),
        (4, "Collected"),
    ]


def test_missing_columns_are_mistakes_of_the_file():
    parsed = parse(["Case Number", "Judge"], ["1", "Amsel"])

    assert [(mistake.row, mistake.column) for mistake in parsed.mistakes] == [(1, ""), (1, "")]
    assert parsed.ignored_columns == ("Judge",)
