"""What is said on the way to a record that is back; the copy of the backup goes with it."""

import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app import clock
from app.backup import comparing
from app.backup.comparing import Present
from app.backup.container import Head
from app.backup.places import KnownPlace
from app.backup.private_folders import PrivateFolder
from app.backup.verifying import OpenBackup
from app.vault.unlock import Secret
from ui import backup_words
from ui.steps import step


@dataclass(eq=False)
class Answers(step.Answers):
    """Which backup, what opens it, and where it goes."""

    remembered: Path | None = None  # the record of this computer, be it there or not
    present: Present | None = None  # the record that is open
    known: Sequence[KnownPlace] = ()  # where backups of it go
    own: bytes | None = None  # the id of the record of this computer
    head: Head | None = None  # what the backup says of itself
    near: Path | None = None  # the copy on this computer, which is whole
    secret: Secret | None = field(default=None, repr=False)
    opened: OpenBackup | None = field(default=None, repr=False)
    target: Path | None = None
    _folder: PrivateFolder | None = None

    def remembered_id(self) -> bytes | None:
        """Return the id of the record of this computer, which is closed, if it is there."""
        return comparing.id_of(self.remembered) if self.remembered is not None else None

    @property
    def moment(self) -> str:
        """When the backup was made, by the clock of this computer: the court's is inside."""
        if self.head is None:
            raise AssertionError("a backup is chosen before anything is said of it")
        local = clock.local(self.head.created, clock.machine_zone())
        return backup_words.moment(local)

    @property
    def backup(self) -> OpenBackup:
        if self.opened is None:
            raise AssertionError("what opens the backup comes before its place")
        return self.opened

    def new_folder(self) -> Path:
        """Return a folder that only this person may look into; it is gone when this is."""
        self.clear()
        self._folder = folder = PrivateFolder()
        weakref.finalize(self, folder.clear)
        return folder.path

    def clear(self) -> None:
        """Remove the copy; it is as encrypted as the backup, and of no more use."""
        if self._folder is not None:
            self._folder.clear()
        self._folder = self.near = None
