from datetime import date

from app.imports import headings, phases, reading
from app.imports.heading_words import PARTICIPANTS
from app.imports.reading import Field
from app.imports.rows import Mistake
from app.imports.sheets import gather
from models.episode import CourtCase
from models.phase import Phase

TODAY = date(2026, 11, 22)
FIELDS = (
    Field("case_number", CourtCase, "number", required=True),
    Field("phase", Phase, "position", read=lambda text, _: phases.phase(text)),
)


def read(*records: list[str]) -> list[reading.Reading]:
    sheet = gather([["Phase", "Case Number"], *records])
    return list(reading.readings(sheet, headings.find(sheet, PARTICIPANTS), FIELDS, TODAY))


def test_a_cell_that_is_blank_or_says_nothing_is_not_given():
    short, blank, nothing, full = read(["", "1"], ["  ", "2"], ["n/a", "3"], ["II", "4"])

    assert [one.given for one in (short, blank, nothing)] == [{"case_number"}] * 3
    assert full.values == {"case_number": "4", "phase": 2}


def test_what_is_required_is_taken_as_it_stands_and_missed_where_it_is_blank():
    dash, blank = read(["1", "-"], ["1"])

    assert dash.values["case_number"] == "-"
    assert blank.mistakes == [
        Mistake(3, "Case Number", "“Case number” is empty. Fill it in, or remove the row.")
    ]


def test_every_mistake_of_a_row_is_kept_in_the_order_of_the_columns():
    (one,) = read(["ten", "1" * 41])

    assert [mistake.column for mistake in one.mistakes] == ["Phase", "Case Number"]
    assert "at most 40" in one.mistakes[1].message


def test_a_cell_past_the_last_heading_is_a_mistake_and_never_dropped():
    (one,) = read(["1", "2", "", "moved to Elko"])

    assert [(mistake.row, mistake.column) for mistake in one.mistakes] == [(2, "")]


def test_a_required_column_that_is_missing_is_a_mistake_of_the_file():
    columns = headings.find(gather([["Phase", "Track"]]), PARTICIPANTS)

    (mistake,) = reading.missing(columns, FIELDS)

    assert (mistake.row, mistake.column) == (1, "")
    assert "Case number" in mistake.message


def test_mistakes_are_reported_in_the_order_of_the_rows_and_two_hundred_at_most():
    mistakes = [Mistake(row, "DOB", "") for row in range(300, 0, -1)]

    assert [mistake.row for mistake in reading.first(mistakes)] == list(range(1, 201))
