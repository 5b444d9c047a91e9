"""R8: calls of the system fail while the program works; whatever it calls done is there."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from app import paths
from app.backup import container, verifying
from app.vault import check, key_file
from app.vault.files import Files
from models import engine as engines
from models.errors import Trouble
from tests.torture import court, saves
from tests.torture.court import Court
from tests.torture.row import Case, Outcome, Row, Series

COUNT = 100  # things that are done in a case

Line = tuple[str, str, str]  # what was done, how it ended, and what must be there
Look = Callable[[Court, Path, list[str]], list[str]]


def lay_out_with(careless: str) -> Callable[[Path], Case]:
    def lay_out(folder: Path) -> Case:
        own, stick = court.make(folder / "own"), folder / "stick"
        (folder / "sheet").write_text(own.sheet, encoding="utf-8")

        def case(number: int, chance: Random) -> Outcome:
            path = own.copy_to(folder / "copy")
            shutil.rmtree(stick, ignore_errors=True)
            stick.mkdir()
            words = (path, stick, folder / "sheet", chance.randrange(10**9), COUNT, careless)
            told, faults = _worked(tuple(map(str, words)))
            wrong = [f"ended with {faults}"] if len(told) < COUNT else []
            wrong += [f"{kind}: {what}" for kind, how, what in told if how == "bug"]
            wrong += _lost(own, path, stick, told)
            ways = Counter(how for _kind, how, _what in told)
            part = "half" if ways["told"] > COUNT / 2 else "fewer"
            return Outcome(f"{part} told of a fault", tuple(wrong), len(told))

        return case

    return lay_out


def _worked(words: tuple[str, ...]) -> tuple[list[Line], str]:
    done = subprocess.run(
        ["fiu-run", "-x", sys.executable, "-m", "tests.torture.refused", *words],
        cwd=paths.program_root(),
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()], done.stderr[-300:]


def _lost(own: Court, path: Path, stick: Path, told: list[Line]) -> list[str]:
    """Return what was called done and is not there, once nothing fails any more."""
    found = {problem.kind for problem in check.check(path, own.by_sheet).problems}
    # A change of keys that failed may leave one of the two copies new, and is told of once more.
    # A save that failed may stand in the log with its end and without its middle.
    failed = {kind for kind, how, _what in told if how == "told"}
    found -= {"key-file"} if "rename" in failed else set()
    found -= {"wal"} if "save" in failed else set()
    wrong = [f"check: {kind}" for kind in sorted(found)]
    for kind, look in LOOKS.items():
        done = [what for each, how, what in told if each == kind and how == "done"]
        wrong += look(own, path if kind != "backup" else stick, done)
    return wrong


def _saves_lost(own: Court, path: Path, done: list[str]) -> list[str]:
    connection = engines.connect(path, own.keys.record)
    try:
        return saves.missing(connection, map(saves.saved_of, done))
    finally:
        connection.close()


def _backups_lost(own: Court, stick: Path, done: list[str]) -> list[str]:
    """Return the backups that were called done and are no more, and whatever is not whole."""
    whole = {path.name for path in stick.glob(f"*{container.SUFFIX}") if _is_whole(own, path)}
    there = {path.name for path in stick.glob(f"*{container.SUFFIX}")}
    return [f"lost {name}" for name in done[-3:] if name not in whole] + [
        f"not whole: {name}" for name in there - whole
    ]


def _is_whole(own: Court, path: Path) -> bool:
    try:
        verifying.open_with(path, own.keys, court.HOLDER)
    except Trouble:
        return False
    return True


def _name_lost(_own: Court, path: Path, done: list[str]) -> list[str]:
    """Return the holder's name if neither the last that was done stands there nor a later one."""
    each = {slot.name for part in _key_files(path) for slot in key_file.read(part).holders}
    earlier = set(done[:-1]) & each
    return [f"lost the name of {name}" for name in earlier]


def _key_files(path: Path) -> tuple[Path, Path]:
    files = Files(path)
    return files.key, files.spare_key


LOOKS: dict[str, Look] = {"save": _saves_lost, "backup": _backups_lost, "rename": _name_lost}

ROWS = (
    Row(
        "R8",
        "calls",
        Series("things done while calls of the system fail", lay_out_with("no"), 100, 1),
        "lost",
        Series("a save called done whatever the system said", lay_out_with("yes"), 10, 1),
        needs=("fiu-run",),
    ),
)
