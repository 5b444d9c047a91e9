"""The way back from a backup: the steps before a record is open, and what carries them out.

Nothing that loads the database is imported before it is wanted.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.wording import say
from ui import failures, loading, reading, tasks
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.session import Key

if TYPE_CHECKING:
    from app.backup.restoring import Restored
    from ui.screens.restore.answers import Answers
    from ui.screens.restore.frame import RestoreFrame


@dataclass(frozen=True, repr=False)
class Back:
    """A record that is back: where it is, what opens it, and what must be said of it."""

    path: Path
    key: Key
    told: str


class Restoring(QObject):
    """Holds the page while the record is closed, and lets the backup take its place."""

    left = Signal()
    restored = Signal(object)

    def __init__(self, window: MainWindow, machine: Machine) -> None:
        super().__init__(window)
        self._window, self._machine = window, machine

    def show(self) -> None:
        """Ask for a backup; what the steps stand on is loaded in a lane before."""
        tasks.run(
            loading.load_restore,
            owner=self._window.shown,
            done=lambda _done: self._begin(),
            failed=failures.show,
        )

    def take(self, frame: "RestoreFrame") -> None:
        """Carry out what was said within the open record, which is closed meanwhile."""
        self._put(frame)
        frame.answers.present = None
        self._carry_out(frame)

    def _begin(self) -> None:
        from reports.lane import Lane  # noqa: PLC0415 - just loaded
        from ui.screens.restore.answers import Answers  # noqa: PLC0415
        from ui.screens.restore.frame import RestoreFrame  # noqa: PLC0415

        kept = self._machine.settings.record
        self._put(RestoreFrame(Answers(Lane(), remembered=Path(kept) if kept else None)))

    def _put(self, frame: "RestoreFrame") -> None:
        frame.left.connect(self.left)
        frame.chosen.connect(self._carry_out)
        reading.offer(frame)
        self._window.put(frame)
        frame.focus_first()

    def _carry_out(self, frame: "RestoreFrame") -> None:
        said = frame.answers
        tasks.run(
            lambda: _restore(said),
            owner=frame,
            done=lambda done: self._end(said, done),
            failed=frame.fail,
        )

    def _end(self, said: "Answers", done: "Restored") -> None:
        facts, secret = said.backup, said.secret
        said.clear()
        by_sheet = secret is None or secret.sheet is not None
        key = Key() if secret is None else Key(secret.holder, secret.passphrase, secret.sheet)
        self._machine.change(
            record=str(done.record),
            court=facts.manifest.court,
            holder=None if by_sheet else facts.holder,
        )
        told = say("restore.done", number=done.seq)
        if done.kept_as is not None:
            told = f"{told} {say('restore.kept', file=done.kept_as.name)}"
        self.restored.emit(Back(done.record, key, told))


def _restore(said: "Answers") -> "Restored":
    from app import first_start  # noqa: PLC0415 - as the module says
    from app.backup import restoring  # noqa: PLC0415

    if said.near is None or said.target is None or said.secret is None:
        raise AssertionError("all is said before the last step")
    first_start.make_folder(said.target.parent)
    return restoring.restore(said.near, said.target, said.secret)
