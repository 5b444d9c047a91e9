"""Notices which sticks are plugged in, without ever waiting for one in the window's thread."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.backup import places
from app.backup.places import KnownPlace, Seen
from ui import tasks

EVERY = 1500  # milliseconds: what is plugged in shows within two seconds
SILENT_AFTER = 6000  # milliseconds without an answer


class DriveWatch(QObject):
    """Looks at the places it was given, again and again as long as somebody needs to know.

    One look at a time: a drive that hangs holds up the next look and nothing else.
    """

    seen = Signal(object)
    failed = Signal(object)
    silent = Signal()  # a drive does not answer

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: Sequence[KnownPlace] = ()
        self._looking = self._again = False
        self._next = QTimer(self)
        self._next.setInterval(EVERY)
        self._next.timeout.connect(self.look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SILENT_AFTER)
        self._patience.timeout.connect(self.silent)

    @property
    def is_awake(self) -> bool:
        return self._next.isActive()

    def wake(self, *, awake: bool) -> None:
        """Look from time to time, or only when asked."""
        if awake and not self.is_awake:
            self._next.start()
            self.look()
        elif not awake:
            self._next.stop()

    def follow(self, known: Sequence[KnownPlace]) -> None:
        """Look at these places from now on, and at once."""
        self._places = known
        self._again = self._looking
        self.look()

    def look(self) -> None:
        if self._looking:
            return
        self._looking, self._again = True, False
        self._patience.start()
        known = self._places
        tasks.run(
            lambda: places.seen(known),
            owner=self,
            done=self._tell,
            failed=self._fail,
            lane=tasks.DRIVES,
        )

    def _tell(self, found: Seen) -> None:
        again = self._end()
        self.look() if again else self.seen.emit(found)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> bool:
        self._looking = False
        self._patience.stop()
        return self._again
