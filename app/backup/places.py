"""The sticks and folders that backups are carried to, and where each of them is now.

A stick is known by the serial number of its file system, so it may be found under another path on
another day; a folder is its path.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.backup import drives
from app.backup.drives.drive import Drive
from models.backup import BackupPlace, PlaceKind
from models.errors import BadInput

BETWEEN = " "  # what stands between a stick's serial number and the folder on it
LONGEST_LABEL = 60


@dataclass(frozen=True)
class PlaceFacts:
    """One place as a person knows it; `folder` is None while it is not plugged in."""

    id: int
    label: str
    kind: PlaceKind
    kept_at: str | None
    seen_on: date
    folder: Path | None
    free: int | None
    drive: Drive | None


def add(session: Session, folder: Path, label: str, today: date) -> int:
    """Return the place that `folder` is, known from now on under `label`.

    Raises:
        BadInput: another place has this name, or it has none.
    """
    name = " ".join(label.split())[:LONGEST_LABEL]
    drive = drives.of(folder)
    mark = _mark(folder, drive)
    row = session.scalars(select(BackupPlace).where(BackupPlace.mark == mark)).one_or_none()
    others = select(BackupPlace.label).where(
        BackupPlace.mark != mark, BackupPlace.removed_on.is_(None)
    )
    if not name or name.casefold() in {other.casefold() for other in session.scalars(others)}:
        raise BadInput("backup.place-name")
    if row is None:
        row = BackupPlace(mark=mark, kind=drive.kind, label=name, path=str(folder), seen_on=today)
        session.add(row)
    row.label, row.path, row.seen_on, row.removed_on = name, str(folder), today, None
    session.flush()
    return row.id


def forget(session: Session, place_id: int, today: date) -> None:
    """Offer this place no more; its backups stay where they are."""
    session.get_one(BackupPlace, place_id).removed_on = today


def offered_label(session: Session, drive: Drive) -> str:
    """Return a name that no place has: Stick A, Stick B, or that of the folder's drive."""
    taken = {label.casefold() for label in session.scalars(select(BackupPlace.label))}
    word = "Stick" if drive.removable else "Folder"
    letters = (f"{word} {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((label for label in letters if label.casefold() not in taken), word)


def facts(session: Session, mounted: Sequence[Drive]) -> list[PlaceFacts]:
    """Return the places in use by name, and where each of them is now."""
    query = select(BackupPlace).where(BackupPlace.removed_on.is_(None)).order_by(BackupPlace.label)
    return [_facts(row, mounted) for row in session.scalars(query)]


def see(session: Session, places: Sequence[PlaceFacts], today: date) -> None:
    """Write down once a day which places were there, and under which path."""
    for place in places:
        row = session.get_one(BackupPlace, place.id)
        if place.folder is not None and (row.seen_on, row.path) != (today, str(place.folder)):
            row.seen_on, row.path = today, str(place.folder)


def _facts(row: BackupPlace, mounted: Sequence[Drive]) -> PlaceFacts:
    drive = next((each for each in mounted if row.mark.startswith(each.mark + BETWEEN)), None)
    folder = Path(row.path) if row.kind is PlaceKind.FOLDER else _on(row, drive)
    there = folder is not None and folder.is_dir()
    return PlaceFacts(
        id=row.id,
        label=row.label,
        kind=row.kind,
        kept_at=row.kept_at,
        seen_on=row.seen_on,
        folder=folder if there else None,
        free=drives.free(folder) if folder is not None and there else None,
        drive=drive,
    )


def _on(row: BackupPlace, drive: Drive | None) -> Path | None:
    if drive is None:
        return None
    return drive.root / row.mark.removeprefix(drive.mark + BETWEEN)


def _mark(folder: Path, drive: Drive) -> str:
    if drive.kind is PlaceKind.FOLDER:
        return str(folder.resolve())
    return f"{drive.mark}{BETWEEN}{folder.resolve().relative_to(drive.root).as_posix()}"
