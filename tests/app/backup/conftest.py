"""A backup that was made once, of a record with somebody in it; tests look at copies of it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.backup import making
from app.backup.making import Made as MadeBackup
from app.vault import record
from app.vault.creation import Made
from app.vault.keys import Keys
from app.vault.unlock import Secret
from tests.conftest import PASSPHRASE
from tests.makers import make_participant


@dataclass(frozen=True)
class Kept:
    """A good backup with the keys it was made under, and the sheet that opens it."""

    path: Path
    made: MadeBackup
    keys: Keys
    sheet: str
    record: Path


@pytest.fixture(scope="session")
def kept_once(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder, stick = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("stick")
    for part in made.files.record.parent.iterdir():
        if part.suffix != ".lock":
            shutil.copy(part, folder / part.name)
    opened = record.open_record(folder / made.files.record.name, Secret(passphrase=PASSPHRASE))
    make_participant(opened.desk, "Quintana", case_number="TC-2026-0007")
    backup = making.backup(opened, stick)
    keys = opened.unlocked.keys
    opened.close()
    groups = "\n".join(f"{number}  {group}" for number, group in enumerate(made.sheet.groups, 1))
    return Kept(backup.path, backup, keys, groups, folder / made.files.record.name)


@pytest.fixture
def kept(kept_once: Kept, tmp_path: Path) -> Kept:
    """A copy of the backup for this test alone."""
    path = tmp_path / kept_once.path.name
    shutil.copy(kept_once.path, path)
    return Kept(path, kept_once.made, kept_once.keys, kept_once.sheet, kept_once.record)
