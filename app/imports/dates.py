"""Reads a day from the ways in which people and programs write one; an unclear day is refused."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from app.imports.values import ValueMistake

_EARLIEST = 1900
# The day before 1 January 1900 as spreadsheets count, with the leap day that 1900 never had.
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(20_000, 80_001)
_AHEAD = timedelta(days=2 * 365)

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_MONTH_NAME = r"(?P<name>[a-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        _WEEKDAY
        + r"(?P<month>\d{1,2})\s*(?P<mark>[/.\-])\s*(?P<day>\d{1,2})\s*(?P=mark)\s*"
        + _YEAR,
        r"(?P<year>\d{4})(?P<mark>[/.\-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        _WEEKDAY + _MONTH_NAME + r"[\s\-]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?[\s\-]+" + _YEAR,
        _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-]+" + _MONTH_NAME + r",?[\s\-]+" + _YEAR,
    )
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def day(text: str, today: date) -> date:
    """Return the day that `text` names; two digits are a year of this century."""
    found = _read(text, lambda year, month, number: _exact(2000 + year, month, number))
    if found.year < _EARLIEST or found > today + _AHEAD:
        raise ValueMistake("import.date.year", text=text)
    return found


def birth(text: str, today: date) -> date:
    """Return the birth date that `text` names; two digits are the latest year that is past."""

    def latest_past(year: int, month: int, number: int) -> date | None:
        recent = _exact(2000 + year, month, number)
        past = recent is not None and recent <= today
        return recent if past else _exact(1900 + year, month, number)

    found = _read(text, latest_past)
    if found > today:
        raise ValueMistake("import.birth.future", text=text)
    if found.year < _EARLIEST:
        raise ValueMistake("import.birth.early", text=text)
    return found


def _read(text: str, short_year: Callable[[int, int, int], date | None]) -> date:
    serial = _SERIAL.fullmatch(text)
    if serial and int(serial[1]) in _SERIALS:
        return _SERIAL_START + timedelta(days=int(serial[1]))
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _day_of(text, found.groupdict(), short_year)
    raise ValueMistake("import.date.unreadable", text=text)


def _day_of(
    text: str, parts: dict[str, str], short_year: Callable[[int, int, int], date | None]
) -> date:
    year, number = int(parts["year"]), int(parts["day"])
    month = _named(parts["name"]) if "name" in parts else int(parts["month"])
    read = short_year if len(parts["year"]) == 2 else _exact
    found = read(year, month, number)
    if found is None and month > 12 >= number:
        raise ValueMistake("import.date.order", text=text, month=month)
    if found is None:
        raise ValueMistake("import.date.impossible", text=text)
    return found


def _exact(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _named(name: str) -> int:
    """Return the number of the month that `name` begins, 0 where it begins none or several."""
    begun = [at for at, month in enumerate(_MONTHS, start=1) if month.startswith(name.casefold())]
    return begun[0] if len(begun) == 1 else 0
