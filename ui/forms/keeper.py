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
        self._typed = self._written = 0  # how often something was typed, and of that kept
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.keep)

    @property
    def is_behind(self) -> bool:
        """Whether something was typed that is not kept yet, or could not be."""
        return self._written < self._typed

    def note(self) -> None:
        """Something was typed; it is kept within a second."""
        self._typed += 1
        if not self._timer.isActive() and not self._is_saving:
            self._timer.start()

    def forget(self) -> None:
        """Drop what the timer waits for, because it is not wanted."""
        self._timer.stop()
        self._written = self._typed

    def pause(self) -> None:
        """Hear nothing while the form is saved; a field that is left then still tidies its day."""
        self._is_saving = True
        self._timer.stop()

    def resume(self) -> None:
        """It was not saved after all, so that it is kept as a draft again."""
        self._is_saving = False
        self.note()

    def keep_now(self) -> None:
        """Keep at once what is not kept yet, because the page goes."""
        if self.is_behind and not self._is_saving:
            self.keep()

    def keep(self) -> None:
        self._timer.stop()
        typed = self._typed

        def tell(at: datetime) -> None:
            self._written = max(self._written, typed)
            self.kept.emit(at)

        tasks.run(self.writing(), owner=self, done=tell, failed=self._fail)

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
