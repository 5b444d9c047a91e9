"""The drives of a Mac, by its own tool; written after its documentation, not tried."""

import plistlib
import subprocess
from pathlib import Path

from app.backup.drives.drive import Drive

TOOL = "/usr/sbin/diskutil"
VOLUMES = Path("/Volumes")
PATIENCE = 30


def drives() -> list[Drive]:
    """Return the volumes that are mounted where a Mac puts what is plugged in."""
    return [_drive(root) for root in sorted(VOLUMES.iterdir()) if root.is_dir()]


def eject(drive: Drive) -> bool:
    """Eject a stick, as the Finder does."""
    return _call("eject", str(drive.root)) is not None


def _drive(root: Path) -> Drive:
    told = plistlib.loads(_call("info", "-plist", str(root)) or plistlib.dumps({}))
    return Drive(
        root=root,
        name=str(told.get("VolumeName") or root.name),
        mark=str(told.get("VolumeUUID") or root),
        system=str(told.get("FilesystemType") or ""),
        removable=bool(told.get("RemovableMediaOrExternalDevice")),
    )


def _call(*words: str) -> bytes | None:
    try:
        words = (TOOL, *words)
        called = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - the system's own tool
    except (OSError, subprocess.TimeoutExpired):
        return None
    return called.stdout if called.returncode == 0 else None
