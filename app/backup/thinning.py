"""Which backups of one branch stay in a place: 7 daily, 4 weekly, 12 monthly, the newest 3 always.

Their order is that of their numbers and never that of a clock, which may have been wrong; the days
they were made on, by the court's clock, only put them into days, weeks and months.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app import clock
from app.backup import container
from app.backup.container import Head
from models.errors import Trouble

ALWAYS = 3
Label = Callable[[date], object]
# How many of a kind stay, and what makes two backups one of the kind.
KEPT: tuple[tuple[int, Label], ...] = (
    (7, lambda day: day),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


@dataclass(frozen=True)
class Found:
    """One file in a place that says of itself that it is a backup of this record."""

    path: Path
    head: Head

    def day(self, zone: str) -> date:
        return clock.local(self.head.created, zone).date()


def found_in(folder: Path, record_id: bytes) -> list[Found]:
    """Return the backups of one record in a folder, the newest number first.

    Only the head of each is read: a file may still be damaged further on.
    """
    found = []
    for path in sorted(folder.glob(f"*{container.SUFFIX}")):
        if not path.is_file():  # whatever else has such a name could be waited for for ever
            continue
        try:
            head = container.layout_of(path).head
        except (Trouble, OSError):  # not one of ours, or not whole: never touched
            continue
        if head.record_id == record_id:
            found.append(Found(path, head))
    return sorted(found, key=lambda each: (each.head.seq, each.path.name), reverse=True)


def spare(found: Iterable[Found], branch: str, good: frozenset[int], zone: str) -> list[Found]:
    """Return the backups that need not stay, of one branch, by the days of one time zone.

    `good` holds the numbers that were read back whole when they were made; others count for
    nothing, neither as one that stays in place of another nor as one that may go.
    """
    ours = [each for each in found if each.head.branch == branch and each.head.seq in good]
    ours.sort(key=lambda each: each.head.seq, reverse=True)
    kept = stay([each.day(zone) for each in ours])
    return [each for place, each in enumerate(ours) if place not in kept]


def stay(days: Sequence[date]) -> set[int]:
    """Return which places in `days`, the newest backup first, the rule keeps."""
    kept = set(range(min(ALWAYS, len(days))))
    for number, label in KEPT:
        newest: dict[object, int] = {}
        for place, day in enumerate(days):
            newest.setdefault(label(day), place)
        kept |= set(list(newest.values())[:number])
    return kept
