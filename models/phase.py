"""Phases as data: dated sets of phases, and which phase an episode was in when."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, OfEpisode, described


class PhaseSet(Identified, Base):
    """The phases of one track from one day on, with where they come from."""

    __tablename__ = "phase_set"

    track: Mapped[str | None] = mapped_column(String(60), info=described("Track"))
    starts_on: Mapped[date] = mapped_column(info=described("In force from"))
    source: Mapped[str] = mapped_column(
        String(200), info=described("Source", "Where these numbers come from.")
    )
    confirmed: Mapped[bool] = mapped_column(default=False, info=described("Confirmed by the court"))


class Phase(Identified, Base):
    """One phase and what it asks for, in days."""

    __tablename__ = "phase"

    phase_set_id: Mapped[int] = mapped_column(
        ForeignKey("phase_set.id"), index=True, info=described("Phase set")
    )
    number: Mapped[int] = mapped_column(info=described("Number"))
    name: Mapped[str] = mapped_column(String(60), info=described("Name"))
    minimum_days: Mapped[int] = mapped_column(info=described("Minimum days"))
    days_without_use: Mapped[int] = mapped_column(
        info=described("Days without known use", "Before advancing; never enforced by sanction.")
    )
    hearing_interval_days: Mapped[int] = mapped_column(
        info=described("Days between hearings", "At most.")
    )


class PhasePeriod(OfEpisode, Identified, Base):
    """From which day a phase holds; not `dated` where that is only the day it was heard of."""

    __tablename__ = "phase_period"

    phase_set_id: Mapped[int | None] = mapped_column(
        ForeignKey("phase_set.id"), info=described("Phase set")
    )
    number: Mapped[int] = mapped_column(info=described("Phase", sensitive=True))
    started_on: Mapped[date | None] = mapped_column(info=described("Since", sensitive=True))
    dated: Mapped[bool] = mapped_column(
        default=True, info=described("The day is known", sensitive=True)
    )
    reason: Mapped[str | None] = mapped_column(
        String(200), info=described("Reason", sensitive=True)
    )
