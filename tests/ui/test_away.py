"""Tests what the system says of people who go away, over real buses of the test's own."""

import shutil
import subprocess
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection

from app import clock
from tests.conftest import MOMENT
from ui import away as away_module
from ui.away import Away

LOGIN = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
CHANGED = "org.freedesktop.DBus.Properties.PropertiesChanged"
PROPERTIES = (f"string:{MANAGER}", "dict:string:variant", "array:string:")


@pytest.fixture(scope="module")
def bus(tmp_path_factory):
    """A bus that stands for both, so that a test can say what a login manager would."""
    if shutil.which("dbus-daemon") is None:
        pytest.fail("dbus-daemon is missing; set-up installs it")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    address = daemon.stdout.readline().strip()
    yield address
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def away(qtbot, bus, monkeypatch):
    made = QDBusConnection.connectToBus(bus, "away")
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: made)
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: made)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    parent = QObject()
    yield Away(parent)
    QDBusConnection.disconnectFromBus("away")


def send(bus: str, path: str, member: str, *arguments: str) -> None:
    words = ["dbus-send", f"--bus={bus}", "--type=signal", path, member, *arguments]
    subprocess.run(words, check=True)


SIGNS = {
    "sleep": (LOGIN, f"{MANAGER}.PrepareForSleep", "boolean:true"),
    "shutdown": (LOGIN, f"{MANAGER}.PrepareForShutdown", "boolean:true"),
    "session lock": (f"{LOGIN}/session/_31", "org.freedesktop.login1.Session.Lock"),
    "screen saver": (
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver.ActiveChanged",
        "boolean:true",
    ),
    "another one": (
        "/org/gnome/ScreenSaver",
        "org.gnome.ScreenSaver.ActiveChanged",
        "boolean:true",
    ),
}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_whatever_says_that_nobody_is_there_is_heard(qtbot, away, bus, sign):
    with qtbot.waitSignal(away.gone, timeout=5000):
        send(bus, *sign)


def test_a_lid_that_closes_is_heard_and_one_that_opens_is_not(qtbot, away):
    heard = []
    away.gone.connect(lambda: heard.append(True))

    class Message:
        def __init__(self, closed: bool) -> None:
            self._closed = closed

        def arguments(self):
            return [MANAGER, {"LidClosed": self._closed}, []]

    away._heed_lid(Message(closed=False))
    assert heard == []
    away._heed_lid(Message(closed=True))
    assert heard == [True]


def test_waking_up_is_not_going_away(qtbot, away, bus):
    with qtbot.assertNotEmitted(away.gone, wait=300):
        send(bus, LOGIN, f"{MANAGER}.PrepareForSleep", "boolean:false")


def test_a_clock_that_jumped_tells_that_the_computer_slept(qtbot, away, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MOMENT)
    away._look()
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(seconds=10))
    with qtbot.assertNotEmitted(away.gone):
        away._look()
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(minutes=10))
    with qtbot.waitSignal(away.gone):
        away._look()


def test_a_system_without_buses_is_watched_by_the_clock_alone(qtbot, monkeypatch):
    nothing = QDBusConnection("nobody")
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: nothing)
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: nothing)
    parent = QObject()

    assert Away(parent)._timer.isActive()


def test_a_session_without_a_bus_is_not_given_one(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: QDBusConnection("nobody"))
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: asked.append(True))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    parent = QObject()

    Away(parent)
    assert asked == []
    assert not away_module.has_session_bus()

    (tmp_path / "bus").touch()
    assert away_module.has_session_bus()
