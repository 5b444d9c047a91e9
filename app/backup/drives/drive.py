"""One drive, as every system tells it."""

from dataclasses import dataclass
from pathlib import Path

from models.backup import PlaceKind

FAT = frozenset({"vfat", "msdos", "FAT32", "FAT"})
FAT_LIMIT = 4 * 2**30 - 1


@dataclass(frozen=True)
class Drive:
    """One mounted drive that backups could be carried to."""

    root: Path
    name: str  # what the person called it, or what the system does
    mark: str  # the serial number of its file system: the same stick has the same everywhere
    system: str  # exfat, vfat, ext4 …
    removable: bool

    @property
    def kind(self) -> PlaceKind:
        return PlaceKind.STICK if self.removable else PlaceKind.FOLDER

    def is_too_small_for(self, size: int) -> bool:
        """Whether its file system holds no file of that size, however much room there is."""
        return self.system in FAT and size > FAT_LIMIT
