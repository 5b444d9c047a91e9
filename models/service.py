"""Services: providers, the sessions they hold, and who was there."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    NEVER_REUSED,
    Base,
    Identified,
    OfEpisode,
    Received,
    belongs_to_episode,
    described,
)
from models.choices import AttendanceOutcome, SessionKind


class Provider(Identified, Base):
    """An agency or person that gives a service."""

    __tablename__ = "provider"

    name: Mapped[str] = mapped_column(String(120), info=described("Provider"))
    phone: Mapped[str | None] = mapped_column(String(40), info=described("Phone"))
    fax: Mapped[str | None] = mapped_column(String(40), info=described("Fax"))
    ended_on: Mapped[date | None] = mapped_column(info=described("No longer used since"))


class ServiceSession(Identified, Base):
    """One session as scheduled, for one person or a group."""

    __tablename__ = "service_session"

    provider_id: Mapped[int | None] = mapped_column(
        ForeignKey("provider.id"), info=described("Provider")
    )
    kind: Mapped[SessionKind] = mapped_column(info=described("Kind"))
    title: Mapped[str] = mapped_column(String(120), info=described("Session"))
    held_on: Mapped[date] = mapped_column(index=True, info=described("Date"))
    minutes: Mapped[int | None] = mapped_column(info=described("Minutes"))


class Attendance(OfEpisode, Identified, Received, Base):
    """Whether someone was at a session that they were scheduled for."""

    __tablename__ = "attendance"
    __table_args__ = (belongs_to_episode(), Index(None, "service_session_id"), NEVER_REUSED)

    service_session_id: Mapped[int] = mapped_column(
        ForeignKey("service_session.id"), info=described("Session")
    )
    outcome: Mapped[AttendanceOutcome | None] = mapped_column(
        info=described("Attendance", "Empty while the provider has not said.", sensitive=True)
    )
    reason: Mapped[str | None] = mapped_column(
        String(200), info=described("Reason", "Said to the court as it stands.", sensitive=True)
    )
    verified: Mapped[bool] = mapped_column(
        default=False, info=described("Verified", "By signature or the provider.", sensitive=True)
    )
