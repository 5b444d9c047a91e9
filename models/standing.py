"""What lists show but rules compute, one row a person; derived, and recomputed by `check`."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, described
from models.choices import Status


class Standing(Base):
    """The line of one person in a list, as of `as_of`."""

    __tablename__ = "standing"
    __table_args__ = (Index(None, "status"),)
    audited = False

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    as_of: Mapped[date] = mapped_column(info=described("As of"))
    episode_id: Mapped[int | None] = mapped_column(info=described("Episode"))
    case_number: Mapped[str | None] = mapped_column(
        String(40), info=described("Case number", sensitive=True)
    )
    status: Mapped[Status | None] = mapped_column(info=described("Status", sensitive=True))
    phase: Mapped[int | None] = mapped_column(info=described("Phase", sensitive=True))
    phase_since: Mapped[date | None] = mapped_column(info=described("Phase since", sensitive=True))
    phase_minimum_days: Mapped[int | None] = mapped_column(
        info=described("Minimum days", sensitive=True)
    )
    last_test_on: Mapped[date | None] = mapped_column(info=described("Last test", sensitive=True))
    last_test: Mapped[str | None] = mapped_column(
        String(40), info=described("Last test", sensitive=True)
    )
    next_hearing_on: Mapped[date | None] = mapped_column(
        info=described("Next hearing", sensitive=True)
    )
