"""Tests the columns of the list of participants: what is known, and honest gaps."""

from dataclasses import replace
from datetime import date

import pytest

from app.listing import ParticipantRow
from models.choices import Status
from ui import participant_columns

TODAY = date(2026, 11, 23)
ROW = ParticipantRow(
    person_id=1,
    last_name="Begaye",
    first_name="Nizhoni",
    preferred_name=None,
    case_number="2025-CR-0288",
    status=Status.ACTIVE,
    phase=4,
    phase_since=date(2026, 9, 27),
    phase_minimum_days=90,
    last_test_on=date(2026, 11, 19),
    last_test="as-expected",
    next_hearing_on=date(2026, 12, 8),
)


def cells(**changed) -> list[str]:
    row = replace(ROW, **changed)
    texts = [column.cell(row).text for column in participant_columns.columns(TODAY)]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_a_row_says_what_is_known():
    assert cells() == [
        "Begaye, Nizhoni",
        "2025-CR-0288",
        "4 day 58 of 90",
        "Active",
        "As expected Nov 19",
        "Tue Dec 8",
    ]


@pytest.mark.parametrize(
    ("changed", "column", "told"),
    [
        ({"preferred_name": "Nizh"}, 0, "Begaye, Nizh"),
        ({"case_number": None}, 1, ""),
        ({"phase": None}, 2, ""),
        ({"phase_since": None}, 2, "4 start not on file"),
        ({"phase_minimum_days": None}, 2, "4 day 58"),
        ({"status": None}, 3, "Not on file"),
        ({"last_test": None}, 4, "none on file"),
        ({"next_hearing_on": None}, 5, "none on file"),
    ],
)
def test_gaps_in_a_row_are_honest(changed, column, told):
    assert cells(**changed)[column] == told


def test_no_risk_and_no_flag_stands_in_the_list():
    headings = [column.heading for column in participant_columns.columns(TODAY)]

    assert headings == [
        "Name",
        "Case number",
        "Phase and day",
        "Status",
        "Last test",
        "Next hearing",
    ]


def test_a_name_is_said_as_the_person_wishes():
    assert participant_columns.name_of(ROW) == "Nizhoni Begaye"
    assert participant_columns.name_of(replace(ROW, preferred_name="Nizh")) == "Nizh Begaye"
