"""The process behind the window: it starts one, and the next as soon as that one has locked.

Keys leave the memory of a computer for certain only with the process that had them, so a lock ends
the window, and whoever comes back meets a new one. This process has no window, no key and nothing
of a participant, and it loads neither Qt nor the database.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from filelock import FileLock, Timeout

from app import paths
from app.wording import say
from ui import call, handover
from ui.child import Child
from ui.handover import LOCKED, Handover, Word

BAD_CALL = 2
BUSY = 13
FAULT = 1
INTERRUPTED = 130
LOCK = "window.lock"
# Seconds from the cover to the end of a window that locks, and where what was typed is not kept.
TO_LOCK = 5.0
TO_HOLD = 300.0
# Crashes within so many seconds, after which the next start does without all that may be at fault.
OFTEN = 3
CLOSE_TOGETHER = 120.0


@dataclass(frozen=True)
class End:
    """How a window ended: its exit code, whether it was ever seen, and what it left."""

    code: int
    shown: bool
    left: Handover | None = None

    @property
    def is_locked(self) -> bool:
        return self.left is not None or self.code == LOCKED


class Supervisor:
    """Lets one window follow the other until one is closed by a person."""

    def __init__(self, start: Callable[[], Child]) -> None:
        self._start = start
        self._waiting: Child | None = None
        self._crashes: list[float] = []

    def run(self, first: Handover | None = None) -> int:
        """Return the exit code of the program once its last window is closed."""
        left: Handover | None = first or Handover()
        code = 0
        while left is not None:
            child, self._waiting = self._waiting or self._start(), None
            child.show(left)
            end = self._accompany(child)
            code, left = end.code, self._next(end, was_safe=left.safe)
        self._let_go()
        return code if code >= 0 else FAULT

    def _accompany(self, child: Child) -> End:
        """Hear what the window says until it has ended; one that does not end is ended."""
        left, shown, until = None, False, None
        while (said := child.hear(until)) is not None:
            match said.word:
                case Word.SHOWN:
                    shown = True
                case Word.OPENED:
                    # It is loaded by the time it is wanted, so that no lock leaves an empty screen.
                    self._waiting = self._waiting or self._start()
                case Word.LOCKING:
                    left, until = said.left, time.monotonic() + TO_LOCK
                    self._waiting = self._waiting or self._start()
                case Word.HELD:
                    until = time.monotonic() + TO_HOLD
                    self._let_go()
                case Word.RESUMED:
                    left = until = None
        code = child.end(until)
        if code != LOCKED and left is not None:
            left = replace(left, told=f"{left.told} {say('lock.ended')}".strip())
        return End(code, shown, left)

    def _next(self, end: End, *, was_safe: bool) -> Handover | None:
        """Return what the next window is left, None where there is no next one."""
        if end.is_locked:
            return end.left or Handover()
        if end.code == 0:
            return None
        now = time.monotonic()
        self._crashes = [each for each in self._crashes if now - each < CLOSE_TOGETHER] + [now]
        if was_safe or not end.shown:
            print(say("lock.crashes", folder=paths.state_folder() / "faults"), file=sys.stderr)  # noqa: T201 - there is no window
            return None
        return Handover(told=say("lock.crashed"), safe=len(self._crashes) >= OFTEN)

    def _let_go(self) -> None:
        """End the window that waits and is not wanted after all."""
        if self._waiting is not None:
            self._waiting.end(time.monotonic())
            self._waiting = None


def main(arguments: list[str]) -> int:
    """Run the window and return the exit code of the program."""
    wanted = call.read(arguments)
    if wanted is None:
        print(say("window.usage"), file=sys.stderr)  # noqa: T201 - there is no window yet
        return BAD_CALL

    def start() -> Child:
        return Child(paths.command_line(handover.WINDOW, *wanted.words))

    folder = paths.state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=0):
            return Supervisor(start).run()
    except KeyboardInterrupt:  # the window hears that this process is gone, and ends in order
        return INTERRUPTED
    except Timeout:
        Supervisor(start).run(Handover(busy=True))
        return BUSY
