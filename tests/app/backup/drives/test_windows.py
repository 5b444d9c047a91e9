"""Windows' own calls, answered by a stand-in of the system; on Windows it was never tried."""

import ctypes
from pathlib import Path

import pytest

from app.backup.drives import windows


class Kernel:
    """Answers as the documentation says: C: is fixed, E: a stick, F: a drive without a disk."""

    KINDS = {"C:\\": 3, "E:\\": 2, "F:\\": 5}  # noqa: RUF012

    def GetLogicalDrives(self):  # noqa: N802 - as the system calls it
        return 0b110100

    def GetDriveTypeW(self, root):  # noqa: N802
        return self.KINDS[root]

    def GetVolumeInformationW(self, root, name, _n, serial, _m, _f, system, _s):  # noqa: N802
        if root == "C:\\":
            return 0
        name.value, system.value = "STICK A", "exFAT"
        serial._obj.value = 0xA1B2C3D4
        return 1


@pytest.fixture(autouse=True)
def system(monkeypatch):
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name: Kernel(), raising=False)


def test_fixed_drives_and_sticks_are_told_apart():
    fixed, stick = windows.drives()

    assert (stick.root, stick.name, stick.mark) == (Path("E:\\"), "STICK A", "A1B2C3D4")
    assert (stick.system, stick.removable) == ("exFAT", True)
    assert (fixed.name, fixed.mark, fixed.removable) == ("C:\\", "C:\\", False)


def test_ejecting_is_left_to_the_person():
    assert not windows.eject(windows.drives()[1])
