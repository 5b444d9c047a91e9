from pathlib import Path

import pytest

from app.backup.drives.drive import FAT_LIMIT, Drive
from models.backup import PlaceKind


def drive(system="exfat", *, removable=True):
    return Drive(Path("/media/stick"), "Stick A", "A1B2", system, removable)


@pytest.mark.parametrize(
    ("system", "size", "too_small"),
    [
        ("vfat", FAT_LIMIT, False),
        ("vfat", FAT_LIMIT + 1, True),
        ("FAT32", FAT_LIMIT + 1, True),
        ("exfat", FAT_LIMIT + 1, False),
    ],
)
def test_only_an_old_file_system_has_a_largest_file(system, size, too_small):
    assert drive(system).is_too_small_for(size) is too_small


def test_what_can_be_taken_out_is_a_stick_and_all_else_a_folder():
    assert drive().kind is PlaceKind.STICK
    assert drive(removable=False).kind is PlaceKind.FOLDER
