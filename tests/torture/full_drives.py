"""R7: a drive that is full at any write: nothing saved is lost, nothing is cut, and it is told.

Each case leaves a small drive of its own a number of free pages, from none upward. What asks for
the room beforehand is believed in every other case only: another program may take it meanwhile.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import SimpleNamespace

from app import upgrade
from app.backup import making, restoring, writing
from app.vault import replacing
from tests.torture import court
from tests.torture.court import Court
from tests.torture.row import Case, LayOut, Outcome

PAGE = 4096
SIZE = 6 << 20  # of the drive, and so the most that is ever written to it
MOST_PAGES = SIZE // PAGE
FULL, DONE = 14, 0
ASKED = (making, restoring, writing, replacing)  # who asks for the room beforehand
ENDLESS = SimpleNamespace(disk_usage=lambda _path: SimpleNamespace(free=2**50))
IMPORTED = 60


@dataclass(frozen=True)
class Drive:
    """A small drive that nobody else sees, and a court whose record may stand on it."""

    root: Path
    own: Court
    folder: Path  # on another drive

    @property
    def record(self) -> Path:
        return self.root / "record" / "court.milepost"

    @property
    def sheet(self) -> tuple[object, ...]:
        return ("--sheet-file", self.folder / "sheet")

    def empty(self) -> None:
        assert os.path.ismount(self.root)
        for part in self.root.iterdir():
            shutil.rmtree(part) if part.is_dir() else part.unlink()

    def leave(self, pages: int) -> None:
        """Fill the drive but for so many pages."""
        assert os.path.ismount(self.root)
        with (self.root / "filler").open("wb", buffering=0) as file:
            for _ in range(MOST_PAGES):
                if self._free() <= pages:
                    return
                file.write(bytes(PAGE))

    def _free(self) -> int:
        told = os.statvfs(self.root)
        return told.f_bavail * told.f_frsize // PAGE

    def let_go(self) -> None:
        (self.root / "filler").unlink(missing_ok=True)


@dataclass(frozen=True)
class Work:
    """What is done on the drive: made ready with room, done without, looked at with room again."""

    ready: Callable[[Drive], object]
    act: Callable[[Drive, object], int]
    look: Callable[[Drive, int], list[str]]
    step: int = 1  # by how many pages there is more room in every other case


def lay_out_of(work: Work) -> LayOut:
    def lay_out(folder: Path) -> Case:
        drive = mounted(folder)

        def case(number: int, _chance: Random) -> Outcome:
            drive.empty()
            begun = work.ready(drive)
            room = number // 2 * work.step
            drive.leave(room)
            with _nobody_asking() if number % 2 else nullcontext():
                code = work.act(drive, begun)
            drive.let_go()
            wrong = [] if code in {DONE, FULL} else [f"exit code {code}"]
            wrong += work.look(drive, code)
            told = "done" if code == DONE else "told"
            return Outcome(told, (f"{room} pages: {', '.join(wrong)}",) if wrong else ())

        return case

    return lay_out


def mounted(folder: Path) -> Drive:
    own = court.make(folder / "own")
    (folder / "sheet").write_text(own.sheet, encoding="utf-8")
    people = "".join(f"x{n},Last{n},First{n}\n" for n in range(IMPORTED))
    (folder / "many.csv").write_text("case,last,first\n" + people, encoding="utf-8")
    court.backed_up(own, folder / "kept")
    root = folder / "drive"
    root.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", root], check=True)
    return Drive(root, own, folder)


@contextmanager
def _nobody_asking() -> Iterator[None]:
    """Let the drive fill up after it was asked how much room there is."""
    asked = {module: module.ROOM for module in ASKED}
    for module in ASKED:
        vars(module)["ROOM"] = 0
    vars(upgrade)["shutil"] = ENDLESS
    try:
        yield
    finally:
        vars(upgrade)["shutil"] = shutil
        for module, room in asked.items():
            vars(module)["ROOM"] = room
