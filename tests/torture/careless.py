"""What careless programs do on a full drive, so that it is seen whether the looks notice a loss.

Each is done in the place of the right thing, and the same look follows.
"""

import shutil
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Protocol

from app.backup import container
from app.vault.files import Files
from app.vault.record import Record
from models import engine as engines
from models.errors import NoSpace
from tests.makers import make_participant
from tests.torture import upgrades
from tests.torture.full_drives import DONE, FULL, IMPORTED, PAGE, Drive


class Deed(Protocol):
    """What is tried; it need not say that the drive is full."""

    def __call__(self, drive: Drive, begun: object, /) -> None: ...


class Told(Protocol):
    """The same, with the exit code."""

    def __call__(self, drive: Drive, begun: object, /) -> int: ...


def told(deed: Deed) -> Told:
    """Tell a full drive by its exit code: that much a careless program does."""

    @wraps(deed)
    def act(drive: Drive, begun: object, /) -> int:
        try:
            deed(drive, begun)
        except (OSError, NoSpace, engines.DatabaseError):
            return FULL
        return DONE

    return act


def opened(path: Path, key: bytes) -> Any:
    """Return a driver's connection that keeps no log."""
    connection = engines.connect(path, key)
    for mode in ("DELETE", "OFF"):
        connection.execute(f"PRAGMA journal_mode={mode}").fetchall()
    return connection


@told
def save_without_log(_drive: Drive, begun: object) -> None:
    """Write the pages where they stand, with nothing to take them back by."""
    connection: Any = begun
    try:
        connection.execute("CREATE TABLE page AS SELECT randomblob(600000) AS line")
    finally:
        connection.close()


@told
def import_one_by_one(_drive: Drive, begun: object) -> None:
    """Save each row by itself."""
    assert isinstance(begun, Record)
    try:
        for number in range(IMPORTED):
            make_participant(begun.desk, f"Last{number}")
    finally:
        with suppress(NoSpace):
            begun.close()
        begun.let_go()


@told
def export_straight(drive: Drive, _begun: object) -> None:
    """Write a page where it is to stand."""
    (drive.root / "page.pdf").write_bytes(_kept(drive).read_bytes()[: 40 * PAGE])


@told
def backup_straight(drive: Drive, _begun: object) -> None:
    """Write a backup under its name from the start."""
    kept = _kept(drive)
    shutil.copyfile(kept, drive.root / kept.name)


@told
def backup_unchecked(drive: Drive, _begun: object) -> None:
    """Carry the snapshot away whether it is whole or not."""
    snapshot = Files(drive.record).snapshot
    try:
        shutil.copyfile(_kept(drive), snapshot)
    finally:
        shutil.copyfile(snapshot, drive.folder / "stick" / f"x{container.SUFFIX}")
        snapshot.unlink()


@told
def restore_straight(drive: Drive, _begun: object) -> None:
    """Put the earlier record aside and write the other in its place."""
    kept = _kept(drive)
    drive.record.rename(drive.record.with_name("earlier.milepost"))
    container.copy_snapshot(kept, container.layout_of(kept), drive.record)


@told
def upgrade_in_place(drive: Drive, _begun: object) -> None:
    """Write the upgraded record over the old one, without a copy."""
    drive.record.write_bytes(upgrades.upgraded(drive.folder / "upgraded"))


def _kept(drive: Drive) -> Path:
    (backup,) = (drive.folder / "kept").glob(f"*{container.SUFFIX}")
    return backup
