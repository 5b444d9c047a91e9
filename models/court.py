"""The court itself: its profile and the people who hold keys to its record."""

from datetime import date
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, described


class TeamRole(StrEnum):
    """What somebody does on the treatment court's team."""

    JUDGE = "judge"
    COORDINATOR = "coordinator"
    CASE_MANAGER = "case-manager"
    PROSECUTOR = "prosecutor"
    DEFENSE = "defense"
    PROBATION = "probation"
    TREATMENT = "treatment"
    LAW_ENFORCEMENT = "law-enforcement"
    PEER = "peer"
    OTHER = "other"


class Court(Identified, Base):
    """The one court whose record this is."""

    __tablename__ = "court"

    name: Mapped[str] = mapped_column(
        String(120), info=described("Court", "As it stands at the head of every page.")
    )
    county: Mapped[str | None] = mapped_column(String(60), info=described("County"))
    judge: Mapped[str | None] = mapped_column(
        String(120), info=described("Judge", "Who usually presides.")
    )
    place: Mapped[str | None] = mapped_column(
        String(120), info=described("Place", "Where the court usually sits.")
    )
    phone: Mapped[str | None] = mapped_column(String(40), info=described("Phone"))
    time_zone: Mapped[str] = mapped_column(
        String(60), info=described("Time zone", "Days begin and end by this clock.")
    )
    record_id: Mapped[str] = mapped_column(String(32), info=described("Record"))
    sheet_number: Mapped[int] = mapped_column(default=1, info=described("Recovery sheet"))


class TeamMember(Identified, Base):
    """Someone of the treatment court's team, as forms offer them."""

    __tablename__ = "team_member"

    name: Mapped[str] = mapped_column(String(120), info=described("Name"))
    role: Mapped[TeamRole] = mapped_column(info=described("Role"))
    agency: Mapped[str | None] = mapped_column(String(120), info=described("Agency"))
    phone: Mapped[str | None] = mapped_column(String(40), info=described("Phone", moves=True))
    email: Mapped[str | None] = mapped_column(String(120), info=described("Email", moves=True))
    ended_on: Mapped[date | None] = mapped_column(info=described("Left on", moves=True))


class KeyHolder(Identified, Base):
    """Someone with a passphrase of their own; every holder sees everything."""

    __tablename__ = "key_holder"

    slot: Mapped[str] = mapped_column(String(32), unique=True, info=described("Slot"))
    name: Mapped[str] = mapped_column(String(120), info=described("Name"))
    role: Mapped[str] = mapped_column(String(60), info=described("Role"))
    added_on: Mapped[date] = mapped_column(info=described("Added on"))
    removed_on: Mapped[date | None] = mapped_column(info=described("Removed on"))
