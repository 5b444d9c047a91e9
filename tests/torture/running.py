"""Runs one row: case after case, each result kept at once, so that a stopped run goes on.

    python3 -m tests.torture.running ROW-PART FOLDER SEED full|short MINUTES

The folder keeps the progress; what the cases need stands in a folder inside that is cleared.
"""

import json
import shutil
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from tests.torture.row import Case, Outcome, Row, Series


@dataclass
class Tally:
    """What many cases came to."""

    wanted: int
    cases: int = 0
    count: int = 0
    seconds: float = 0.0
    told: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.cases >= self.wanted

    def add(self, outcome: Outcome, seconds: float) -> None:
        self.cases += 1
        self.count += outcome.count
        self.seconds += seconds
        self.told[outcome.told] += outcome.count
        self.wrong += [f"case {self.cases - 1}: {each}" for each in outcome.wrong]


@dataclass(frozen=True)
class Run:
    """How a row is to be run: where, by which seed, and until when."""

    folder: Path
    seed: int
    full: bool
    until: float = 0.0  # on the clock that never goes back

    def carry_out(self, row: Row) -> None:
        """Run the cases of a row and its careless variant, as far as the time lasts."""
        for key, series in row.each.items():
            tally, progress = self.tally(key, series), self.folder / f"{key}.jsonl"
            work = self.folder / f"{key}.work"
            shutil.rmtree(work, ignore_errors=True)
            if tally.is_done:
                continue
            work.mkdir(parents=True)
            try:
                self._go_on(key, series.lay_out(work), progress, tally)
            finally:
                shutil.rmtree(work, ignore_errors=True)

    def tally(self, key: str, series: Series) -> Tally:
        """Return how far a series came; one of another seed or length is begun anew."""
        tally = Tally(series.full if self.full else series.short)
        progress = self.folder / f"{key}.jsonl"
        head = json.dumps({"seed": self.seed, "wanted": tally.wanted}) + "\n"
        there = progress.read_text(encoding="utf-8") if progress.exists() else ""
        # A line that was cut off is dropped with the case it was to tell of.
        whole = there[: there.rfind("\n") + 1] if there.startswith(head) else head
        if whole != there:
            progress.write_text(whole, encoding="utf-8")
        for line in whole.splitlines()[1:]:
            plain = json.loads(line)
            seconds = plain.pop("seconds")
            tally.add(Outcome(plain["told"], tuple(plain["wrong"]), plain["count"]), seconds)
        return tally

    def _go_on(self, key: str, case: Case, progress: Path, tally: Tally) -> None:
        with progress.open("a", encoding="utf-8") as file:
            while not tally.is_done and time.monotonic() < self.until:
                started = time.monotonic()
                # A string of its own for each case: any of them can be run again alone.
                outcome = case(tally.cases, Random(f"{key} {self.seed} {tally.cases}"))  # noqa: S311
                seconds = time.monotonic() - started
                file.write(json.dumps(asdict(outcome) | {"seconds": round(seconds, 4)}) + "\n")
                file.flush()
                tally.add(outcome, seconds)


def main(words: list[str]) -> None:
    from tests.torture.rows import ROWS

    key, folder, seed, length, minutes = words
    row = next(row for row in ROWS if row.key == key)
    until = time.monotonic() + 60 * float(minutes)
    Run(Path(folder), int(seed), length == "full", until).carry_out(row)


if __name__ == "__main__":
    main(sys.argv[1:])
