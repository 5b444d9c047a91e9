"""Making a court's first record: the record with its profile, and proof that the sheet is kept."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app import court, paths
from app.court import Profile
from app.desk import sorted_failures
from app.vault import creation
from app.vault.creation import Made, Wanted
from app.vault.files import SUFFIX
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import BadInput, NoSpace, NoSuchThing

FOLDER = "Milepost"
NAME = "court"


@dataclass(frozen=True)
class Asked:
    """All that a person says before there is a record."""

    path: Path
    profile: Profile
    holder: str
    passphrase: str = field(repr=False)


def offered_path() -> Path:
    """Return where a record is offered to live: a name that is free."""
    folder = paths.documents_folder() / FOLDER
    numbers = (f"-{number}" if number > 1 else "" for number in range(1, 100))
    targets = (folder / f"{NAME}{number}{SUFFIX}" for number in numbers)
    return next(target for target in targets if not target.exists())


def make(asked: Asked, tell: Callable[[str], None]) -> Made:
    """Make the record with the court's profile in it; a failure leaves nothing behind.

    `tell` is given the name of each part of the work as it begins.

    Raises:
        NoSuchThing, BadInput, NoSpace: as `creation.create`.
    """
    tell("folder")
    folder = asked.path.parent
    fresh = make_folder(folder)
    try:
        tell("key")
        wanted = Wanted(asked.profile.name, asked.holder, asked.passphrase, asked.profile.time_zone)
        made = creation.create(asked.path, wanted)
        try:
            tell("profile")
            _save_profile(asked)
        except BaseException:
            creation.discard(made)
            raise
    except BaseException:
        if fresh:
            with suppress(OSError):
                folder.rmdir()
        raise
    return made


def make_folder(folder: Path) -> bool:
    """Make the folder that is offered; any other is typed, and a slip of the keys must show.

    Raises:
        NoSuchThing, NoSpace
    """
    if folder.is_dir() or folder != offered_path().parent:
        return False
    with sorted_failures():
        try:
            folder.mkdir(parents=True, mode=0o700)
        except (FileExistsError, NotADirectoryError):
            raise NoSuchThing("record.no-folder") from None
    return True


def _save_profile(asked: Asked) -> None:
    record = open_record(asked.path, Secret(asked.passphrase, asked.holder))
    try:
        with record.desk.work() as session:
            court.save_profile(session, asked.profile)
    finally:
        record.close()


def refuse_backup_folder(folder: Path) -> None:
    """Raise where no backup can be kept in `folder`; a stick may take its time to answer.

    Raises:
        NoSuchThing, BadInput, NoSpace
    """
    with sorted_failures():
        if not folder.is_dir():
            raise NoSuchThing("backup-folder.none", folder=str(folder))
        try:
            _try_to_write(folder)
        except PermissionError:
            raise NoSpace("space.read-only") from None


def _try_to_write(folder: Path) -> None:
    target = folder / ".milepost-try"
    target.touch()
    target.unlink()


def is_on_same_drive(folder: Path, record: Path) -> bool:
    """Tell whether one broken drive would take the record and its backups at once."""
    with sorted_failures():
        return folder.stat().st_dev == record.stat().st_dev


def record_at(text: str) -> Path:
    """Return the path of a record as it was typed, with the ending that records have.

    Raises:
        BadInput: nothing was typed, or the path does not begin at a drive.
    """
    typed = Path(text.strip()).expanduser()
    if not typed.name or not typed.is_absolute():
        raise BadInput("record.no-path")
    return typed if typed.suffix == SUFFIX else typed.with_name(typed.name + SUFFIX)
