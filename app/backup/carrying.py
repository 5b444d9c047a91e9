"""The other process that carries a backup to its drive, so that a hung stick holds up nobody here.

It is given the finished bytes by pipe and holds no key. It asks for each block, so that both ends
always know how far it is; where one end goes away the other drops what was not finished.
"""

import json
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from app import frames, paths
from app.backup import wire, writing
from app.backup.container import BLOCK
from app.backup.writing import Carried, Load, Stage, Tell
from app.desk import sorted_failures
from models.errors import NoSpace, NoSuchThing, Trouble

WORD = "_carry"
PATIENCE = 2.0  # seconds in which a drive that answers has dropped what it was given


class CancelledError(Exception):
    """The person has called the backup off; nothing of it is left where the drive still answers."""


class Carrier:
    """One backup on its way in a process of its own."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = threading.Event()
        self._led = False
        self._turn = threading.Lock()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def warm(self) -> None:
        """Start the process now, while the snapshot is taken; `cancel` ends it unused."""
        with self._turn:
            if self._process is None and not self._cancelled.is_set():
                self._process = _start()

    def __call__(self, load: Load, blocks: Iterable[bytes], tell: Tell) -> Carried:
        """Carry one backup away, as `writing.carry` does; `cancel` ends it.

        Raises:
            CancelledError, CarryError, and what `writing.carry` raises.
        """
        process = self._begin()
        try:
            return self._lead(process, load, iter(blocks), tell)
        except OSError as error:
            if self._cancelled.is_set():
                raise CancelledError from None
            raise NoSpace("space.gone") from error
        finally:
            if _end(process):
                _sweep(load)

    def fetch(self, path: Path, target: Path, tell: Tell) -> None:
        """Copy a backup from its drive into the new file `target`; `cancel` ends it.

        Raises:
            CancelledError, CarryError, and NoSuchThing or NoSpace as the drive answers.
        """
        process = self._begin()
        try:
            self._take(process, path, target, tell)
        except (frames.FrameError, BrokenPipeError) as error:
            if self._cancelled.is_set():
                raise CancelledError from None
            raise NoSpace("space.gone") from error
        finally:
            _end(process)

    def cancel(self) -> None:
        """Call the backup off; a drive that does not answer any more is not waited for."""
        with self._turn:
            self._cancelled.set()
            process, led = self._process, self._led
        if process is not None and not led:
            process.kill()
            _end(process)
        elif process is not None:
            timer = threading.Timer(PATIENCE, process.kill)
            timer.daemon = True
            timer.start()

    def _begin(self) -> "subprocess.Popen[bytes]":
        """Return the process that is led from now on."""
        self.warm()
        with self._turn:
            if self._process is None or self._cancelled.is_set():
                raise CancelledError
            self._led = True
            return self._process

    def _lead(
        self, process: "subprocess.Popen[bytes]", load: Load, blocks: Iterator[bytes], tell: Tell
    ) -> Carried:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both ends of the process are pipes")
        frames.write(process.stdin, wire.of_load(load))
        while (answer := frames.read(process.stdout)) is not None:
            told = json.loads(answer)
            # Once it has its name it is a backup, and is told as one.
            if self._cancelled.is_set() and _is_on_its_way(told):
                raise CancelledError
            if "next" in told:
                frames.write(process.stdin, next(blocks, b""))
            elif "stage" in told:
                tell(Stage(told["stage"]), told["done"], told["total"])
            else:
                return wire.carried(told)
        raise frames.FrameError("the process ended")

    def _take(
        self, process: "subprocess.Popen[bytes]", path: Path, target: Path, tell: Tell
    ) -> None:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both ends of the process are pipes")
        frames.write(process.stdin, json.dumps({"fetch": str(path)}).encode())
        with target.open("xb") as file:
            while (answer := frames.read(process.stdout)) is not None:
                if self._cancelled.is_set():
                    raise CancelledError
                told = json.loads(answer)
                if "size" not in told:
                    wire.carried(told)
                if told["size"] == 0:
                    return
                file.write(frames.read(process.stdout) or b"")
                tell(Stage.FETCH, file.tell(), told["total"])
        raise frames.FrameError("the process ended")


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Be the process that carries: one backup there or back, then the end."""
    first = frames.read(source)
    if first is None:
        return
    plain = json.loads(first)
    try:
        with sorted_failures():
            _do(plain, source, sink)
    except Trouble as trouble:
        _say(sink, wire.of_trouble(trouble))
    except Exception as error:  # noqa: BLE001 - told to the other end, which reports it
        with suppress(OSError):  # the other end may be what went away
            _say(sink, {"error": type(error).__name__})


def _do(plain: dict[str, Any], source: BinaryIO, sink: BinaryIO) -> None:
    if "fetch" in plain:
        _fetch(Path(plain["fetch"]), sink)
    elif "sweep" in plain:
        writing.sweep(Path(plain["sweep"]), plain["branch"])
    else:
        _carry(plain, source, sink)


def _is_on_its_way(told: dict[str, Any]) -> bool:
    return "next" in told or told.get("stage", Stage.THIN) != Stage.THIN


def _carry(plain: dict[str, Any], source: BinaryIO, sink: BinaryIO) -> None:
    def tell(stage: Stage, done: int, total: int) -> None:
        _say(sink, {"stage": stage, "done": done, "total": total})

    carried = writing.carry(wire.load(plain), _blocks(source, sink), tell)
    _say(sink, wire.of_carried(carried))


def _fetch(path: Path, sink: BinaryIO) -> None:
    if not path.is_file():
        raise NoSuchThing("file.missing", file=path.name)
    total = path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            _say(sink, {"size": len(block), "total": total})
            frames.write(sink, block)
    _say(sink, {"size": 0, "total": total})


def _blocks(source: BinaryIO, sink: BinaryIO) -> Iterator[bytes]:
    while True:
        _say(sink, {"next": True})
        block = frames.read(source)
        if block is None:
            raise frames.FrameError("called off")
        if not block:
            return
        yield block


def _say(sink: BinaryIO, told: dict[str, Any]) -> None:
    frames.write(sink, json.dumps(told).encode())


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own program, with a word of ours
        paths.command_line(WORD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.program_root(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _sweep(load: Load) -> None:
    """Have what a killed process left removed by another; where the drive hangs, it stays."""
    process = _start()
    with suppress(OSError):
        if process.stdin is not None:
            told = {"sweep": str(load.folder), "branch": load.branch}
            frames.write(process.stdin, json.dumps(told).encode())
    _end(process)


def _end(process: "subprocess.Popen[bytes]") -> bool:
    """Let the process drop what was not finished; one that hangs in its drive is killed.

    Returns whether it was killed and is gone, so that what it left can be removed.
    """
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()
    try:
        return process.wait(PATIENCE) != 0
    except subprocess.TimeoutExpired:
        process.kill()
    with suppress(subprocess.TimeoutExpired):  # in its drive not even a kill reaches it
        return process.wait(PATIENCE / 10) != 0
    return False
