"""The court itself: its profile and the people who hold keys to its record."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, described


class Court(Identified, Base):
    """The one court whose record this is."""

    __tablename__ = "court"

    name: Mapped[str] = mapped_column(String(120), info=described("Court"))
    time_zone: Mapped[str] = mapped_column(
        String(60), info=described("Time zone", "Days begin and end by this clock.")
    )
    record_id: Mapped[str] = mapped_column(String(32), info=described("Record"))
    sheet_number: Mapped[int] = mapped_column(default=1, info=described("Recovery sheet"))


class KeyHolder(Identified, Base):
    """Someone with a passphrase of their own; every holder sees everything."""

    __tablename__ = "key_holder"

    slot: Mapped[str] = mapped_column(String(32), unique=True, info=described("Slot"))
    name: Mapped[str] = mapped_column(String(120), info=described("Name"))
    role: Mapped[str] = mapped_column(String(60), info=described("Role"))
    added_on: Mapped[date] = mapped_column(info=described("Added on"))
    removed_on: Mapped[date | None] = mapped_column(info=described("Removed on"))
