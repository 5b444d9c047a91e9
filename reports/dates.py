"""Dates as our pages write them, whatever locale the computer is set to."""

from collections.abc import Sequence
from datetime import date, datetime, time

from app.wording import say

# A date is never broken over two lines.
GLUE = "\N{NO-BREAK SPACE}"


def short(day: date) -> str:
    """Nov 19."""
    return f"{short_month(day)}{GLUE}{day.day}"


def near(day: date, to: date) -> str:
    """Nov 19, with the year where it could be mistaken for another one."""
    return short(day) if abs((day - to).days) < 180 else f"{short(day)}, {day.year}"


def weekday(day: date) -> str:
    """Thu Nov 19, for a day on which someone must act."""
    return f"{say('report.weekdays.short').split()[day.weekday()]}{GLUE}{short(day)}"


def full(day: date) -> str:
    """Tuesday, November 24, 2026."""
    name = say("report.weekdays").split()[day.weekday()]
    return f"{name}, {month(day)} {day.day}, {day.year}"


def dated(day: date) -> str:
    """Nov 19, 2026."""
    return f"{short(day)}, {day.year}"


def clock(moment: time | datetime) -> str:
    """9:05 AM."""
    half = say("report.am") if moment.hour < 12 else say("report.pm")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def month(day: date) -> str:
    return _months("long")[day.month - 1]


def short_month(day: date) -> str:
    return _months("short")[day.month - 1]


def several(days: Sequence[date]) -> str:
    """Oct 3, 7, 9 and Nov 2: the month only where it changes."""
    parts: list[str] = []
    for number, day in enumerate(days):
        same = number and days[number - 1].month == day.month
        parts.append(str(day.day) if same else short(day))
    return ", ".join(parts)


def _months(length: str) -> list[str]:
    return say(f"report.months.{length}").split()
