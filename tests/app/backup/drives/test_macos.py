"""What a Mac's tool says is read as written; on a Mac itself it was never tried."""

import plistlib
from pathlib import Path

import pytest

from app.backup.drives import macos
from app.backup.drives.drive import Drive


@pytest.fixture
def mac(tmp_path, monkeypatch):
    (tmp_path / "Volumes" / "STICK A").mkdir(parents=True)
    script = tmp_path / "diskutil"
    script.write_text(f'#!/bin/sh\ncat {tmp_path}/said\nexit "$(cat {tmp_path}/code)"\n')
    script.chmod(0o755)
    monkeypatch.setattr(macos, "TOOL", str(script))
    monkeypatch.setattr(macos, "VOLUMES", tmp_path / "Volumes")
    return tmp_path


def say(mac, code, told):
    (mac / "said").write_bytes(plistlib.dumps(told))
    (mac / "code").write_text(str(code))


def test_a_stick_is_told_by_the_systems_tool(mac):
    say(mac, 0, {
        "VolumeName": "Stick A", "VolumeUUID": "A1B2", "FilesystemType": "exfat",
        "RemovableMediaOrExternalDevice": True,
    })  # fmt: skip

    root = mac / "Volumes" / "STICK A"
    assert macos.drives() == [Drive(root, "Stick A", "A1B2", "exfat", True)]
    assert macos.eject(macos.drives()[0])


def test_what_the_tool_does_not_know_is_a_folder(mac):
    say(mac, 1, {})

    (found,) = macos.drives()

    assert (found.name, found.removable) == ("STICK A", False)
    assert not macos.eject(found)


def test_a_machine_without_the_tool_ejects_nothing(mac, monkeypatch):
    monkeypatch.setattr(macos, "TOOL", str(mac / "nothing"))

    assert not macos.eject(Drive(Path("/x"), "x", "x", "", removable=True))
