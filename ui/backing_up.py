"""The one backup that is on its way, whatever page somebody is on.

The record lane gives it its number, its snapshot and its entry; the rest happens in a process that
carries it away, and the lane that waits for it holds up nobody. Lock and quit call it off.
"""

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
from ui.carried import CarriedWork, Pace

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


class BackupWork(CarriedWork):
    """Makes one backup at a time of the open record, and tells of it."""

    moved = Signal(object)
    made = Signal(object)

    def __init__(self, record: Record, parent: QObject | None = None) -> None:
        super().__init__(record, parent)
        self._tell = Pace(lambda stage, part: self.moved.emit(Progress(stage, part)))
        self._is_looking = False
        self.target: Target | None = None

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
        """Call the backup off; a drive that does not answer the first question may never do."""
        super().cancel()
        if self._is_looking:
            self._fail(CancelledError())

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
        self._is_looking = False
        super()._fail(error)
