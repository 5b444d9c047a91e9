"""R1: kill -9 anywhere while the program opens, saves and closes; what it acknowledged is there."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app.vault import check
from app.vault.files import Files
from models import engine as engines
from tests.torture import court, saves
from tests.torture.court import Court
from tests.torture.killing import Deed, case_of
from tests.torture.row import Case, LayOut, Row, Series
from tests.torture.saves import Saved, Tell

COUNT = 18


@dataclass
class Line:
    """A pipe from the one who saves to us: what came through was acknowledged."""

    ends: list[int] = field(default_factory=list)

    def renew(self) -> None:
        for end in self.ends:
            os.close(end)
        self.ends = list(os.pipe())

    def tell(self, line: str) -> None:
        os.write(self.ends[1], f"{line}\n".encode())

    def heard(self) -> list[Saved]:
        os.close(self.ends.pop())
        with os.fdopen(self.ends.pop(), encoding="utf-8") as pipe:
            return [saves.saved_of(line) for line in pipe]


def lay_out_with(work: saves.Work, kinds: tuple[str, ...]) -> LayOut:
    def lay_out(folder: Path) -> Case:
        own, path, line = court.make(folder / "own"), folder / "copy" / "court.milepost", Line()

        def ready() -> None:
            own.copy_to(path.parent)
            line.renew()

        def act(tell: object) -> None:
            tell_of: Tell = tell  # type: ignore[assignment]  # what `begin` returned
            work(path, own.by_sheet, Random(COUNT), COUNT, tell_of)  # noqa: S311

        def begin() -> Tell:
            saves.fold_often()
            return line.tell

        def look() -> tuple[str, list[str]]:
            told = line.heard()
            return f"{_about(len(told))} acknowledged", _wrong(own, path, told)

        return case_of(Deed(ready, begin, act, look, kinds))

    return lay_out


def _about(told: int) -> str:
    return "none" if told == 0 else "all" if told == COUNT else "some"


def _wrong(own: Court, path: Path, told: list[Saved]) -> list[str]:
    """Return what was lost or torn: the program's own check opens, walks and closes all of it."""
    wrong = [f"check: {problem.kind}" for problem in check.check(path, own.by_sheet).problems]
    connection = engines.connect(path, own.keys.record)
    try:
        wrong += saves.missing(connection, told)
    finally:
        connection.close()
    files = Files(path)
    return wrong + [
        f"left {part.name}" for part in (*files.leftovers, *files.set_aside()) if part.exists()
    ]


ROWS = (
    Row(
        "R1",
        "saves",
        Series(
            "kill -9 while a record is opened, written and closed",
            lay_out_with(saves.work, ("time", "calls")),
            1_000,
            6,
        ),
        "lost",
        Series(
            "acknowledged before the commit",
            lay_out_with(saves.work_carelessly, ("calls",)),
            100,
            12,
        ),
    ),
)
