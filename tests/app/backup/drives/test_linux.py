import os
from pathlib import Path

import pytest

from app.backup.drives import linux
from app.backup.drives.drive import Drive
from app.backup.drives.linux import Mount

TABLE = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
29 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
81 29 8:17 / /media/ruth/Stick\040A rw,nosuid shared:41 - exfat /dev/sdb1 rw,uid=1000
82 29 0:55 / /run/media/ruth/BLUE rw,nosuid - fuse.exfat /dev/sdc1 rw
90 29 0:60 / /srv/share rw - cifs //court/share rw
not a line of the kernel's
"""


def test_the_kernels_list_is_read_without_what_holds_no_files():
    found = list(linux.mounts_of(TABLE))

    assert found == [
        Mount("259:2", Path("/"), "ext4", "/dev/nvme0n1p2"),
        Mount("8:17", Path("/media/ruth/Stick A"), "exfat", "/dev/sdb1"),
        Mount("0:55", Path("/run/media/ruth/BLUE"), "fuse.exfat", "/dev/sdc1"),
        Mount("0:60", Path("/srv/share"), "cifs", "//court/share"),
    ]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine whose lists of drives are folders of this test."""
    for name in ("MOUNTS", "BLOCKS", "BY_MARK", "BY_NAME"):
        monkeypatch.setattr(linux, name, tmp_path / name.lower())
    linux.MOUNTS.write_text(TABLE, encoding="utf-8")
    for folder in (linux.BLOCKS, linux.BY_MARK, linux.BY_NAME):
        folder.mkdir()
    return tmp_path


def by_root(root):
    return next(drive for drive in linux.drives() if drive.root == Path(root))


def test_a_stick_is_known_by_its_serial_number_and_its_name(machine):
    (linux.BY_MARK / "A1B2-C3D4").symlink_to("/dev/sdb1")
    (linux.BY_NAME / "Stick\\x20A").symlink_to("/dev/sdb1")

    stick = by_root("/media/ruth/Stick A")

    assert stick == Drive(Path("/media/ruth/Stick A"), "Stick A", "A1B2-C3D4", "exfat", True)


def test_without_a_serial_number_the_place_is_the_mark(machine):
    stick = by_root("/run/media/ruth/BLUE")

    assert (stick.name, stick.mark, stick.system) == ("BLUE", "/run/media/ruth/BLUE", "exfat")


def test_what_is_built_in_cannot_be_taken_out(machine):
    assert not by_root("/").removable
    assert not by_root("/srv/share").removable
    assert by_root("/media/ruth/Stick A").removable


def block_device(machine, *parts, told=None):
    """Lay out what the kernel says of the drive that holds `/`."""
    device = machine.joinpath("devices", *parts)
    device.mkdir(parents=True)
    if told is not None:
        (device.parent / "removable").write_text(told)
    (linux.BLOCKS / "259:2").symlink_to(device)


@pytest.mark.parametrize(
    ("parts", "told", "removable"),
    [
        (("pci0000:00", "nvme0n1", "nvme0n1p2"), "0\n", False),
        (("pci0000:00", "sdb", "sdb1"), "1\n", True),
        (("pci0000:00", "usb1", "1-2", "block", "sdb", "sdb1"), "0\n", True),
    ],
)
def test_the_kernel_says_what_can_be_taken_out(machine, monkeypatch, parts, told, removable):
    block_device(machine, *parts, told=told)

    assert by_root("/").removable is removable


def test_a_mount_of_a_program_has_the_number_of_its_drive(machine):
    linux.MOUNTS.write_text("82 29 0:55 / /srv/x rw - fuse.exfat /dev/null rw\n", encoding="utf-8")
    number = Path("/dev/null").stat().st_rdev
    device = machine / "devices" / "usb3" / "sdc1"
    device.mkdir(parents=True)
    (linux.BLOCKS / f"{os.major(number)}:{os.minor(number)}").symlink_to(device)

    assert by_root("/srv/x").removable


def tool(machine, monkeypatch, *lines):
    script = machine / "udisksctl"
    script.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{machine}:/bin:/usr/bin")


def test_ejecting_asks_the_system_for_the_device_of_the_stick(machine, monkeypatch):
    tool(machine, monkeypatch, f'echo "$@" > {machine}/asked')

    assert linux.eject(by_root("/media/ruth/Stick A"))
    assert (machine / "asked").read_text().split()[0] == "unmount"
    assert (machine / "asked").read_text().split()[-1] == "/dev/sdb1"


def test_a_stick_that_is_in_use_is_not_said_to_be_ejected(machine, monkeypatch):
    tool(machine, monkeypatch, "exit 1")

    assert not linux.eject(by_root("/media/ruth/Stick A"))


def test_without_the_systems_tool_or_the_stick_nothing_is_ejected(machine, monkeypatch):
    stick = by_root("/media/ruth/Stick A")
    monkeypatch.setenv("PATH", str(machine))
    assert not linux.eject(stick)

    tool(machine, monkeypatch, "exit 0")
    linux.MOUNTS.write_text("", encoding="utf-8")
    assert not linux.eject(stick)


def test_a_tool_that_hangs_is_not_waited_for_for_ever(machine, monkeypatch):
    tool(machine, monkeypatch, "exec sleep 20")
    monkeypatch.setattr(linux, "PATIENCE", 0.1)

    assert not linux.eject(by_root("/media/ruth/Stick A"))
