"""What every piece of work shares that leads the process which carries: its end, and its pace."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.backup.carrying import CancelledError, Carrier
from app.backup.writing import Stage
from app.vault.record import Record
from ui import tasks

TELL_EVERY = 0.1  # seconds between two words of how far it is


class Pace:
    """Tells the window how far something is, from whichever thread knows, at a pace to read."""

    def __init__(self, tell: Callable[[Stage, float], None]) -> None:
        self._tell = tell
        self._told = 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told < TELL_EVERY and done < total:
            return
        self._told = now
        part = done / total if total else 0.0
        tasks.announce(lambda: self._tell(stage, part))


class CarriedWork(QObject):
    """Does one thing at a time for the open record with a process that carries."""

    began = Signal(object)
    called_off = Signal()
    failed = Signal(object)

    def __init__(self, record: Record, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._carrier: Carrier | None = None
        self._dropped = False

    @property
    def is_running(self) -> bool:
        return self._carrier is not None

    def cancel(self) -> None:
        """Call it off; what was written of it is removed where the drive still answers."""
        if self._carrier is not None:
            self._carrier.cancel()

    def drop(self) -> None:
        """Call it off for good, because the record is about to be closed."""
        self._dropped = True
        self.cancel()

    def _fail(self, error: Exception) -> None:
        carrier, self._carrier = self._carrier, None
        if carrier is not None:
            carrier.cancel()  # a process that was started and is not needed
        if isinstance(error, CancelledError):
            self.called_off.emit()
        else:
            self.failed.emit(error)
