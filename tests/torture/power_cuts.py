"""R2: the power goes at any moment of real work; all that was acknowledged before is there."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app.vault import check, state
from app.vault.files import Files
from models import engine as engines
from models.errors import Trouble
from tests.torture import court, saves, traces
from tests.torture.court import Court
from tests.torture.drive import Cut, Drive
from tests.torture.row import Case, LayOut, Outcome, Row, Series
from tests.torture.traces import Op

STATES = 100  # in a case
RUNS = 8  # traced runs, each of other saves
COUNT = 30
# Of so many states one is opened, checked and closed by the program's own check; the others are
# opened by its own connection, which reads every row that was acknowledged and every page in use.
WHOLE = 100
CUTS = tuple(Cut)
# A save that was not acknowledged may be cut short with its end there and its middle not.
ALLOWED = {"wal"}


@dataclass
class Bench:
    """A record, what was traced on it, and a small drive in memory for what is looked at."""

    own: Court
    root: Path
    folder: Path
    synchronous: str
    runs: dict[int, list[Op]] = field(default_factory=dict)
    seen: set[bytes] = field(default_factory=set)

    @property
    def path(self) -> Path:
        return self.root / "record" / "court.milepost"

    def files(self) -> dict[str, bytes]:
        """Return the files of the closed record, from which each run begins."""
        files = Files(self.own.path)
        parts = (files.record, files.key, files.spare_key, files.state)
        return {part.name: part.read_bytes() for part in parts}

    def run(self, number: int) -> list[Op]:
        if number not in self.runs:
            path = self.own.copy_to(self.folder / "traced")
            (self.folder / "sheet").write_text(self.own.sheet, encoding="utf-8")
            words = ["tests.torture.traced", str(path), str(self.folder / "sheet")]
            words += [str(number), str(COUNT), self.synchronous]
            self.runs[number] = traces.trace(words, path.parent, self.folder / "trace")
        return self.runs[number]

    def look(self, files: dict[str, bytes], told: list[str], *, whole: bool) -> list[str]:
        """Lay the files out, open them by our own code, and return what is wrong."""
        sign = _sign(files, told, whole=whole)
        if sign in self.seen:  # looked at before, and found good
            return []
        shutil.rmtree(self.path.parent, ignore_errors=True)
        self.path.parent.mkdir()
        for name, data in files.items():
            (self.path.parent / name).write_bytes(data)
        try:
            wrong = [*self._looked(told), *(self._checked() if whole else ())]
        except (Trouble, engines.DatabaseError, OSError) as fault:
            wrong = [f"{type(fault).__name__}: {fault}"]
        if not wrong:
            self.seen.add(sign)
        return wrong

    def _looked(self, told: list[str]) -> Iterator[str]:
        files = Files(self.path)
        engines.look_at(self.path)
        kept = state.read(files.state)
        if kept is None or not kept.is_signed(self.own.keys.seal):
            yield "the state cannot be read"
        connection = engines.connect(self.path, self.own.keys.record)
        try:
            yield from saves.missing(connection, map(saves.saved_of, told))
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                yield "the record is torn"
        finally:
            connection.close()

    def _checked(self) -> Iterator[str]:
        for problem in check.check(self.path, self.own.by_sheet).problems:
            if problem.kind not in ALLOWED:
                yield f"check: {problem.kind}"


def _sign(files: dict[str, bytes], told: list[str], *, whole: bool) -> bytes:
    sign = hashlib.sha256(f"{whole} {len(told)}".encode())
    for name in sorted(files):
        sign.update(f"{name} {len(files[name])}".encode())
        sign.update(files[name])
    return sign.digest()


def lay_out_with(synchronous: str) -> LayOut:
    def lay_out(folder: Path) -> Case:
        root = folder / "memory"
        root.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", root], check=True)
        bench = Bench(court.make(folder / "own"), root, folder, synchronous)
        before = bench.files()

        def case(number: int, chance: Random) -> Outcome:
            run = number // len(CUTS) % RUNS
            ops = bench.run(run)
            cut = CUTS[number % len(CUTS)]
            moments = sorted(chance.randrange(len(ops) + 1) for _ in range(STATES))
            drive, done, wrong = Drive(before), 0, []
            for each, moment in enumerate(moments):
                for op in ops[done:moment]:
                    drive.do(op)
                done = moment
                found = bench.look(
                    drive.after(cut, chance), drive.told, whole=each == number % WHOLE
                )
                wrong += [f"run {run}, call {moment}: {'; '.join(found)}"] * bool(found)
            return Outcome(str(cut), tuple(wrong), STATES)

        return case

    return lay_out


ROWS = (
    Row(
        "R2",
        "power",
        Series("power cuts replayed from traced work", lay_out_with("FULL"), 1_000, 6),
        "lost",
        Series("synchronous=OFF", lay_out_with("OFF"), 100, 3),
        needs=("strace",),
        alone=True,
    ),
)
