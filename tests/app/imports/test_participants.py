import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from app.imports import participants, sheets
from app.imports.rows import Parsed, ParticipantRow
from models.choices import Sex, Status

TODAY = date(2026, 11, 22)
SPREADSHEETS = Path(__file__).parent / "spreadsheets"
HEADINGS = ["Last Name", "First Name", "Case Number"]


def parse(*records: list[str]) -> Parsed[ParticipantRow]:
    return participants.parse(sheets.gather(records), today=TODAY)


def mistakes(*records: list[str]) -> list[tuple[int, str]]:
    return [(mistake.row, mistake.column) for mistake in parse(*records).mistakes]


@pytest.mark.parametrize("style", ["plain", "messy", "windows"])
def test_the_caseload_of_a_court_is_read_as_its_truth_says(style):
    truth = json.loads((SPREADSHEETS / style / "truth.json").read_text(encoding="utf-8"))

    parsed = participants.parse(sheets.read(SPREADSHEETS / style / "caseload.csv"), today=TODAY)

    assert parsed.mistakes == ()
    assert parsed.ignored_columns == ()
    found = json.loads(json.dumps([vars(row) for row in parsed.rows], default=plain))
    expected = truth["participants"]
    assert len(expected) == 25
    assert [{key: row[key] for key in expected[0]} for row in found] == expected


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else sorted(value)


def test_a_broken_caseload_names_every_mistake_by_row_and_column():
    truth = json.loads((SPREADSHEETS / "broken" / "truth.json").read_text(encoding="utf-8"))

    parsed = participants.parse(sheets.read(SPREADSHEETS / "broken" / "caseload.csv"), today=TODAY)

    assert [{"row": one.row, "column": one.column} for one in parsed.mistakes] == truth["mistakes"]


def test_only_what_the_file_fills_in_is_given():
    (row,) = parse([*HEADINGS, "Sex", "Phase", "DOB"], ["Tso", "Priya", "1", "", "II", "-"]).rows

    assert row.given == {"last_name", "first_name", "case_number", "phase"}
    assert (row.sex, row.phase, row.birth_date, row.status) == (None, 2, None, None)


def test_every_field_is_read():
    headings = ["MI", "Goes by", "DOB", "Sex", "Status", "Track", "Phase", "Referred", "Admitted"]
    cells = ["Ann", "Bea", "3/7/90", "unknown", "AWOL", "DWI", "3", "1/2/26", "2/3/26"]

    (row,) = parse([*HEADINGS, *headings], ["Tso", "Priya", " CR  1 ", *cells]).rows

    assert row == ParticipantRow(
        number=2,
        case_number="CR 1",
        last_name="Tso",
        first_name="Priya",
        middle_name="Ann",
        preferred_name="Bea",
        birth_date=date(1990, 3, 7),
        sex=Sex.UNKNOWN,
        status=Status.ABSCONDED,
        track="DWI",
        phase=3,
        referred_on=date(2026, 1, 2),
        admitted_on=date(2026, 2, 3),
        given=frozenset(field.name for field in dataclasses.fields(ParticipantRow))
        - {"number", "given"},
    )


def test_a_whole_name_stands_for_both_where_there_is_one_column():
    parsed = parse(["Name", "Case #"], ["Tso, Priya", "1"], ["Verna Yazzie", "2"], ["Tso", "3"])

    assert [(row.last_name, row.first_name) for row in parsed.rows] == [
        ("Tso", "Priya"),
        ("Yazzie", "Verna"),
    ]
    assert parsed.rows[0].given == {"last_name", "first_name", "case_number"}
    assert [(mistake.row, mistake.column) for mistake in parsed.mistakes] == [(4, "Name")]


def test_missing_columns_are_mistakes_of_the_file_and_the_rows_are_left_alone():
    parsed = parse(["First", "DOB"], ["Priya", "02/30/1990"])

    assert [(mistake.row, mistake.column) for mistake in parsed.mistakes] == [(1, ""), (1, "")]
    assert parsed.rows == ()


def test_a_case_number_a_second_time_is_a_mistake_at_the_later_row():
    rows = [
        ["Tso", "Priya", "2026-cr 1"],
        ["Yazzie", "Verna", "2"],
        ["Yazzie", "Otis", "2026-CR  1"],
    ]

    assert mistakes(HEADINGS, *rows) == [(4, "Case Number")]


def test_a_row_with_a_mistake_still_takes_its_case_number():
    rows = [["", "Priya", "1"], ["Yazzie", "Verna", "1"], ["Tso", "Otis", ""], ["Tso", "Ana", ""]]

    assert mistakes(HEADINGS, *rows) == [
        (2, "Last Name"),
        (3, "Case Number"),
        (4, "Case Number"),
        (5, "Case Number"),
    ]


def test_two_columns_for_one_field_are_a_mistake_beside_those_of_the_rows():
    assert mistakes([*HEADINGS, "DOB", "Birth date"], ["Tso", "Priya", "1", "soon"]) == [
        (1, "Birth date"),
        (2, "DOB"),
    ]


def test_a_cell_that_begins_like_a_formula_is_a_name_like_any_other():
    (row,) = parse(HEADINGS, ["=cmd|'/c calc'!A1", "'+Priya", "1"]).rows

    assert (row.last_name, row.first_name) == ("=cmd|'/c calc'!A1", "+Priya")


def test_names_keep_any_letters_up_to_the_limit():
    assert mistakes(HEADINGS, ["Ł" * 120, "Hózhǫ́", "1"], ["Ł" * 121, "O'Dell", "2"]) == [
        (3, "Last Name")
    ]
