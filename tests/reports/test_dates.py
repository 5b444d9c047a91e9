from datetime import date, datetime, time

import pytest

from reports import dates


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_is_written_the_american_way():
    assert plain(dates.short(date(2026, 11, 9))) == "Nov 9"
    assert plain(dates.weekday(date(2026, 11, 19))) == "Thu Nov 19"
    assert plain(dates.dated(date(2026, 5, 1))) == "May 1, 2026"
    assert dates.full(date(2026, 11, 24)) == "Tuesday, November 24, 2026"


@pytest.mark.parametrize(
    ("day", "written"), [(date(2026, 9, 15), "Sep 15"), (date(2025, 9, 15), "Sep 15, 2025")]
)
def test_the_year_stands_where_a_day_could_be_mistaken(day, written):
    assert plain(dates.near(day, date(2026, 11, 24))) == written


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (time(9, 0), "9:00 AM"),
        (time(0, 5), "12:05 AM"),
        (time(12, 0), "12:00 PM"),
        (datetime(2026, 11, 23, 16, 10), "4:10 PM"),  # noqa: DTZ001 - only the clock is read
    ],
)
def test_the_clock_has_twelve_hours(moment, written):
    assert dates.clock(moment) == written


def test_several_days_name_a_month_once():
    days = [date(2026, 10, 3), date(2026, 10, 7), date(2026, 11, 2), date(2026, 11, 9)]

    assert plain(dates.several(days)) == "Oct 3, 7, Nov 2, 9"
