"""What people type, read as the value that a column holds; a mistake is a sentence with a way out.

The kind, the limit and the choices come from the column itself. Nothing is guessed: a day that
could be two days is refused, text over the limit is refused and never cut.
"""

import enum
import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Boolean, Column, Date, Enum, Integer, String, Text, Time

from app.imports import dates
from app.imports.values import ValueMistake, legible
from app.wording import say

TODAY = {"t", "today"}
YESTERDAY = {"y", "yesterday"}
AWAY = re.compile(r"([+-])\s*(\d{1,4})")
SHORT_DAY = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}")
CLOCK = re.compile(r"(\d{1,2})(?::?(\d{2}))?\s*([ap])?\.?\s*m?\.?", re.IGNORECASE)
# A court's authority can end years from now; a day still further off is a slip of the year.
AHEAD = timedelta(days=8 * 365)
# From this length on a text is told in sentences and gets several lines.
LONG = 200
# The most characters of a reason.
REASON = 300
YES, NO = "yes", "no"
# What is told of a cell of a spreadsheet, said of a field.
_IN_A_FORM = {"import.cell.control": "typed.control", "import.cell.error": "typed.error"}
# The years that a day without one may be of, from this one.
_AROUND, _BEHIND = (-1, 0, 1), (-1, 0)


class Kind(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    WORDS = "words"
    CHOICE = "choice"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    TICK = "tick"


class Mistyped(ValueError):  # noqa: N818 - the house sorts by who made it
    """A value that cannot be taken as it was typed; the message is the sentence that says so."""


def kind_of(column: Column[Any]) -> Kind:
    """Return how a value of `column` is typed."""
    if isinstance(column.type, Enum):
        return Kind.CHOICE
    for kind, types in _KINDS:
        if isinstance(column.type, types):
            return kind
    long = isinstance(column.type, String) and (column.type.length or LONG) >= LONG
    return Kind.WORDS if long else Kind.TEXT


def read(column: Column[Any], typed: str, today: date) -> Any:
    """Return the value of what was typed, None for nothing; a tick that is not set is a no.

    Raises:
        Mistyped: with the sentence for the person who typed it.
    """
    text = typed.strip()
    if not text:
        return False if kind_of(column) is Kind.TICK else None
    try:
        return _READERS[kind_of(column)](column, text, today)
    except ValueMistake as mistake:
        raise Mistyped(say(_IN_A_FORM.get(mistake.key, mistake.key), **mistake.facts)) from None


def check_reason(text: str) -> None:
    """Look at why something is changed.

    Raises:
        Mistyped: it is too long, or holds what nobody can have typed.
    """
    read(Column("reason", String(REASON)), text, date.min)


def shown(value: object) -> str:
    """Return `value` as somebody would type it, so that it reads back as the same."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, date):
        return f"{value:%m/%d/%Y}"
    if isinstance(value, time):
        return f"{value.hour % 12 or 12}:{value:%M} {'AM' if value.hour < 12 else 'PM'}"
    return str(value)


def day(text: str, today: date) -> date:
    """Return the day that `text` means: 3/7, 3-7-26, today, t, +7, Nov 24 2026.

    A day without a year is the nearest one, before or after today.
    """
    return _day_by(text, today, _AROUND)


def day_of(column: Column[Any], text: str, today: date) -> date:
    """Return the day that `text` means for `column`; of what has happened, the latest one past.

    Raises:
        Mistyped, ValueMistake: with the sentence for the person who typed it.
    """
    if column.key == "birth_date":
        return dates.birth(text.strip(), today)
    past = column.info["field"].past
    found = _day_by(text, today, _BEHIND if past else _AROUND)
    if past and found > today:
        raise Mistyped(say("typed.future", day=shown(found)))
    return found


def _day_by(text: str, today: date, years: Sequence[int]) -> date:
    plain = text.strip().casefold()
    if plain in TODAY:
        return today
    if plain in YESTERDAY:
        return today - timedelta(days=1)
    if away := AWAY.fullmatch(plain):
        days = timedelta(days=int(away[2]))
        return today + days if away[1] == "+" else today - days
    if SHORT_DAY.fullmatch(plain):
        return _nearest(text, plain, today, years)
    return dates.day(text.strip(), today + AHEAD)


def _nearest(text: str, plain: str, today: date, years: Sequence[int]) -> date:
    month, number = (int(part) for part in re.split(r"\s*[/.\-]\s*", plain))
    found = []
    for year in years:
        try:
            found.append(date(today.year + year, month, number))
        except ValueError:
            continue
    if years == _BEHIND:
        found = [each for each in found if each <= today]
    if not found:
        raise ValueMistake("import.date.impossible", text=text)
    return min(found, key=lambda each: abs(each - today))


def _text(column: Column[Any], text: str, _today: date) -> str:
    clean = _lines(text) if kind_of(column) is Kind.WORDS else legible(text)
    limit = cast("String", column.type).length
    if limit is not None and len(clean) > limit:
        raise Mistyped(say("typed.long", limit=limit, over=len(clean) - limit))
    return clean


def _lines(text: str) -> str:
    """Return a text of several lines, each without what nobody can have typed."""
    return "\n".join(legible(line) for line in text.splitlines()).strip()


def _choice(column: Column[Any], text: str, _today: date) -> Any:
    choices = cast("Enum", column.type).enum_class
    try:
        return choices(text)  # type: ignore[misc]  # every Enum column of ours has its class
    except ValueError:
        raise Mistyped(say("typed.choice")) from None


def _day(column: Column[Any], text: str, today: date) -> date:
    return day_of(column, text, today)


def _time(_column: Column[Any], text: str, _today: date) -> time:
    found = CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    half = found[3].casefold() if found and found[3] else ""
    if half and not 1 <= hour <= 12:
        raise Mistyped(say("typed.time"))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise Mistyped(say("typed.time"))
    return time(hour, minute)


def _number(_column: Column[Any], text: str, _today: date) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise Mistyped(say("typed.number"))
    return int(text)


def _tick(_column: Column[Any], text: str, _today: date) -> bool:
    return text == YES


_KINDS: tuple[tuple[Kind, type | tuple[type, ...]], ...] = (
    (Kind.TICK, Boolean),
    (Kind.DAY, Date),
    (Kind.TIME, Time),
    (Kind.NUMBER, Integer),
    (Kind.WORDS, Text),
)
_READERS: dict[Kind, Callable[[Column[Any], str, date], Any]] = {
    Kind.TEXT: _text,
    Kind.WORDS: _text,
    Kind.CHOICE: _choice,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.TICK: _tick,
}
