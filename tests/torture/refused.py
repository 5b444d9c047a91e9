"""The process in which calls of the system fail by chance while it saves, backs up and closes.

    python -m tests.torture.refused RECORD STICK SHEET_FILE SEED COUNT CARELESS

It runs under libfiu, and prints a line for each thing: what it was, and done, told or bug.
"""

import ctypes
import errno
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from app.backup import making
from app.vault import holders, record
from app.vault.record import Record
from app.vault.unlock import Secret
from models.errors import Trouble
from tests.torture import court, saves
from tests.torture.saves import Clerk

# What fails, and how often of a thousand calls; most things make some tens of them.
POINTS = (
    (b"posix/io/rw/*", (5, 20, 200)),
    (b"posix/io/sync/*", (50, 300)),
    (b"posix/io/oc/open", (20, 200)),
    (b"posix/io/dir/rename", (500,)),
    (b"posix/io/dir/unlink", (500,)),
)
ERRORS = (errno.EIO, errno.EIO, errno.ENOSPC)
NEXT = ("save",) * 16 + ("close", "backup", "rename", "look")


class Faults:
    """Lets calls of the system fail, for as long as one thing takes."""

    def __init__(self, chance: Random) -> None:
        self._library = ctypes.CDLL("libfiu.so.0")
        self._chance = chance
        self._library.fiu_set_prng_seed(chance.randrange(1, 2**31))
        self._library.fiu_enable_random.argtypes = (
            ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_float,
        )  # fmt: skip

    @contextmanager
    def some(self) -> Iterator[None]:
        point, often = self._chance.choice(POINTS)
        part = self._chance.choice(often) / 1000
        self._library.fiu_enable_random(point, 1, self._chance.choice(ERRORS), 0, part)
        try:
            yield
        finally:
            self._library.fiu_disable(point)


class Worker:
    """Does one thing after the other, and says what became of it."""

    def __init__(self, path: Path, stick: Path, secret: Secret, chance: Random) -> None:
        self._path, self._stick, self._secret, self._chance = path, stick, secret, chance
        self._record: Record | None = None
        self._holder = court.HOLDER
        self._clerk: Clerk | None = None

    @property
    def record(self) -> Record:
        if self._record is None or self._record.closed:
            self._record = record.open_record(self._path, self._secret)
        return self._record

    def open(self) -> None:
        """Be at work: what is done next finds the record open, and somebody to write of."""
        desk = self.record.desk
        if self._clerk is None:
            self._clerk = Clerk(desk, self._chance)
            self._clerk.save()
            self._clerk.save()
        self._clerk.desk = desk

    def save(self) -> str:
        assert self._clerk is not None
        return self._clerk.save().line

    def close(self) -> str:
        self.record.close()
        return self.record.files.record.name

    def backup(self) -> str:
        return making.backup(self.record, self._stick).path.name

    def rename(self) -> str:
        name = f"Ruth Amsel {self._chance.randrange(10**6)}"
        holders.rename(self.record, self._secret, self._holder, name)
        self._holder = name
        return name

    def look(self) -> str:
        with self.record.desk.read() as session:
            people = session.connection().exec_driver_sql("SELECT count(*) FROM person").scalar()
        return str(people)


def done_or_told(act: Callable[[], str], faults: Faults) -> tuple[str, str]:
    try:
        with faults.some():
            return "done", act()
    except Trouble as trouble:
        return "told", trouble.key
    except Exception as fault:  # noqa: BLE001 - it is counted by its name
        traceback.print_exc()
        return "bug", f"{type(fault).__name__}: {fault}"


def main(words: list[str]) -> None:
    path, stick, sheet, seed, count, careless = words
    chance = Random(seed)  # noqa: S311 - moments, no secret
    worker = Worker(Path(path), Path(stick), Secret(sheet=Path(sheet).read_text("utf-8")), chance)
    saves.fold_often()
    faults = Faults(chance)
    for _ in range(int(count)):
        worker.open()
        kind = chance.choice(NEXT)
        how, what = done_or_told(getattr(worker, kind), faults)
        if careless == "yes" and kind == "save" and how == "told":
            how, what = "done", _claimed(worker)
        print(json.dumps([kind, how, what]), flush=True)  # noqa: T201
    worker.record.close()


def _claimed(worker: Worker) -> str:
    """Return what a program says that does not listen to the system: the last thing is saved."""
    assert worker._clerk is not None
    number = worker._clerk.number
    return saves.Saved("person", 10**6 + number, "last_name", "nobody").line


if __name__ == "__main__":
    main(sys.argv[1:])
