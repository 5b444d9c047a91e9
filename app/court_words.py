"""Words on their way to a court page: free text that names a known medicine never gets there."""

from datetime import date

from app import medicines
from app.wording import say


def withhold(text: str) -> str:
    """Return `text`, or a neutral sentence where it names a medicine (rules.md 2 and 9)."""
    return say("court.withheld") if medicines.named_in(text) else text


def short_date(day: date) -> str:
    """Return a date as pages write it inside a line: Nov 9."""
    return f"{say(f'month.short.{day.month}')} {day.day}"
