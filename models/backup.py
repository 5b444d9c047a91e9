"""Backups: where they are kept, which were made, and which copy of the record made them.

Nothing here names a participant. The bytes are in the files; these rows are what the court knows.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, described


class PlaceKind(StrEnum):
    """What backups are carried to."""

    STICK = "stick"
    FOLDER = "folder"


class Reread(StrEnum):
    """How a backup was read back: past the system's memory, after it let go, or perhaps from it."""

    DIRECT = "direct"
    DROPPED = "dropped"
    CACHED = "cached"


class Begun(StrEnum):
    """What made this copy of the record one that thins out no other copy's backups."""

    CREATED = "created"
    OTHER_MACHINE = "other-machine"
    RESTORED = "restored"
    NEW_KEYS = "new-keys"


class Branch(Identified, Base):
    """One line of backups: a copy of the record on one computer, from its making or restoring."""

    __tablename__ = "branch"

    branch: Mapped[str] = mapped_column(String(32), unique=True, info=described("Branch"))
    machine: Mapped[str] = mapped_column(String(64), info=described("Computer"))
    begun: Mapped[Begun] = mapped_column(info=described("Begun by"))
    began_at: Mapped[datetime] = mapped_column(info=described("Began at"))


class BackupPlace(Identified, Base):
    """A stick or folder that backups are carried to."""

    __tablename__ = "backup_place"

    label: Mapped[str] = mapped_column(
        String(60), info=described("Name", "Write the same name on the stick.", moves=True)
    )
    kind: Mapped[PlaceKind] = mapped_column(info=described("Kind"))
    mark: Mapped[str] = mapped_column(
        String(300),
        unique=True,
        info=described("Known by", "The serial number of the file system, or the folder."),
    )
    path: Mapped[str] = mapped_column(String(1000), info=described("Last found at", moves=True))
    kept_at: Mapped[str | None] = mapped_column(
        String(120), info=described("Where it is kept", "In the judge’s safe, at home.", moves=True)
    )
    seen_on: Mapped[date] = mapped_column(info=described("Last seen", moves=True))
    removed_on: Mapped[date | None] = mapped_column(info=described("No longer used", moves=True))


class Backup(Identified, Base):
    """One backup: begun when it gets its number, good once it was read back whole."""

    __tablename__ = "backup"

    seq: Mapped[int] = mapped_column(unique=True, info=described("No."))
    branch: Mapped[str] = mapped_column(String(32), info=described("Branch"))
    place_id: Mapped[int | None] = mapped_column(
        ForeignKey("backup_place.id"), index=True, info=described("Where")
    )
    begun_at: Mapped[datetime] = mapped_column(info=described("Made"))
    file: Mapped[str | None] = mapped_column(String(120), info=described("File"))
    size: Mapped[int | None] = mapped_column(info=described("Size"))
    audit_mark: Mapped[str | None] = mapped_column(String(40), info=described("Mark"))
    digest: Mapped[str | None] = mapped_column(String(64), info=described("Digest"))
    reread: Mapped[Reread | None] = mapped_column(info=described("Checked when made"))
    checked_at: Mapped[datetime | None] = mapped_column(info=described("Checked at"))
    proved_at: Mapped[datetime | None] = mapped_column(info=described("Proved by restore"))
    gone_on: Mapped[date | None] = mapped_column(info=described("Thinned out"))


class EarlierKey(Base):
    """The key under which the trail was chained up to an event, before the keys were replaced."""

    __tablename__ = "earlier_key"
    audited = False

    last_seq: Mapped[int] = mapped_column(primary_key=True, info=described("Up to event"))
    key: Mapped[bytes] = mapped_column(LargeBinary(32), info=described("Key"))
