"""Hears from the system that nobody will be at the screen: sleep, a locked session, a closed lid.

On Linux the login manager and the screen savers say so on the two buses. Where nothing is said, as
on Windows and macOS so far, a clock that has jumped tells that the computer slept.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from app import clock

LOOK_EVERY = 5000  # milliseconds
SLEPT = timedelta(seconds=60)
LOGIN = "org.freedesktop.login1"
PROPERTIES = "org.freedesktop.DBus.Properties"


@dataclass(frozen=True)
class Sign:
    """One signal of a bus: on which path, of which interface, its name, and who hears it."""

    path: str
    interface: str
    name: str
    slot: str


SYSTEM = (
    Sign("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "_heed_switch"),
    Sign("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForShutdown", "_heed_switch"),
    Sign("", f"{LOGIN}.Session", "Lock", "_heed_word"),
    Sign("/org/freedesktop/login1", PROPERTIES, "PropertiesChanged", "_heed_lid"),
)
SESSION = tuple(
    Sign(path, interface, "ActiveChanged", "_heed_switch")
    for path, interface in (
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    )
)


class Away(QObject):
    """Says `gone` when the system goes to sleep or the session is locked."""

    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listen(QDBusConnection.systemBus(), SYSTEM)
        if has_session_bus():
            self._listen(QDBusConnection.sessionBus(), SESSION)
        self._seen = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _listen(self, bus: QDBusConnection, signs: Iterable[Sign]) -> None:
        for sign in signs if bus.isConnected() else ():
            slot = SLOT(f"{sign.slot}(QDBusMessage)")
            # The signature of the binding says bytes, and what its own SLOT returns is text.
            bus.connect("", sign.path, sign.interface, sign.name, self, slot)  # type: ignore[call-overload]

    @Slot("QDBusMessage")
    def _heed_switch(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.gone.emit()

    @Slot("QDBusMessage")
    def _heed_word(self, _message: QDBusMessage) -> None:
        self.gone.emit()

    @Slot("QDBusMessage")
    def _heed_lid(self, message: QDBusMessage) -> None:
        changed = message.arguments()[1:2]
        if changed and dict(changed[0]).get("LidClosed") is True:
            self.gone.emit()

    def _look(self) -> None:
        """Notice a clock that has gone on while this program could not."""
        before, self._seen = self._seen, clock.now()
        if self._seen - before > SLEPT:
            self.gone.emit()


def has_session_bus() -> bool:
    """Whether this session has a bus; asking for one where none is starts it, and may take long."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    return Path(os.environ.get("XDG_RUNTIME_DIR") or os.devnull, "bus").exists()
