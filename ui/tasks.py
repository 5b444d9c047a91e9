"""The one way to run slow work: three lanes, one thread each, and results handed over in order.

The record lane is the only thread that touches an open record. The page lane waits for the process
that draws and for printers, the carrying lane for the process that writes to sticks, so that none
waits for the other.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

RECORD = "record"
PAGES = "pages"
CARRY = "carry"


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
        self.lanes: dict[str, ThreadPoolExecutor] = {}
        self.desk: _Desk | None = None
        self.running: set[Future[None]] = set()


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


def announce(call: Callable[[], None]) -> None:
    """Run `call` in the main thread; for listeners that are called in a lane."""
    _desk().arrived.emit(call)


def settle() -> None:
    """Wait until all that was started is done and every result has been handed over.

    What a result starts is waited for too; only the main thread adds to what is on its way and
    takes from it.
    """
    while _lanes.running:
        wait(set(_lanes.running))
        _deliver()
    _deliver()


def _deliver() -> None:
    if _lanes.desk is not None:
        QCoreApplication.sendPostedEvents(_lanes.desk, QEvent.Type.MetaCall)


def _desk() -> _Desk:
    if _lanes.desk is None or not shiboken6.isValid(_lanes.desk):
        # What was on its way to a desk that is gone never arrives.
        _lanes.running.clear()
        desk = _Desk()
        app = QCoreApplication.instance()
        if app is not None:
            desk.moveToThread(app.thread())
        _lanes.desk = desk
    return _lanes.desk


def _lane(name: str) -> ThreadPoolExecutor:
    if name not in _lanes.lanes:
        _lanes.lanes[name] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
    return _lanes.lanes[name]
