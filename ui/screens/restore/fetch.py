"""One backup on its way from its drive to this computer, where every byte of it is checked.

The copying is done by the process that carries, so that a stick that hangs holds up nobody.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.backup import verifying
from app.backup.carrying import CancelledError, Carrier
from app.desk import sorted_failures
from ui import tasks
from ui.carried import Pace


class Fetch(QObject):
    """Fetches one backup at a time; what was called off says nothing any more."""

    moved = Signal(float)  # how much has been copied, from 0 to 1
    done = Signal(object)  # the copy, which is whole
    refused = Signal(str)  # why it is not
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._carrier: Carrier | None = None
        self._tell = Pace(lambda _stage, part: self._move(part))

    @property
    def is_running(self) -> bool:
        return self._carrier is not None

    def start(self, source: Path, target: Path) -> None:
        self._carrier = carrier = Carrier()
        tasks.run(
            lambda: self._bring(carrier, source, target),
            owner=self,
            done=lambda problem: self._end(carrier, target, problem),
            failed=lambda error: self._fail(carrier, error),
            lane=tasks.CARRY,
        )

    def call_off(self) -> None:
        """Forget it; the process is ended, be the drive there or not."""
        carrier, self._carrier = self._carrier, None
        if carrier is not None:
            carrier.cancel()

    def _bring(self, carrier: Carrier, source: Path, target: Path) -> str:
        """Return what is wrong with the copy, or nothing."""
        with sorted_failures():
            carrier.fetch(source, target, self._tell)
            if carrier.is_cancelled:
                raise CancelledError
            found = verifying.verify(target)
        return " ".join(problem.message for problem in found.problems)

    def _end(self, carrier: Carrier, target: Path, problem: str) -> None:
        if carrier is not self._carrier:
            return
        self._carrier = None
        if problem:
            self.refused.emit(problem)
        else:
            self.done.emit(target)

    def _fail(self, carrier: Carrier, error: Exception) -> None:
        if carrier is self._carrier:
            self._carrier = None
            self.failed.emit(error)

    def _move(self, part: float) -> None:
        if self.is_running:
            self.moved.emit(part)
