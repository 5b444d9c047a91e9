"""Backups in words, the same wherever the window speaks of them."""

from datetime import date, datetime, timedelta

from app.backup.overview import BackupState, Freshness
from app.backup.places import PlaceFacts
from app.wording import say
from reports import dates
from ui.backing_up import Progress, Target

TONES = {
    Freshness.NONE: "problem",
    Freshness.TOO_OLD: "problem",
    Freshness.OLD: "attention",
    Freshness.FRESH: "good",
}
ICONS = {"problem": "octagon-alert", "attention": "triangle-alert", "good": "circle-check"}
# What is counted, from the largest; of the next smaller one the rest is told too.
UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))
MEGABYTE = 1_000_000


def age(spent: timedelta) -> str:
    """2 days 15 hours ago."""
    words = span(spent)
    return say("backups.ago", time=words) if words else say("backups.just-now")


def span(spent: timedelta) -> str:
    """2 days 15 hours; nothing where it is less than a minute."""
    left = int(spent.total_seconds())
    parts: list[str] = []
    for unit, seconds in UNITS:
        number, left = divmod(left, seconds)
        if parts and not number:
            break
        if number:
            parts.append(say(f"backups.{unit}", n=number))
    return " ".join(parts[:2])


def moment(local: datetime) -> str:
    """Friday, November 20, 5:42 PM; with the year where it could be mistaken."""
    return say("backups.moment", day=dates.full(local.date()), time=dates.clock(local))


def made(local: datetime, today: date) -> str:
    """Fri, Nov 20, 5:42 PM."""
    return say("backups.moment", day=near(local.date(), today), time=dates.clock(local))


def near(day: date, today: date) -> str:
    """Fri Nov 20; with the year where it could be mistaken for another one."""
    return dates.weekday(day) if abs((day - today).days) < 180 else dates.dated(day)


def last(local: datetime | None, today: date) -> str:
    """Return what the top bar says: Last backup Fri Nov 20."""
    if local is None:
        return say("backups.last.none")
    day = local.date()
    return say("backups.last.today") if day == today else say("backups.last", day=near(day, today))


def state_line(state: BackupState) -> str:
    """Return how old the last backup is and what is not in it."""
    if state.age is None:
        return say("backups.none.means")
    changes = say("backups.changes", n=state.changes) if state.changes else say("backups.all-in")
    return say("backups.state", age=age(state.age), changes=changes)


def working(target: Target, progress: Progress | None) -> str:
    """Backing up to Stick A: reading back, 43 %."""
    if progress is None:
        return say("backups.working", place=target.label, step=say("backups.step.look"))
    key = f"backups.step.{progress.stage}"
    return say("backups.working", place=target.label, step=say(key, part=percent(progress)))


def percent(progress: Progress) -> int:
    return int(progress.part * 100)


def size(count: int) -> str:
    """24.1 MB, 27.4 GB."""
    if count >= 1000 * MEGABYTE:
        return say("backups.gigabytes", n=f"{count / MEGABYTE / 1000:.1f}")
    return say("backups.megabytes", n=f"{count / MEGABYTE:.1f}")


def where(place: PlaceFacts, count: int, newest: int | None) -> str:
    """Return where a place is, and what stands on it."""
    there = place.folder is not None
    plugged = "there" if place.drive is None else "plugged"
    parts = [say(f"backups.place.{plugged}")] if there else []
    told = say("backups.place.count", n=count) if count else say("backups.place.empty")
    if newest is not None:
        told = say("backups.place.newest", count=told, number=newest)
    parts.append(told)
    if place.kept_at and not there:
        parts.append(say("backups.place.kept", where=place.kept_at))
    return "; ".join(parts)
