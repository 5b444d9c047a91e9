from pathlib import Path

import pytest

from app.backup import drives
from app.backup.drives import linux

pytestmark = pytest.mark.skipif(drives.system is not linux, reason="the lists are Linux's")


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A computer with a stick in it."""
    (tmp_path / "stick" / "court").mkdir(parents=True)
    built_in = "29 1 259:2 / / rw - ext4 /dev/x rw"
    plugged_in = f"81 29 8:17 / {tmp_path}/stick rw - vfat /dev/y rw"
    monkeypatch.setattr(linux, "MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(linux, "PLUGGED_IN", (tmp_path,))
    linux.MOUNTS.write_text(f"{built_in}\n{plugged_in}\n", encoding="utf-8")
    return tmp_path


def test_only_what_can_be_taken_out_is_offered(machine):
    assert [drive.root for drive in drives.mounted()] == [machine / "stick"]


def test_a_folder_stands_on_the_drive_that_holds_it(machine):
    assert drives.of(machine / "stick" / "court").system == "vfat"
    assert drives.of(Path("/usr")).root == Path("/")


def test_a_folder_that_no_list_knows_stands_on_a_drive_all_the_same(machine):
    linux.MOUNTS.write_text("", encoding="utf-8")

    found = drives.of(machine)

    assert (found.root, found.removable) == (Path("/"), False)


def test_two_folders_of_one_drive_are_lost_together(machine):
    assert drives.is_same(machine, machine / "stick")
    assert drives.is_same(Path("/proc"), machine) is False


def test_room_is_counted_and_a_stick_that_is_not_known_is_not_ejected(machine, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert drives.free(machine) > 0
    assert not drives.eject(drives.mounted()[0])
