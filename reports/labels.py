"""Where the words under the test strip stand: no two overlap, and no leader crosses a word.

A leader drops straight down from its mark to its words, so the words of a shallow row must leave
room for every leader that goes deeper. A short search finds places; where there are none within
the rows allowed, the caller lists the days in words instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

APART = 5.0  # between two labels in a row
CLEAR = 2.0  # between a leader and words it passes
ATTEMPTS = 1500  # steps of the search for one number of rows; a few milliseconds at most


@dataclass(frozen=True)
class Wanted:
    """Words of a known width that belong under a mark at `x`."""

    x: float
    width: float


@dataclass(frozen=True)
class Place:
    """Where they stand: their left edge, and the row from the top."""

    left: float
    row: int


def arrange(wanted: Sequence[Wanted], room: float, most_rows: int) -> tuple[Place, ...] | None:
    """Return a place for each of `wanted` (sorted by x) in as few rows as can be found."""
    if any(label.width > room for label in wanted):
        return None
    mirrored = [Wanted(room - label.x, label.width) for label in reversed(wanted)]
    for rows in range(1, most_rows + 1):
        found = _Search(wanted, room, rows).run()
        if found is not None:
            return found
        found = _Search(mirrored, room, rows).run()
        if found is not None:
            return _turned(mirrored, found, room)
    return None


def _turned(mirrored: Sequence[Wanted], places: Sequence[Place], room: float) -> tuple[Place, ...]:
    """Return the places of labels that were arranged from the right, as seen from the left."""
    both = reversed(list(zip(mirrored, places, strict=True)))
    return tuple(Place(room - place.left - label.width, place.row) for label, place in both)


class _Search:
    """Tries places from left to right and steps back where nothing fits."""

    def __init__(self, wanted: Sequence[Wanted], room: float, rows: int) -> None:
        self._wanted = wanted
        self._room = room
        self._rows = rows
        self._left = ATTEMPTS
        self._placed: list[Place] = []

    def run(self) -> tuple[Place, ...] | None:
        return tuple(self._placed) if self._go_on() else None

    def _go_on(self) -> bool:
        number = len(self._placed)
        if number == len(self._wanted):
            return True
        for place in self._candidates(self._wanted[number]):
            self._left -= 1
            if self._left < 0:
                return False
            if self._fits(self._wanted[number], place):
                self._placed.append(place)
                if self._go_on():
                    return True
                self._placed.pop()
        return False

    def _candidates(self, label: Wanted) -> Iterator[Place]:
        last = self._room - label.width
        for row in range(self._rows):
            lefts = (label.x - label.width / 2, label.x - label.width + CLEAR, label.x - CLEAR)
            for left in dict.fromkeys(min(max(left, 0.0), last) for left in lefts):
                yield Place(left, row)

    def _fits(self, label: Wanted, place: Place) -> bool:
        right = place.left + label.width
        for other, there in zip(self._wanted, self._placed, strict=False):
            ends = there.left + other.width
            if there.row == place.row:
                if place.left < ends + APART and right > there.left - APART:
                    return False
            elif there.row > place.row:
                if place.left - CLEAR < other.x < right + CLEAR:
                    return False
            elif there.left - CLEAR < label.x < ends + CLEAR:
                return False
        return True
