"""What a row of the torture is: numbered cases, each decided by the seed and its number alone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Outcome:
    """What one case came to: what was told, what must not have been, how much was tried."""

    told: str
    wrong: tuple[str, ...] = ()
    count: int = 1


Case = Callable[[int, Random], Outcome]
# Makes what the cases of a row need in an empty folder, and returns how one case goes.
LayOut = Callable[[Path], Case]


@dataclass(frozen=True)
class Series:
    """Cases of one kind: `full` are the numbers to hold, `short` goes with the ordinary tests."""

    what: str
    lay_out: LayOut
    full: int
    short: int


@dataclass(frozen=True)
class Row:
    """One line of the results: its cases, and a careless variant that must fail."""

    name: str  # as in the list of what is tested
    part: str
    series: Series
    bad: str  # what the wrong ones are called: lost, accepted, missed
    control: Series | None = None
    needs: tuple[str, ...] = ()  # programs without which it cannot be run
    alone: bool = False  # in a process with mounts of its own

    @property
    def key(self) -> str:
        return f"{self.name}-{self.part}"

    @property
    def each(self) -> dict[str, Series]:
        """Return the series of this row by the names under which their progress is kept."""
        careless = {} if self.control is None else {f"{self.key}-control": self.control}
        return {self.key: self.series} | careless
