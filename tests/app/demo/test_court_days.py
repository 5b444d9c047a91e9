from datetime import date, timedelta

import pytest

from app.demo import court_days

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize("days_before", range(1, 8))
def test_the_next_court_day_is_the_first_tuesday_after_the_day(days_before: int) -> None:
    assert court_days.next_after(TUESDAY - timedelta(days=days_before)) == TUESDAY


@pytest.mark.parametrize("days_after", range(7))
def test_the_last_court_day_may_be_the_day_itself(days_after: int) -> None:
    assert court_days.last_by(TUESDAY + timedelta(days=days_after)) == TUESDAY


@pytest.mark.parametrize(
    ("phase", "in_phase", "days"), [(1, 10, 7), (1, 40, 14), (2, 10, 14), (3, 1, 21), (5, 60, 28)]
)
def test_court_is_weekly_at_first_and_monthly_at_last(phase: int, in_phase: int, days: int) -> None:
    before = court_days.earlier(TUESDAY, phase=phase, in_phase=timedelta(days=in_phase), every=None)

    assert (TUESDAY - before).days == days


def test_somebody_may_have_an_interval_of_their_own() -> None:
    before = court_days.earlier(TUESDAY, phase=5, in_phase=timedelta(days=9), every=35)

    assert (TUESDAY - before).days == 35


def test_the_court_sits_elsewhere_every_sixth_week() -> None:
    weeks = [TUESDAY + timedelta(days=7 * week) for week in range(12)]

    assert sum(court_days.sits_elsewhere(day) for day in weeks) == 2
