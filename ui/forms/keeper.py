"""Keeps what is typed as a draft inside the record: at most two seconds of typing can be lost."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app import drafts
from app.answers import Answers, Subject
from app.desk import Desk
from ui import tasks

# Milliseconds from the first key that is not kept to the draft; a write takes some more.
REST = 1000


class Keeper(QObject):
    """Writes the draft of one form; `kept` tells when."""

    kept = Signal(object)

    def __init__(
        self, desk: Desk, form: str, subject: Subject, answers: Callable[[], Answers]
    ) -> None:
        super().__init__()
        self.before: Answers | None = None  # what stood in the form before the first key
        self._desk, self._form, self._subject = desk, form, subject
        self._answers = answers
        self._is_saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.keep)

    def note(self) -> None:
        """Something was typed; it is kept within a second."""
        if not self._timer.isActive() and not self._is_saving:
            self._timer.start()

    def forget(self) -> None:
        """Drop what the timer waits for, because it is not wanted."""
        self._timer.stop()

    def pause(self) -> None:
        """Hear nothing while the form is saved; a field that is left then still tidies its day."""
        self._is_saving = True
        self._timer.stop()

    def resume(self) -> None:
        """It was not saved after all, so that it is kept as a draft again."""
        self._is_saving = False
        self.note()

    def keep_now(self) -> None:
        """Keep at once what the timer still waits for, because the page goes."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        self._timer.stop()
        tasks.run(self.writing(), owner=self, done=self.kept.emit, failed=self._fail)

    def writing(self) -> Callable[[], datetime]:
        """Return the call that keeps what is typed now; it runs in the record lane."""
        desk, form, subject = self._desk, self._form, self._subject
        answers, before = self._answers(), self.before

        def write() -> datetime:
            with desk.work() as session:
                return drafts.keep(session, form, subject, answers, before)

        return write

    def _fail(self, error: Exception) -> None:
        """Try again with the next key; whoever saves or leaves hears of it by the page."""
        self.failed.emit(error)

    failed = Signal(object)
