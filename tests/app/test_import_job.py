from datetime import date

import pytest

from app.import_job import Job, Summary
from app.imports import heading_words, headings, sheets
from app.imports.rows import ParticipantRow


@pytest.fixture
def row() -> ParticipantRow:
    return ParticipantRow(
        number=4,
        case_number="26-TC-0117",
        last_name="Begaye",
        first_name="Nizhoni",
        middle_name=None,
        preferred_name=None,
        birth_date=None,
        sex=None,
        status=None,
        track=None,
        phase=2,
        referred_on=None,
        admitted_on=None,
        given=frozenset({"phase"}),
    )


def job(*, update: bool) -> Job:
    sheet = sheets.gather([("Case #", "Surname", "Given", "Level"), ("1", "A", "B", "2")])
    columns = headings.find(sheet, heading_words.PARTICIPANTS)
    return Job(columns, date(2026, 11, 23), update, Summary())


def test_a_row_that_says_nothing_new_is_unchanged(row: ParticipantRow) -> None:
    asked = job(update=False)

    assert not asked.settle(row, [])
    assert (asked.summary.unchanged, asked.summary.mistakes) == (1, [])


def test_another_value_is_a_mistake_at_the_files_own_heading(row: ParticipantRow) -> None:
    asked = job(update=False)

    assert not asked.settle(row, ["phase"])
    (mistake,) = asked.summary.mistakes
    assert (mistake.row, mistake.column) == (4, "Level")
    assert asked.summary.updated == 0


def test_with_update_another_value_is_to_be_written(row: ParticipantRow) -> None:
    asked = job(update=True)

    assert asked.settle(row, ["phase"])
    assert (asked.summary.updated, asked.summary.mistakes) == (1, [])
