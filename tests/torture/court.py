"""Small records with invented people, which the torture copies, breaks and opens again."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from app.backup import making
from app.vault import creation, record
from app.vault.creation import Wanted
from app.vault.files import Files
from app.vault.keys import Cost, Keys
from app.vault.record import Record
from app.vault.unlock import Secret
from reports import recovery_sheet
from tests.makers import key_of, make_participant

PASSPHRASE = "five words that nobody guesses"
HOLDER = "Ruth Amsel"
ZONE = "America/Denver"
NAMES = ("Begaye", "Quintana", "Tsosie", "Archuleta", "Montoya")


@dataclass(frozen=True, repr=False)
class Court:
    """A closed record, the keys to it, its sheet, and how many people are in it."""

    path: Path
    keys: Keys
    sheet: str
    groups: tuple[str, ...]
    people: int

    @property
    def files(self) -> Files:
        return Files(self.path)

    @property
    def by_sheet(self) -> Secret:
        """Opens the record without the cost of a passphrase."""
        return Secret(sheet=self.sheet)

    def open(self) -> Record:
        return record.open_record(self.path, self.by_sheet)

    def copy_to(self, folder: Path) -> Path:
        """Copy the closed record with its parts into the new folder."""
        return copied(self.path, folder)


def make(folder: Path, *, name: str = "Juniper County Treatment Court", people: int = 3) -> Court:
    """Make a record in `folder`, which need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = Wanted(name, HOLDER, PASSPHRASE, ZONE, cost=Cost())
    made = creation.create(folder / "court.milepost", wanted)
    sheet = recovery_sheet.text(made.sheet)
    court = Court(made.files.record, key_of(made), sheet, made.sheet.groups, people)
    found = court.open()
    for each in range(people):
        make_participant(found.desk, NAMES[each % len(NAMES)])
    found.close()
    return court


def copied(path: Path, folder: Path) -> Path:
    """Copy a closed record with every part of it but the lock; the folder is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lock = Files(path).lock
    for part in path.parent.iterdir():
        if part.is_file() and part != lock:
            shutil.copy(part, folder / part.name)
    return folder / path.name


def backed_up(court: Court, folder: Path) -> Path:
    """Back a record up into the folder, and return where the backup stands."""
    folder.mkdir(parents=True, exist_ok=True)
    found = court.open()
    made = making.backup(found, folder)
    found.close()
    return made.path
