"""One window as a process of our own: what it is told, what it says, and its end."""

import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue

from app import paths
from ui import handover
from ui.handover import Handover, Said


class Child:
    """A window that waits until it is told to show itself."""

    def __init__(self, words: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program, with words of ours
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=paths.program_root(),
        )
        self._said: SimpleQueue[Said | None] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def show(self, left: Handover) -> None:
        """Let the window show itself; the pipe stays open as long as somebody stands behind it."""
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):  # it has ended already, which is heard in a moment
                self._process.stdin.write(handover.line_of(left))
                self._process.stdin.flush()

    def hear(self, until: float | None) -> Said | None:
        """Return what the window says next, None at its end or at `until` (monotonic seconds)."""
        try:
            return self._said.get(timeout=_rest(until))
        except Empty:
            return None

    def end(self, until: float | None) -> int:
        """Return the exit code; a window that has not ended by `until` is killed."""
        try:
            return self._process.wait(_rest(until))
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()
        finally:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()

    def _listen(self) -> None:
        if self._process.stdout is not None:
            with suppress(ValueError):  # closed under us at the end
                for line in self._process.stdout:
                    if (said := handover.said(line)) is not None:
                        self._said.put(said)
        self._said.put(None)


def _rest(until: float | None) -> float | None:
    return None if until is None else max(0.0, until - time.monotonic())
