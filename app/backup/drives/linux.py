"""The drives of a Linux computer: the mounts, what the kernel says of them, and udisks to eject."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.backup.drives.drive import Drive

MOUNTS = Path("/proc/self/mountinfo")
BLOCKS = Path("/sys/dev/block")
BY_MARK = Path("/dev/disk/by-uuid")
BY_NAME = Path("/dev/disk/by-label")
# Where desktops mount what a person plugs in.
PLUGGED_IN = (Path("/media"), Path("/run/media"))
# What the system mounts for itself: no backup could stand there.
SYSTEM_OWN = frozenset(
    {
        *("autofs", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts", "devtmpfs"),
        *("efivarfs", "fusectl", "hugetlbfs", "mqueue", "nsfs", "proc", "pstore", "ramfs"),
        *("rpc_pipefs", "securityfs", "squashfs", "sysfs", "tracefs"),
    }
)
ESCAPED = re.compile(r"\\([0-7]{3})")
PATIENCE = 30  # seconds that a stick may take to write out what it holds


@dataclass(frozen=True)
class Mount:
    """One line of the kernel's list."""

    device: str
    root: Path
    system: str
    source: str


def drives() -> list[Drive]:
    """Return everything that is mounted and could hold a backup."""
    return [_drive(mount) for mount in mounts_of(MOUNTS.read_text(encoding="utf-8"))]


def mounts_of(text: str) -> Iterator[Mount]:
    """Yield the mounts of a mountinfo text that a backup could stand on."""
    for line in text.splitlines():
        before, _dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and len(kinds) > 1 and kinds[0] not in SYSTEM_OWN:
            yield Mount(fields[2], Path(_plain(fields[4])), kinds[0], _plain(kinds[1]))


def eject(drive: Drive) -> bool:
    """Unmount a stick through udisks, as a person's own file browser does."""
    tool = shutil.which("udisksctl")
    text = MOUNTS.read_text(encoding="utf-8")
    device = next((each.source for each in mounts_of(text) if each.root == drive.root), None)
    if tool is None or device is None:
        return False
    words = [tool, "unmount", "--no-user-interaction", "-b", device]
    try:
        called = subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - the system's own tool
    except (OSError, subprocess.TimeoutExpired):
        return False
    return called.returncode == 0


def _drive(mount: Mount) -> Drive:
    mark = _named(BY_MARK, mount.source)
    name = _named(BY_NAME, mount.source) or mount.root.name or str(mount.root)
    return Drive(mount.root, name, mark or str(mount.root), _system(mount), _is_removable(mount))


def _system(mount: Mount) -> str:
    """Return the file system; what a program of a person mounts says so behind a dot or not."""
    return mount.system.removeprefix("fuse.").removeprefix("fuseblk.")


def _is_removable(mount: Mount) -> bool:
    if any(mount.root.is_relative_to(place) for place in PLUGGED_IN):
        return True
    block = (BLOCKS / _device(mount)).resolve()
    told = [folder / "removable" for folder in (block, block.parent)]
    if any(each.is_file() and each.read_text().strip() == "1" for each in told):
        return True
    return any(part.startswith("usb") for part in block.parts)


def _device(mount: Mount) -> str:
    """Return the number of the block device; a FUSE mount has another one than its drive."""
    try:
        number = Path(mount.source).stat().st_rdev
    except OSError:
        return mount.device
    return f"{os.major(number)}:{os.minor(number)}" if number else mount.device


def _named(folder: Path, source: str) -> str | None:
    """Return the name under which udev lists a device."""
    if not folder.is_dir():
        return None
    device = Path(source).resolve()
    links = (link for link in sorted(folder.iterdir()) if link.resolve() == device)
    return next((_unescaped(link.name) for link in links), None)


def _plain(field: str) -> str:
    """Return a field of the kernel's list with its blanks put back."""
    return ESCAPED.sub(lambda match: chr(int(match.group(1), 8)), field)


def _unescaped(name: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda match: chr(int(match.group(1), 16)), name)
