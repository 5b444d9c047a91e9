"""Notices that nobody has touched the program for some minutes, so that it can be locked."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from app import clock

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
MOST_OFTEN = timedelta(seconds=1)


class IdleWatch(QObject):
    """Says `idle` once when no key and no pointer has moved for as long as was asked.

    It hears the whole program, boxes included, and is gone with its owner.
    """

    idle = Signal()

    def __init__(self, owner: QObject, minutes: int) -> None:
        super().__init__(owner)
        self._touched = clock.now()
        self._limit = timedelta(minutes=minutes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self.wait(minutes)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def minutes(self) -> int:
        return int(self._limit.total_seconds() // 60)

    def wait(self, minutes: int) -> None:
        """Begin anew, with as many minutes."""
        self._limit = timedelta(minutes=minutes)
        self._begin(clock.now())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in TOUCHES or not self._timer.isActive():
            return False
        now = clock.now()
        away = now - self._touched
        if away >= self._limit:
            # A computer that slept has no timer that ran out; whoever wakes it finds it locked.
            self._timer.stop()
            self._say()
            return True
        if away >= MOST_OFTEN:
            self._begin(now)
        return False

    def _begin(self, now: datetime) -> None:
        self._touched = now
        self._timer.start(self._limit // timedelta(milliseconds=1))

    def _say(self) -> None:
        self.idle.emit()
