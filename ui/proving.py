"""The one trial of a backup that is on its way: fetched, opened, compared, and cleared again.

The copying is done by the process that carries; comparing needs the keys and so is done here, in
the lane that waits for that process.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.backup import proving, rows
from app.backup.carrying import CancelledError, Carrier
from app.backup.overview import BackupLine
from app.backup.proving import Opener, Proved
from app.vault.record import Record
from ui import tasks
from ui.carried import CarriedWork, Pace

STEPS = ("fetched", "whole", "opened", "same", "trail")


@dataclass(frozen=True)
class Trial:
    """What is tried: one backup in its folder; `whole` only, or all that is in it."""

    line: BackupLine
    folder: Path
    compares: bool = True

    @property
    def steps(self) -> tuple[str, ...]:
        return STEPS if self.compares else STEPS[:2]


class ProofWork(CarriedWork):
    """Tries one backup at a time, and writes into the record what came of it.

    Called off or not, the private folder is cleared.
    """

    reached = Signal(str)  # a step has passed
    fetched = Signal(float)  # how much has been copied, from 0 to 1
    passed = Signal(object)

    def __init__(self, record: Record, parent: QObject | None = None) -> None:
        super().__init__(record, parent)
        self._tell = Pace(lambda _stage, part: self.fetched.emit(part))
        self.trial: Trial | None = None

    def start(self, trial: Trial) -> None:
        """Begin; while one backup is tried, another one is not."""
        if self.is_running:
            return
        self.trial = trial
        self._carrier = carrier = Carrier()
        self.began.emit(trial)
        tasks.run(
            lambda: self._try(trial, carrier),
            owner=self,
            done=lambda _proved: self._keep(trial),
            failed=self._fail,
            lane=tasks.CARRY,
        )

    def _try(self, trial: Trial, carrier: Carrier) -> Proved | None:
        unlocked, line = self._record.unlocked, trial.line
        opener = Opener(line.file, line.seq, unlocked.keys, self._record.desk.holder)

        def told(step: str) -> None:
            if carrier.is_cancelled:
                raise CancelledError
            tasks.announce(lambda: self.reached.emit(step))

        def fetch(near: Path) -> None:
            carrier.fetch(trial.folder / line.file, near, self._tell)
            told("fetched")

        if trial.compares:
            return proving.prove_there(fetch, opener, told)
        proving.check_there(fetch, opener, told)
        return None

    def _keep(self, trial: Trial) -> None:
        """Write down that it passed, as long as the record is open."""
        if self._dropped:
            self._fail(CancelledError())
            return
        write = rows.proved if trial.compares else rows.read_again
        tasks.run(
            lambda: self._write(write, trial.line.id),
            owner=self,
            done=lambda _done: self._end(trial),
            failed=self._fail,
        )

    def _write(self, write: Callable[..., None], backup_id: int) -> None:
        with self._record.desk.work() as session:
            write(session, backup_id)

    def _end(self, trial: Trial) -> None:
        self._carrier = None
        self.passed.emit(trial)
