"""Tests what this computer remembers: changed at once, kept for the next start, told."""

from app import settings
from app.settings import Settings
from ui import failures
from ui.machine import Machine


def test_a_change_is_told_and_kept_for_the_next_start(qtbot):
    machine = Machine(Settings(court="Juniper"))

    with qtbot.waitSignal(machine.changed) as told:
        machine.change(theme="dark", lock_minutes=5)

    assert told.args == [Settings(court="Juniper", theme="dark", lock_minutes=5)]
    assert settings.load() == machine.settings


def test_a_measurement_leaves_nothing_behind():
    Machine(Settings(), remembers=False).change(theme="dark")

    assert settings.load().theme == "system"


def test_a_drive_that_takes_nothing_is_told_and_the_change_holds_on(monkeypatch):
    told = []

    def fail(_kept):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "save", fail)
    monkeypatch.setattr(failures, "show", told.append)
    machine = Machine(Settings())

    machine.change(theme="dark")

    assert machine.settings.theme == "dark"
    assert len(told) == 1


def test_names_are_turned_into_initials_and_back(qtbot):
    machine = Machine(Settings(), remembers=False)

    for now in ("initials", "full"):
        with qtbot.waitSignal(machine.changed):
            machine.turn_names()
        assert machine.settings.names == now
