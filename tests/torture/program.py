"""The whole program on a screen of its own: the process behind the window, and every window."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.journeys import homes
from tests.journeys.screen import ROOT, Screen, missing

TOOLS = missing
PATIENCE = 60.0
A_MOMENT = 0.02
# Across the rail and the head of a page: words and rules where anything of a record is shown.
STRIP = ("40", "20", "900", "120")


class Program(Screen):
    """Starts the program as a person does, and knows its processes."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.parent: subprocess.Popen[bytes] | None = None
        self._watch: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start the program on the record that its home remembers, and open the record."""
        with (self.home / "stderr.txt").open("ab") as faults:
            self.parent = subprocess.Popen(
                [sys.executable, "-P", "-m", "app"],
                env=self.environment() | {"PYTHONPATH": str(ROOT)},
                cwd=ROOT,
                stderr=faults,
            )
        self.wait_for(lambda: bool(self.named()))
        self.unlock()

    def named(self) -> list[str]:
        """Return the windows that stand on the screen."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Milepost$"],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def unlock(self) -> None:
        """Type the passphrase; the record is open once the next window waits loaded."""
        time.sleep(1.0)
        self.type(homes.PASSPHRASE)
        self.key("Return")
        self.wait_for(lambda: len(self.windows()) == 2 and loaded(self.windows()[1]))

    def windows(self) -> list[int]:
        """Return the processes of windows, the one that is shown first."""
        return sorted(self.children(), key=started) if self.parent else []

    def children(self, of: int | None = None) -> list[int]:
        parent = of if of is not None else (self.parent.pid if self.parent else 0)
        with suppress(OSError):
            words = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
            return [int(word) for word in words.split()]
        return []

    def everybody(self) -> list[int]:
        """Return every process of the program."""
        found = [self.parent.pid] if self.parent else []
        for each in found:
            found += self.children(each)
        return found

    def wait_for(self, so: Callable[[], Any], patience: float = PATIENCE) -> float:
        """Wait until something is so, and return when."""
        until = time.monotonic() + patience
        while not so():
            if time.monotonic() > until:
                raise TimeoutError(so)
            time.sleep(A_MOMENT)
        return time.monotonic()

    def lock(self) -> tuple[float, float]:
        """Press the keys that lock; return when that was, and when nothing of a page was seen."""
        watch = self._watcher()
        assert watch.stdin is not None
        assert watch.stdout is not None
        watch.stdin.write("Control_L l\n")
        watch.stdin.flush()
        pressed, covered = watch.stdout.readline().split()
        return float(pressed), float(covered)

    def end(self) -> None:
        """End every process of the program, hung ones too."""
        for pid in reversed(self.everybody()):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.parent is not None:
            self.parent.wait()
            self.parent = None

    def _watcher(self) -> "subprocess.Popen[str]":
        if self._watch is None:
            self._watch = subprocess.Popen(
                [sys.executable, "-m", "tests.torture.watching", *STRIP],
                env=self.environment(),
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._running.append(self._watch)
            assert self._watch.stdout is not None
            assert self._watch.stdout.readline() == "ready\n"
        return self._watch


def is_there(pid: int) -> bool:
    """Whether a process still has its memory."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def started(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[19])


def loaded(pid: int) -> bool:
    """Whether a window that waits has loaded all: it then sleeps in a read of its pipe."""
    with suppress(OSError):
        return "pipe" in Path(f"/proc/{pid}/wchan").read_text(encoding="ascii") or (
            Path(f"/proc/{pid}/statm").read_text(encoding="ascii") != "0"
        )
    return False
