"""The way back from a backup as a page of the open record, which is closed before the last step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.backup import comparing
from app.backup.comparing import Present
from app.backup.places import KnownPlace
from app.vault.record import Record
from reports.lane import Lane
from ui import tasks
from ui.screens.restore.answers import Answers
from ui.screens.restore.frame import RestoreFrame
from ui.widgets.page import Page


class RestoreScreen(Page):
    """The same steps as on a bare computer; the open record tells how far it is."""

    def __init__(
        self,
        record: Record,
        remembered: Path | None,
        known: Sequence[KnownPlace],
        restore: Callable[[RestoreFrame], None],
    ) -> None:
        super().__init__()
        self._record, self._restore = record, restore
        own = record.unlocked.record_id
        self.frame = RestoreFrame(Answers(Lane(), remembered=remembered, known=known, own=own))
        self.frame.left.connect(self.left)
        self.frame.chosen.connect(self._hand_over)
        self.column.addWidget(self.frame, 1)
        self.column.setContentsMargins(0, 0, 0, 0)
        tasks.run(self._read, owner=self, done=self._know, failed=self._refuse)

    def focus_first(self) -> None:
        self.frame.focus_first()
        self.shown.emit()

    def leave(self) -> None:
        """The page goes, and with it the copy, unless it has been handed over."""
        if self.frame.parent() is not None and self.isAncestorOf(self.frame):
            self.frame.abandon()

    def _read(self) -> Present:
        with self._record.desk.read() as session:
            return comparing.present(session, self._record)

    def _know(self, present: Present) -> None:
        self.frame.answers.present = present

    def _refuse(self, error: Exception) -> None:
        """Without it nothing could be compared: the file of an open record is not to be read."""
        self.frame.setEnabled(False)
        self.fail(error)

    def _hand_over(self, frame: RestoreFrame) -> None:
        frame.chosen.disconnect(self._hand_over)
        frame.left.disconnect(self.left)
        self._restore(frame)
