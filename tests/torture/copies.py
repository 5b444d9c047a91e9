"""R15: the program started twice in its real windows, and again after it or a part was killed."""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from app.vault.files import Files
from tests.journeys import homes
from tests.journeys.screen import ROOT
from tests.torture.program import Program, is_there
from tests.torture.row import Case, Outcome, Row, Series

IN_USE = 13
OFTEN = 0.02  # seconds between two looks


class Watch(threading.Thread):
    """Looks all the time which processes have the log of a record open; only one may."""

    def __init__(self, log: Path) -> None:
        super().__init__(daemon=True)
        self._log, self._ended = str(log), threading.Event()
        self.together: set[tuple[int, ...]] = set()
        self.alone: set[int] = set()

    def run(self) -> None:
        while not self._ended.wait(OFTEN):
            found = tuple(sorted(pid for pid in _processes() if self._has_open(pid)))
            if len(found) > 1 and all(is_there(pid) for pid in found):
                self.together.add(found)
            self.alone.update(found)

    def end(self) -> list[str]:
        self._ended.set()
        self.join()
        wrong = [f"{pids} had the record open together" for pids in self.together]
        return wrong + (["nobody was seen at all"] if not self.alone else [])

    def _has_open(self, pid: int) -> bool:
        with suppress(OSError):
            return any(
                str(each.readlink()) == self._log for each in Path(f"/proc/{pid}/fd").iterdir()
            )
        return False


def _processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]


def lay_out(folder: Path) -> Case:
    home = folder / "home"
    record = homes.with_new_record(home)
    secret = folder / "secret"
    secret.write_text(homes.PASSPHRASE, encoding="utf-8")
    words = ("list", record, "--what", "participants", "--passphrase-file", secret)
    program = Program(home)
    program.__enter__()
    atexit.register(program.__exit__)
    atexit.register(program.end)

    def case(number: int, _chance: Random) -> Outcome:
        watch = Watch(Files(record).log)
        watch.start()
        if program.parent is None:
            program.begin()
        way = WAYS[number % len(WAYS)]
        wrong = way(program, words)
        return Outcome(way.__name__.strip("_").replace("_", " "), (*wrong, *watch.end()))

    return case


def _second_copy(program: Program, words: tuple[object, ...]) -> list[str]:
    """Start the program and a command beside it: both say that it is in use, and end."""
    code = _started(program, *words).wait()
    other = _started(program)
    program.wait_for(lambda: len(program.named()) > 1)
    time.sleep(1.0)
    program.key("Return")
    codes = [code, other.wait()]
    return [] if codes == [IN_USE, IN_USE] else [f"ended with {codes}"]


def _window_left_alone(program: Program, words: tuple[object, ...]) -> list[str]:
    """Kill the process behind the window: the window ends, and the program starts again."""
    assert program.parent is not None
    left = program.windows()
    program.parent.kill()
    code = _started(program, *words).wait()
    program.wait_for(lambda: not any(map(is_there, left)))
    program.begin()
    return [] if code in {0, IN_USE} else [f"the command ended with {code}"]


def _all_killed(program: Program, words: tuple[object, ...]) -> list[str]:
    """Kill every process: locks are left behind as files, and hold nobody up."""
    for pid in reversed(program.everybody()):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    program.end()
    code = _started(program, *words).wait()
    program.begin()
    return [] if code == 0 else [f"the command ended with {code}"]


WAYS: tuple[Callable[[Program, tuple[object, ...]], list[str]], ...] = (
    _second_copy, _window_left_alone, _all_killed,
)  # fmt: skip


def _started(program: Program, *words: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "app", *map(str, words)],
        env=program.environment() | {"PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def lay_out_copied(folder: Path) -> Case:
    """Open the record twice past its lock: the watch must see it."""
    home = folder / "home"
    record = homes.with_new_record(home)
    log = Files(record).log

    def case(_number: int, _chance: Random) -> Outcome:
        shutil.copy(record, log)
        watch = Watch(log)
        watch.start()
        waits = f"import time; held = open({str(log)!r}); time.sleep(2)"
        both = [subprocess.Popen([sys.executable, "-c", waits]) for _ in range(2)]
        for each in both:
            each.wait()
        return Outcome("past the lock", tuple(watch.end()[:1]))

    return case


ROWS = (
    Row(
        "R15",
        "copies",
        Series("copies of the program, started and killed in windows", lay_out, 60, 1),
        "together",
        Series("opened past the lock", lay_out_copied, 3, 1),
        needs=("Xvfb", "openbox", "xdotool"),
    ),
)
