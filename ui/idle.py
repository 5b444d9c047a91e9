"""Notices that nobody has touched the program for some minutes, so that it can be locked.

Keys and pointers reach a window before anything in it, so the windows are listened to and not every
event of the program, of which there are thousands when a page opens.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

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
# Milliseconds after which a window is listened to that opened without taking the focus: a menu, a
# list of choices. Whoever opened it has touched another window the moment before.
LOOK_EVERY = 1000


class IdleWatch(QObject):
    """Says `idle` once when no key and no pointer has moved for as long as was asked.

    It hears every window of the program, boxes and menus included, and is gone with its owner.
    """

    idle = Signal()

    def __init__(self, owner: QObject, minutes: int) -> None:
        super().__init__(owner)
        self._touched = clock.now()
        self._limit = timedelta(minutes=minutes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self.hear_windows)
        self._look.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.hear_windows)
        self.wait(minutes)
        self.hear_windows()

    @property
    def minutes(self) -> int:
        return int(self._limit.total_seconds() // 60)

    def wait(self, minutes: int) -> None:
        """Begin anew, with as many minutes."""
        self._limit = timedelta(minutes=minutes)
        self._begin(clock.now())

    def hear_windows(self) -> None:
        """Listen to the windows there are now; Qt does not listen to one twice."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

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
