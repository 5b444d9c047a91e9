"""Days on which a court does not usually sit: Sundays and the federal holidays (5 U.S.C. 6103).

They are asked about and never refused, because a court decides itself when it sits.
"""

from datetime import date, timedelta

from app.wording import say

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
FIXED = {(1, 1): "new-year", (6, 19): "juneteenth", (7, 4): "independence"}
FIXED |= {(11, 11): "veterans", (12, 25): "christmas"}
# Month, weekday, and which one of the month; -1 is the last.
FLOATING = (
    (1, MONDAY, 3, "king"),
    (2, MONDAY, 3, "washington"),
    (5, MONDAY, -1, "memorial"),
    (9, MONDAY, 1, "labor"),
    (10, MONDAY, 2, "columbus"),
    (11, THURSDAY, 4, "thanksgiving"),
)


def why_unusual(day: date) -> str | None:
    """Return what is unusual about sitting on `day`, None for an ordinary day."""
    name = _holiday(day)
    if name is not None:
        return say("court.holiday", name=say(f"court.holiday.{name}"))
    return say("court.sunday") if day.weekday() == SUNDAY else None


def _holiday(day: date) -> str | None:
    if (day.month, day.day) in FIXED:
        return FIXED[day.month, day.day]
    nth = (day.day + 6) // 7
    last = (day + timedelta(days=7)).month != day.month
    for month, weekday, which, name in FLOATING:
        if (month, weekday) == (day.month, day.weekday()) and (
            which == nth or (which < 0 and last)
        ):
            return name
    return None
