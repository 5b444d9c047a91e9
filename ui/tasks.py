"""The one way to run slow work: a few lanes, one thread each, and results handed over in order.

The record lane is the only thread that touches an open record. The page lane waits for the process
that draws and for printers, the carrying lane for the process that writes to sticks, so that none
waits for the other. The drives lane asks drives whether they are there, the files lane reads what
somebody wants to add, the showing lane waits for the process that opens documents: one that hangs
holds up neither the others nor the end of the program.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

RECORD = "record"
PAGES = "pages"
CARRY = "carry"
DRIVES = "drives"
FILES = "files"
SHOWING = "showing"
LOOSE = frozenset({DRIVES, FILES, SHOWING})
PATIENCE = 2.0  # seconds that a drive is waited for where everything is waited for


class _Lane(Protocol):
    """A thread that does one thing after the other."""

    def submit(self, work: Callable[[], None]) -> Future[None]: ...


class _LooseLane:
    """A lane that the end of the program does not wait for."""

    def __init__(self, name: str) -> None:
        self._wanted: SimpleQueue[tuple[Callable[[], None], Future[None]]] = SimpleQueue()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def submit(self, work: Callable[[], None]) -> Future[None]:
        future: Future[None] = Future()
        self._wanted.put((work, future))
        return future

    def _work(self) -> None:
        while True:
            work, future = self._wanted.get()
            work()
            future.set_result(None)


class _Desk(QObject):
    """Lives in the main thread; whatever is sent here runs there."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._run)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()


class _Lanes:
    """The threads, made when first needed, and what is on its way."""

    def __init__(self) -> None:
        self.lanes: dict[str, _Lane] = {}
        self.desk: _Desk | None = None
        self.running: set[Future[None]] = set()
        self.loose: set[Future[None]] = set()  # those of them that are not waited for to the end


_lanes = _Lanes()


def run(
    work: Callable[[], Any],
    *,
    owner: QObject,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    lane: str = RECORD,
) -> None:
    """Run `work` away from the window, then `done` or `failed` in it, unless `owner` is gone.

    `work` gets plain values only; what it opens it closes.
    """
    desk = _desk()

    def hand_over(result: Callable[[], None]) -> None:
        desk.arrived.emit(lambda: arrive(result))

    def arrive(result: Callable[[], None]) -> None:
        _lanes.running.discard(future)
        _lanes.loose.discard(future)
        if shiboken6.isValid(owner):
            result()

    def carried_out() -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - every failure is told in the window
            told = error
            hand_over(lambda: failed(told))
        else:
            hand_over(lambda: done(value))

    future = _lane(lane).submit(carried_out)
    _lanes.running.add(future)
    if lane in LOOSE:
        _lanes.loose.add(future)


def announce(call: Callable[[], None]) -> None:
    """Run `call` in the main thread; for listeners that are called in a lane."""
    _desk().arrived.emit(call)


def settle() -> None:
    """Wait until all that was started is done and every result has been handed over.

    What a result starts is waited for too; only the main thread adds to what is on its way and
    takes from it. A drive that hangs is given up after a moment.
    """
    given_up = time.monotonic() + PATIENCE
    while _lanes.running - _lanes.loose or (_lanes.loose and time.monotonic() < given_up):
        firm = _lanes.running - _lanes.loose
        wait(firm or _lanes.loose, None if firm else max(0.0, given_up - time.monotonic()))
        _deliver()
    _deliver()


def _deliver() -> None:
    if _lanes.desk is not None:
        QCoreApplication.sendPostedEvents(_lanes.desk, QEvent.Type.MetaCall)


def _desk() -> _Desk:
    if _lanes.desk is None or not shiboken6.isValid(_lanes.desk):
        # What was on its way to a desk that is gone never arrives.
        _lanes.running.clear()
        _lanes.loose.clear()
        desk = _Desk()
        app = QCoreApplication.instance()
        if app is not None:
            desk.moveToThread(app.thread())
        _lanes.desk = desk
    return _lanes.desk


def _lane(name: str) -> _Lane:
    if name not in _lanes.lanes:
        _lanes.lanes[name] = _LooseLane(name) if name in LOOSE else _pool(name)
    return _lanes.lanes[name]


def _pool(name: str) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
