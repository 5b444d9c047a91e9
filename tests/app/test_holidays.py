from datetime import date

import pytest

from app.holidays import why_unusual


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "New Year’s Day"),
        (date(2026, 1, 19), "Martin Luther King Jr. Day"),
        (date(2026, 2, 16), "Washington’s Birthday"),
        (date(2026, 5, 25), "Memorial Day"),
        (date(2026, 6, 19), "Juneteenth"),
        (date(2026, 7, 4), "Independence Day"),
        (date(2026, 9, 7), "Labor Day"),
        (date(2026, 10, 12), "Columbus Day or Indigenous Peoples’ Day"),
        (date(2026, 11, 11), "Veterans Day"),
        (date(2026, 11, 26), "Thanksgiving Day"),
        (date(2026, 12, 25), "Christmas Day"),
    ],
)
def test_every_federal_holiday_is_known(day, name):
    assert why_unusual(day) == f"That is a holiday: {name}."


@pytest.mark.parametrize("day", [date(2026, 5, 18), date(2026, 9, 14), date(2026, 11, 24)])
def test_an_ordinary_day_is_not_asked_about(day):
    assert why_unusual(day) is None


def test_a_sunday_is_asked_about():
    assert why_unusual(date(2026, 11, 22)) == "That is a Sunday."
