"""The drives of a Windows computer, by its own calls; written after their documentation, not tried.

Bus and kind come from `GetDriveTypeW`; the serial number from `GetVolumeInformationW`.
"""

import ctypes
import string
from pathlib import Path

from app.backup.drives.drive import Drive

REMOVABLE, FIXED = 2, 3


def drives() -> list[Drive]:
    """Return the removable and fixed drives that have a letter."""
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # Windows has it
    letters: int = kernel.GetLogicalDrives()
    found = []
    for place, letter in enumerate(string.ascii_uppercase):
        root = f"{letter}:\\"
        kind = kernel.GetDriveTypeW(root) if letters >> place & 1 else 0
        if kind in (REMOVABLE, FIXED):
            found.append(_drive(kernel, root, removable=kind == REMOVABLE))
    return found


def eject(_drive: Drive) -> bool:
    """Leave it to the person: Windows writes through to sticks, and has its own icon for this."""
    return False


def _drive(kernel: ctypes.CDLL, root: str, *, removable: bool) -> Drive:
    name, system = (ctypes.create_unicode_buffer(261) for _ in range(2))
    serial = ctypes.c_ulong()
    told = kernel.GetVolumeInformationW(
        root, name, 261, ctypes.byref(serial), None, None, system, 261
    )
    mark = f"{serial.value:08X}" if told else root
    return Drive(Path(root), name.value or root, mark, system.value, removable)
