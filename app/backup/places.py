"""The sticks and folders that backups are carried to, and where each of them is now.

A stick is known by the serial number of its file system, so it may be found under another path on
another day; a folder is its path.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.backup import drives
from app.backup.drives.drive import Drive
from models.backup import Backup, BackupPlace, PlaceKind
from models.errors import BadInput

BETWEEN = " "  # what stands between a stick's serial number and the folder on it
LONGEST_LABEL = 60
LONGEST_KEPT_AT = 120


@dataclass(frozen=True)
class KnownPlace:
    """One place as the record has it."""

    id: int
    label: str
    kind: PlaceKind
    mark: str
    path: str
    kept_at: str | None
    seen_on: date


@dataclass(frozen=True)
class Seen:
    """What a look at the drives has found: the places, and the sticks that are plugged in."""

    places: tuple["PlaceFacts", ...] = ()
    sticks: tuple[Drive, ...] = ()

    @property
    def strangers(self) -> tuple[Drive, ...]:
        """The sticks that are plugged in and are no place yet."""
        taken = {place.drive.mark for place in self.places if place.drive is not None}
        return tuple(drive for drive in self.sticks if drive.mark not in taken)


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
    drive = drives.of(folder)
    mark = _mark(folder, drive)
    name = _free_label(session, label, mark)
    row = session.scalars(select(BackupPlace).where(BackupPlace.mark == mark)).one_or_none()
    if row is None:
        row = BackupPlace(mark=mark, kind=drive.kind, label=name, path=str(folder), seen_on=today)
        session.add(row)
    row.label, row.path, row.seen_on, row.removed_on = name, str(folder), today, None
    session.flush()
    return row.id


def describe(session: Session, place_id: int, label: str, kept_at: str) -> None:
    """Call a place by another name, and say where it is kept.

    Raises:
        BadInput: another place has this name, or it has none.
    """
    row = session.get_one(BackupPlace, place_id)
    row.label = _free_label(session, label, row.mark)
    row.kept_at = " ".join(kept_at.split())[:LONGEST_KEPT_AT] or None


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
    return [look(place, mounted) for place in known(session)]


def known(session: Session) -> list[KnownPlace]:
    """Return the places in use by name, without a look at any drive."""
    query = select(BackupPlace).where(BackupPlace.removed_on.is_(None)).order_by(BackupPlace.label)
    return [
        KnownPlace(row.id, row.label, row.kind, row.mark, row.path, row.kept_at, row.seen_on)
        for row in session.scalars(query)
    ]


def look(place: KnownPlace, mounted: Sequence[Drive]) -> PlaceFacts:
    """Look where a place is now; it needs no record, because a drive may take long to answer."""
    drive = next((each for each in mounted if place.mark.startswith(each.mark + BETWEEN)), None)
    folder = Path(place.path) if place.kind is PlaceKind.FOLDER else _on(place, drive)
    there = folder is not None and folder.is_dir()
    return PlaceFacts(
        id=place.id,
        label=place.label,
        kind=place.kind,
        kept_at=place.kept_at,
        seen_on=place.seen_on,
        folder=folder if there else None,
        free=drives.free(folder) if folder is not None and there else None,
        drive=drive,
    )


def seen(places: Sequence[KnownPlace]) -> Seen:
    """Look at every place and every stick; it takes as long as the drives take to answer."""
    mounted = drives.mounted()
    return Seen(tuple(look(place, mounted) for place in places), tuple(mounted))


def take_over(session: Session, folder: Path, today: date) -> bool:
    """Make the folder that was named before the record was made its first place, if it has none."""
    if session.scalar(select(func.count()).select_from(BackupPlace)):
        return False
    add(session, folder, offered_label(session, drives.of(folder)), today)
    return True


def last_used(session: Session, mounted: Sequence[Drive]) -> PlaceFacts | None:
    """Return the place to which the newest good backup went, of those that are there now."""
    newest = (
        select(Backup.place_id)
        .where(Backup.checked_at.is_not(None), Backup.place_id.is_not(None))
        .order_by(Backup.seq.desc())
    )
    there = {place.id: place for place in facts(session, mounted) if place.folder is not None}
    return next((there[each] for each in session.scalars(newest) if each in there), None)


def see(session: Session, places: Sequence[PlaceFacts], today: date) -> None:
    """Write down once a day which places were there, and under which path."""
    for place in places:
        row = session.get_one(BackupPlace, place.id)
        if place.folder is not None and (row.seen_on, row.path) != (today, str(place.folder)):
            row.seen_on, row.path = today, str(place.folder)


def _free_label(session: Session, label: str, mark: str) -> str:
    """Return `label` as a name for the place known by `mark`, which no other place in use has."""
    name = " ".join(label.split())[:LONGEST_LABEL]
    others = select(BackupPlace.label).where(
        BackupPlace.mark != mark, BackupPlace.removed_on.is_(None)
    )
    if not name or name.casefold() in {other.casefold() for other in session.scalars(others)}:
        raise BadInput("backup.place-name")
    return name


def _on(place: KnownPlace, drive: Drive | None) -> Path | None:
    if drive is None:
        return None
    return drive.root / place.mark.removeprefix(drive.mark + BETWEEN)


def _mark(folder: Path, drive: Drive) -> str:
    if drive.kind is PlaceKind.FOLDER:
        return str(folder.resolve())
    return f"{drive.mark}{BETWEEN}{folder.resolve().relative_to(drive.root).as_posix()}"
