"""The drives of this computer, as one small interface: what is there, which is which, eject.

Linux is tried; what stands for Windows and macOS follows their documentation and was never run.
"""

import shutil
import sys
from pathlib import Path

from app.backup.drives.drive import Drive

if sys.platform == "win32":  # pragma: no cover
    from app.backup.drives import windows as system
elif sys.platform == "darwin":  # pragma: no cover
    from app.backup.drives import macos as system
else:
    from app.backup.drives import linux as system


def mounted() -> list[Drive]:
    """Return the drives that are plugged in and can be taken out, by name."""
    return sorted((each for each in system.drives() if each.removable), key=lambda each: each.name)


def of(folder: Path) -> Drive:
    """Return the drive on which `folder` stands."""
    real = folder.resolve()
    holding = [each for each in system.drives() if real.is_relative_to(each.root)]
    if holding:
        return max(holding, key=lambda each: len(each.root.parts))
    return Drive(Path(real.anchor), str(real), str(real), "", removable=False)


def free(folder: Path) -> int:
    """Return the bytes that are free in `folder`."""
    return shutil.disk_usage(folder).free


def is_same(one: Path, other: Path) -> bool:
    """Whether one broken drive would take both."""
    return one.stat().st_dev == other.stat().st_dev


def eject(drive: Drive) -> bool:
    """Make a drive ready to be pulled; whether the system says that it is."""
    return system.eject(drive)
