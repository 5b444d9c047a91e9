"""The carrying lane: pages are drawn in a process of our own, so that no window ever waits for it.

Facts go in by pipe and a PDF comes out; there is no file in between, and the lane never opens a
record. This end costs nothing to import; ReportLab is loaded in the process that draws.
"""

import json
import subprocess
import threading
from contextlib import suppress
from typing import BinaryIO

from app import facts, frames, paths
from reports.drawn import Drawn

WORD = "_draw"
PATIENCE = 1.0  # seconds that closing waits for the process to end by itself


class LaneError(Exception):
    """The lane could not draw; the text is a type of error and a line, never a value."""


class Lane:
    """Starts the drawing process when it is first needed and keeps it warm."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._closed = threading.Event()

    def draw(self, kind: str, content: object) -> Drawn:
        """Return `content`, facts or a sequence of facts, drawn as `kind`.

        A process that has died is started again, once.
        """
        texts = (
            [facts.canonical(each) for each in content]
            if isinstance(content, (list, tuple))
            else None
        )
        asked = {"kind": kind, "facts": facts.canonical(content) if texts is None else texts}
        request = json.dumps(asked).encode()
        with self._turn:
            try:
                return self._ask(request)
            except OSError:
                self._end()
            try:
                return self._ask(request)
            except OSError as error:
                self._end()
                raise LaneError(type(error).__name__) from error

    def warm(self) -> None:
        """Start the process now, so that the first page comes as fast as every other."""
        with self._turn:
            self._running()

    def close(self) -> None:
        """End the process for good; nobody waits, neither for a page nor for the process.

        It holds nothing that could be lost, so it is killed: the window asks for this while it
        locks, and an orderly end takes a Python process up to a second.
        """
        self._closed.set()
        process = self._process
        if process is not None:
            process.kill()
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()

    def _ask(self, request: bytes) -> Drawn:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both ends of the process are pipes")
        frames.write(process.stdin, request)
        header = frames.read(process.stdout)
        if header is None:
            raise frames.FrameError("the process ended")
        answer = json.loads(header)
        if not answer["ok"]:
            raise LaneError(answer["error"])
        return Drawn(frames.read(process.stdout) or b"", answer["pages"])

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._closed.is_set():
            raise LaneError("closed")
        if self._process is None or self._process.poll() is not None:
            self._process = _start()
            if self._closed.is_set():  # while it was being started
                self._process.kill()
                self._end()
                raise LaneError("closed")
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Be the drawing process: answer every request until the input ends."""
    from reports import drawing  # noqa: PLC0415 - ReportLab takes 0.3 s, which only this end pays

    drawing.serve(source, sink)


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own program, with a word of ours
        paths.command_line(WORD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # an error text may hold a name
        bufsize=0,  # so that closing never waits behind a write
        cwd=paths.program_root(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
