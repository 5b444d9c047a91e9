"""R15: three programs want one record, one is killed: there are never two writers."""

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from app.vault import check, lock, record
from models import engine as engines
from models.errors import InUse
from tests.makers import make_participant
from tests.torture import court, saves
from tests.torture.court import Court
from tests.torture.row import Case, LayOut, Outcome, Row, Series
from tests.torture.saves import Saved
from tests.torture.scene import call

TURNS = 5
IN_USE = 13
USUAL = 0.9  # seconds that three rivals are at it
STALE = ("", "4711", "\x00" * 100)


@dataclass(frozen=True)
class Said:
    """What one rival said of itself, and when."""

    pid: int
    at: float
    word: str
    rest: str


@dataclass
class Rivals:
    """Three processes on one record: two by different names of it, one by commands."""

    own: Court
    path: Path
    other_name: Path
    sheet: Path
    careless: bool
    pipe: tuple[int, int] = (0, 0)
    pids: list[int] = field(default_factory=list)

    def begin(self, chance: Random) -> None:
        self.own.copy_to(self.path.parent)
        # What a program that was killed left, or anybody else.
        lock.lock_of(self.path).write_text(chance.choice(STALE), encoding="utf-8")
        self.pipe = os.pipe()  # type: ignore[assignment]
        ways = (self._hold(self.path), self._hold(self.other_name), self._command)
        self.pids = [self._fork(way, chance.random()) for way in ways]

    def kill_one(self, chance: Random) -> tuple[int, float]:
        time.sleep(chance.uniform(0.1, USUAL))
        pid, at = chance.choice(self.pids), time.monotonic()
        os.kill(pid, signal.SIGKILL)
        return pid, at

    def end(self) -> tuple[list[Said], int]:
        """Wait for all; return what they said, and how many of them failed."""
        os.close(self.pipe[1])
        with os.fdopen(self.pipe[0], encoding="utf-8") as pipe:
            lines = [line.rstrip("\n").split(" ", 3) for line in pipe]
        ended = [os.waitpid(pid, 0)[1] for pid in self.pids]
        said = [Said(int(pid), float(at), word, rest) for pid, at, word, rest in lines]
        return said, sum(os.WIFEXITED(each) and os.WEXITSTATUS(each) > 0 for each in ended)

    def _fork(self, way: Callable[[Random], None], seed: float) -> int:
        pid = os.fork()
        if pid:
            return pid
        try:
            os.close(self.pipe[0])
            if self.careless:
                vars(lock)["lock_of"] = lambda path: path.with_suffix(f".{os.getpid()}.lock")
            way(Random(seed))  # noqa: S311 - moments, no secret
        except BaseException:  # noqa: BLE001 - whatever it is, the parent must not go on as two
            traceback.print_exc()
            os._exit(1)
        os._exit(0)

    def _say(self, word: str, rest: str = "") -> None:
        os.write(self.pipe[1], f"{os.getpid()} {time.monotonic()} {word} {rest}\n".encode())

    def _hold(self, path: Path) -> Callable[[Random], None]:
        def way(chance: Random) -> None:
            for turn in range(TURNS):
                with suppress(InUse):
                    found = record.open_record(path, self.own.by_sheet)
                    self._say("in")
                    name = f"Last{os.getpid()}x{turn}"
                    who = make_participant(found.desk, name)
                    self._say("saved", Saved("person", who.person, "last_name", name).line)
                    time.sleep(chance.uniform(0, 0.05))
                    self._say("out")
                    found.close()
                time.sleep(chance.uniform(0, 0.05))

        return way

    def _command(self, chance: Random) -> None:
        words = ("list", self.path, "--what", "participants", "--sheet-file", self.sheet)
        for _ in range(TURNS):
            self._say("asks")
            code, _told = call(words)
            self._say("asked", str(code))
            time.sleep(chance.uniform(0, 0.05))


def lay_out_with(*, careless: bool) -> LayOut:
    def lay_out(folder: Path) -> Case:
        own, path = court.make(folder / "own"), folder / "copy" / "court.milepost"
        link, sheet = folder / "elsewhere.milepost", folder / "sheet"
        link.symlink_to(path)
        sheet.write_text(own.sheet, encoding="utf-8")

        def case(_number: int, chance: Random) -> Outcome:
            rivals = Rivals(own, path, link, sheet, careless)
            rivals.begin(chance)
            killed = rivals.kill_one(chance)
            said, failed = rivals.end()
            wrong = [*_together(said, killed)]
            if not careless:
                wrong += ["a rival failed"] * failed + _lost(own, path, said)
            held = f"{sum(each.word == 'in' for each in said)} openings"
            return Outcome(held, tuple(wrong[:1] if careless else wrong))

        return case

    return lay_out


def _together(said: list[Said], killed: tuple[int, float]) -> Iterator[str]:
    """Yield each time that a second one was in while a first had not let go."""
    within = sorted(_spans(said, killed))
    for (_begin, end, one), (begin, _end, other) in pairwise(within):
        if begin < end:
            yield f"{one} and {other} were in together"
    for asked, code, pid in _commands(said):
        if code not in {0, IN_USE}:
            yield f"a command ended with {code}"
        if code == 0 and any(b < asked[0] and asked[1] < e for b, e, _pid in within):
            yield f"the command of {pid} was let in"


def _spans(said: list[Said], killed: tuple[int, float]) -> Iterator[tuple[float, float, int]]:
    since: dict[int, float] = {}
    for each in said:
        if each.word == "in":
            since[each.pid] = each.at
        elif each.word == "out":
            yield since.pop(each.pid), each.at, each.pid
    for pid, begin in since.items():
        yield begin, max(begin, killed[1]), pid


def _commands(said: list[Said]) -> Iterator[tuple[tuple[float, float], int, int]]:
    began: dict[int, float] = {}
    for each in said:
        if each.word == "asks":
            began[each.pid] = each.at
        elif each.word == "asked":
            yield (began[each.pid], each.at), int(each.rest), each.pid


def _lost(own: Court, path: Path, said: list[Said]) -> list[str]:
    wrong = [f"check: {problem.kind}" for problem in check.check(path, own.by_sheet).problems]
    told = [saves.saved_of(each.rest) for each in said if each.word == "saved"]
    connection = engines.connect(path, own.keys.record)
    try:
        return wrong + saves.missing(connection, told)
    finally:
        connection.close()


ROWS = (
    Row(
        "R15",
        "rivals",
        Series(
            "three programs on one record, stale locks, one of them killed",
            lay_out_with(careless=False),
            500,
            5,
        ),
        "together",
        Series("each with a lock of its own", lay_out_with(careless=True), 50, 5),
    ),
)
