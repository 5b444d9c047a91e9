"""The table of what was seen, `tests/torture/RESULTS.md`: a line a row, the newest run of each."""

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path

from app import clock
from app.backup import drives
from tests.torture.row import Row
from tests.torture.running import Tally

FILE = Path(__file__).with_name("RESULTS.md")
HEAD = """\
# What the torture has shown

`python3 dev.py torture` runs these rows again; the seed is {seed} unless another is given. A row
counts what must not be and must be 0; its control is a careless variant and must not be 0.

| row | part | what | tried | seen | control | date | machine |
|---|---|---|---:|---|---|---|---|
"""


@dataclass(frozen=True)
class Shown:
    """One row that was run, and how far it came."""

    row: Row
    tally: Tally
    control: Tally | None

    @property
    def is_done(self) -> bool:
        return self.tally.is_done and (self.control is None or self.control.is_done)

    @property
    def is_good(self) -> bool:
        careless = self.control is None or bool(self.control.wrong)
        return self.is_done and not self.tally.wrong and careless

    @property
    def seen(self) -> str:
        return f"{len(self.tally.wrong)} {self.row.bad}"

    @property
    def careless(self) -> str:
        if self.control is None or self.row.control is None:
            return "–"
        count = f"{len(self.control.wrong):,} of {self.control.count:,}"
        return f"{self.row.control.what}: {count} {self.row.bad}"

    def line(self) -> str:
        """Return what is said on the terminal."""
        state = (
            "" if self.is_done else f"  stopped at {self.tally.cases:,} of {self.tally.wanted:,}"
        )
        told = f"{self.row.key:<18}{self.row.series.what}: {self.tally.count:,} tried, {self.seen}"
        seconds = self.tally.seconds + (self.control.seconds if self.control else 0)
        return f"{told}; control {self.careless}; {seconds:.0f} s{state}"


def keep(shown: list[Shown], order: tuple[Row, ...], seed: int, file: Path = FILE) -> None:
    """Write the rows that came to their end into the table; the others keep the line they had."""
    lines = _lines(file)
    day, machine = f"{clock.now():%B} {clock.now().day}, {clock.now().year}", kind_of_machine()
    for each in shown:
        if each.is_done:
            row = each.row
            parts = (row.name, row.part, row.series.what, f"{each.tally.count:,}", each.seen)
            cells = (*parts, each.careless, day, machine)
            lines[row.key] = f"| {' | '.join(cells)} |"
    text = HEAD.format(seed=seed) + "".join(
        f"{lines[row.key]}\n" for row in order if row.key in lines
    )
    file.write_text(text + _below(file), encoding="utf-8")


def _lines(file: Path) -> dict[str, str]:
    there = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = [re.match(r"\| (R\d+|Lock) \| ([\w-]+) \|", line) for line in there]
    return {f"{match[1]}-{match[2]}": match.string for match in found if match}


def _below(file: Path) -> str:
    """Return what people wrote below the table, which stays."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    at = text.find("\n## ")
    return text[at:] if at >= 0 else ""


def kind_of_machine() -> str:
    """Return in plain words on what this was run."""
    told = platform.freedesktop_os_release() if os.name == "posix" else {}
    system = f"{told.get('NAME', platform.system())} {told.get('VERSION_ID', '')}".strip()
    system = system.replace("GNU/Linux ", "")
    info = _text(Path("/proc/cpuinfo"))
    is_virtual = re.search(r"^flags.*\bhypervisor\b", info, re.MULTILINE)
    kind = "virtual machine" if is_virtual else "computer"
    model = re.search(r"^model name\s*:\s*(.+)$", info, re.MULTILINE)
    cores = f"{os.cpu_count()} cores of an {model[1].strip() if model else platform.machine()}"
    return f"{system} {kind}, {cores}, {drives.of(FILE.parent).system}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
