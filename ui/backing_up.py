"""The one backup that is on its way, whatever page somebody is on.

The record lane gives it its number, its snapshot and its entry; the rest happens in a process that
carries it away, and the lane that waits for it holds up nobody. Lock and quit call it off.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.backup import making
from app.backup.carrying import CancelledError, Carrier
from app.backup.making import Begun, Made
from app.backup.writing import Stage
from app.vault.record import Record
from ui import tasks

TELL_EVERY = 0.1  # seconds between two words of how far it is
# What is done before a stage, and what it adds: reading is faster than writing.
SHARES = {Stage.WRITE: (0.0, 0.7), Stage.REREAD: (0.7, 0.3), Stage.THIN: (1.0, 0.0)}


@dataclass(frozen=True)
class Target:
    """Where a backup goes: the folder, the place it is known as, and how it is called."""

    folder: Path
    label: str
    place_id: int | None = None
    insists: bool = False  # also where it is the drive of the record itself


@dataclass(frozen=True)
class Progress:
    """What is being done, and how far it is, from 0 to 1."""

    stage: Stage
    part: float

    @property
    def whole(self) -> float:
        """How far the whole backup is."""
        before, share = SHARES.get(self.stage, (0.0, 0.0))
        return before + self.part * share


class BackupWork(QObject):
    """Makes one backup at a time of the open record, and tells of it."""

    began = Signal(object)
    moved = Signal(object)
    made = Signal(object)
    called_off = Signal()
    failed = Signal(object)

    def __init__(self, record: Record, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._carrier: Carrier | None = None
        self._told = 0.0
        self._is_looking = self._dropped = False
        self.target: Target | None = None

    @property
    def is_running(self) -> bool:
        return self._carrier is not None

    def start(self, target: Target) -> None:
        """Begin a backup; while one is on its way, another one is not begun."""
        if self.is_running:
            return
        self.target = target
        self._carrier = carrier = Carrier()
        self.began.emit(target)
        self._is_looking = True
        tasks.run(
            lambda: self._look(carrier, target),
            owner=self,
            done=self._take_up,
            failed=lambda error: self._refuse(carrier, error),
            lane=tasks.DRIVES,
        )

    def cancel(self) -> None:
        """Call the backup off; what was written of it is removed where the drive still answers.

        A drive that does not answer the first question may never do: it is not waited for.
        """
        if self._carrier is not None:
            self._carrier.cancel()
        if self._is_looking:
            self._fail(CancelledError())

    def drop(self) -> None:
        """Call the backup off for good, because the record is about to be closed."""
        self._dropped = True
        self.cancel()

    def _look(self, carrier: Carrier, target: Target) -> Carrier:
        """Ask the drive, in a lane that it may hold as long as it likes."""
        carrier.warm()
        making.look_at(self._record.files, target.folder, insists=target.insists)
        return carrier

    def _take_up(self, carrier: Carrier) -> None:
        target = self.target
        if carrier is self._carrier and target is not None:
            self._is_looking = False
            self._in_record(lambda: self._begin(carrier, target), self._carry)

    def _refuse(self, carrier: Carrier, error: Exception) -> None:
        if carrier is self._carrier:  # nobody waits for what was called off
            self._fail(error)

    def _begin(self, carrier: Carrier, target: Target) -> Begun:
        if carrier.is_cancelled:
            raise CancelledError
        return making.take_up(
            self._record, target.folder, place_id=target.place_id, tell=self._tell
        )

    def _carry(self, begun: Begun) -> None:
        carrier = self._carrier
        if carrier is not None:
            self._run(
                lambda: self._carry_away(begun, carrier),
                lambda made: self._finish(begun, made),
                lane=tasks.CARRY,
            )

    def _carry_away(self, begun: Begun, carrier: Carrier) -> Made:
        if carrier.is_cancelled:  # before a moment is lost on checking what nobody wants
            begun.snapshot.unlink(missing_ok=True)
            raise CancelledError
        return making.carry(begun, carrier, self._tell)

    def _finish(self, begun: Begun, made: Made) -> None:
        self._in_record(
            lambda: making.finish(self._record, begun, made), lambda _done: self._end(made)
        )

    def _in_record(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Work on the record, as long as it is open."""
        if self._dropped:
            self._fail(CancelledError())
        else:
            self._run(work, done)

    def _run(
        self, work: Callable[[], object], done: Callable[..., None], lane: str = tasks.RECORD
    ) -> None:
        tasks.run(work, owner=self, done=done, failed=self._fail, lane=lane)

    def _end(self, made: Made) -> None:
        self._carrier = None
        self.made.emit(made)

    def _fail(self, error: Exception) -> None:
        carrier, self._carrier = self._carrier, None
        self._is_looking = False
        if carrier is not None:
            carrier.cancel()  # a process that was started and is not needed
        if isinstance(error, CancelledError):
            self.called_off.emit()
        else:
            self.failed.emit(error)

    def _tell(self, stage: Stage, done: int, total: int) -> None:
        """Tell how far it is, from whichever thread knows, ten times a second at most."""
        now = time.monotonic()
        if now - self._told < TELL_EVERY and done < total:
            return
        self._told = now
        progress = Progress(stage, done / total if total else 0.0)
        tasks.announce(lambda: self.moved.emit(progress))
