"""The sentences of the page, read from the catalogue's data, and the way it writes days."""

import calendar
import json
from datetime import date, time
from pathlib import Path

TEXTS = Path(__file__).parents[2] / "resources" / "text" / "en"
MONTHS = [calendar.month_name[number] for number in range(1, 13)]
WEEKDAYS = list(calendar.day_name)


def _catalogue() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(TEXTS.glob("*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


_SENTENCES = _catalogue()


def say(key: str, **facts: object) -> str:
    return _SENTENCES[key].format(**facts)


def count(key: str, number: int) -> str:
    return say(f"{key}.{'one' if number == 1 else 'other'}", n=number)


def short(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def with_weekday(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {short(day)}"


def dated(day: date) -> str:
    return f"{with_weekday(day)}, {day.year}"


def full(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"


def clock(moment: time) -> str:
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def squeezed(text: str) -> str:
    """Without any space: where a line breaks is no fact."""
    return "".join(text.split())


def shown(day: date, near: date) -> tuple[str, ...]:
    """The ways a day may be written: a far one needs its year, or it could be another day."""
    far = abs((day - near).days) > 183
    return (f"{short(day)}, {day.year}",) if far else (short(day), f"{short(day)}, {day.year}")


def shown_with_weekday(day: date, near: date) -> tuple[str, ...]:
    return tuple(f"{WEEKDAYS[day.weekday()][:3]} {text}" for text in shown(day, near))
