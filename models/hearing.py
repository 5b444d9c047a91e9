"""Court sessions, the hearings on their docket, and what the judge ordered."""

from datetime import date, time

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, OfEpisode, OfPerson, described
from models.choices import Appearance, HearingType, OrderStatus


class CourtSession(Identified, Base):
    """One sitting: a court may sit in two counties, and a substitute may preside."""

    __tablename__ = "court_session"

    held_on: Mapped[date] = mapped_column(index=True, info=described("Date"))
    starts_at: Mapped[time | None] = mapped_column(info=described("Time"))
    place: Mapped[str | None] = mapped_column(String(120), info=described("Place"))
    judge: Mapped[str | None] = mapped_column(String(120), info=described("Judge"))
    substitute: Mapped[bool] = mapped_column(default=False, info=described("Substitute judge"))


class Hearing(OfEpisode, Identified, Base):
    """One person on the docket of one court session."""

    __tablename__ = "hearing"

    court_session_id: Mapped[int] = mapped_column(
        ForeignKey("court_session.id"), index=True, info=described("Court session")
    )
    number: Mapped[int | None] = mapped_column(info=described("Docket number", sensitive=True))
    type: Mapped[HearingType] = mapped_column(info=described("Type", sensitive=True))
    appearance: Mapped[Appearance | None] = mapped_column(
        info=described("Appearance", sensitive=True, moves=True)
    )
    said: Mapped[str | None] = mapped_column(
        String(500),
        info=described("What they said", "In their own words.", sensitive=True, moves=True),
    )


class CourtOrder(Identified, OfPerson, Base):
    """What the judge ordered at a hearing, and whether it was done."""

    __tablename__ = "court_order"

    hearing_id: Mapped[int] = mapped_column(
        ForeignKey("hearing.id"), index=True, info=described("Hearing")
    )
    words: Mapped[str] = mapped_column(String(300), info=described("Order", sensitive=True))
    due_on: Mapped[date | None] = mapped_column(info=described("Due", sensitive=True))
    status: Mapped[OrderStatus] = mapped_column(
        default=OrderStatus.OPEN, info=described("Done or not", sensitive=True, moves=True)
    )
    status_on: Mapped[date | None] = mapped_column(
        info=described("Since", sensitive=True, moves=True)
    )
    note: Mapped[str | None] = mapped_column(
        String(200), info=described("Note", sensitive=True, moves=True)
    )
