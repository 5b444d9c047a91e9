"""A court's order to seal, expunge or destroy a file, and what stays once it was carried out.

The order belongs to the person and goes with them. What stays names nobody: that a file was
destroyed, when and by whom, and counts from which nobody can be told.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_REUSED, Base, Identified, OfPerson, Received, described
from models.choices import Status


class SealingKind(StrEnum):
    """What a court can order about a whole file."""

    SEAL = "seal"
    EXPUNGE = "expunge"
    DESTROY = "destroy"


class SealingOrder(Identified, OfPerson, Received, Base):
    """An order that was entered and waits to be carried out; carrying it out removes it too."""

    __tablename__ = "sealing_order"

    kind: Mapped[SealingKind] = mapped_column(info=described("The court orders", sensitive=True))
    number: Mapped[str] = mapped_column(
        String(60),
        info=described(
            "Order number", "As it stands on the order; a case number will do.", sensitive=True
        ),
    )
    ordered_on: Mapped[date] = mapped_column(
        info=described("Date of the order", sensitive=True, past=True)
    )
    ordered_by: Mapped[str] = mapped_column(
        String(120), info=described("Ordered by", "The judge who signed it.", sensitive=True)
    )


class DestroyedFile(Identified, Base):
    """One file that was destroyed; it says nothing about whose it was."""

    __tablename__ = "destroyed_file"

    kind: Mapped[SealingKind] = mapped_column(info=described("The court ordered"))
    destroyed_at: Mapped[datetime] = mapped_column(info=described("Carried out"))
    destroyed_by: Mapped[str] = mapped_column(String(120), info=described("Carried out by"))
    known_by: Mapped[str] = mapped_column(
        String(40),
        info=described("First mark", "The event with which the file began; it names nobody."),
    )
    rows: Mapped[int] = mapped_column(info=described("Entries removed"))
    mark_before: Mapped[str] = mapped_column(String(40), info=described("Mark before"))
    mark_after: Mapped[str] = mapped_column(String(40), info=described("Mark after"))
    certificate: Mapped[str] = mapped_column(Text, info=described("Certificate", bulky=True))
    swept_at: Mapped[datetime | None] = mapped_column(
        info=described("Record written anew", "So that no page still holds what was removed.")
    )


class KeptCount(Identified, Base):
    """How many episodes of destroyed files began in a year and ended in one way.

    No part of the trail: an event beside the destruction would say which count somebody became.
    """

    __tablename__ = "kept_count"
    __table_args__ = (UniqueConstraint("year", "admitted", "status"), NEVER_REUSED)
    audited = False

    year: Mapped[int | None] = mapped_column(info=described("Year", "Of admission, or referral."))
    admitted: Mapped[bool] = mapped_column(info=described("Admitted"))
    status: Mapped[Status | None] = mapped_column(info=described("Last status"))
    episodes: Mapped[int] = mapped_column(info=described("Episodes"))
