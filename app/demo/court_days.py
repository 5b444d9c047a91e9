"""On which days the sample court sits: Tuesdays, from weekly to monthly by phase."""

from datetime import date, timedelta

TUESDAY = 1
WEEK = timedelta(days=7)
# Days between hearings by phase; the first month of the first phase is weekly.
INTERVALS = {1: 14, 2: 14, 3: 21, 4: 28, 5: 28}
FIRST_MONTH = timedelta(days=30)


def next_after(day: date) -> date:
    """Return the first court day after `day`."""
    return day + timedelta(days=(TUESDAY - day.weekday() - 1) % 7 + 1)


def last_by(day: date) -> date:
    """Return the latest court day up to `day`."""
    return day - timedelta(days=(day.weekday() - TUESDAY) % 7)


def earlier(day: date, *, phase: int, in_phase: timedelta, every: int | None) -> date:
    """Return the court day before `day` for somebody in `phase`."""
    usual = 7 if phase == 1 and in_phase < FIRST_MONTH else INTERVALS[phase]
    return day - timedelta(days=every or usual)


def sits_elsewhere(day: date) -> bool:
    """Whether the court also sits in the second county on `day`."""
    return day.toordinal() // 7 % 6 == 0
