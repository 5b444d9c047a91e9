"""An episode: one passage through the program, referral to aftercare, and what the law adds."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    NEVER_REUSED,
    Base,
    Identified,
    OfEpisode,
    OfPerson,
    Received,
    belongs_to_episode,
    described,
)
from models.choices import (
    ConditionKind,
    CustodyReason,
    Decision,
    LegalTrackKind,
    ReferralRoute,
    Status,
)


class Episode(Identified, OfPerson, Received, Base):
    """A new admission is a new episode; earlier ones stay readable."""

    __tablename__ = "episode"
    __table_args__ = (UniqueConstraint("id", "person_id"), NEVER_REUSED)

    track: Mapped[str | None] = mapped_column(String(60), info=described("Track", sensitive=True))
    referred_on: Mapped[date | None] = mapped_column(
        info=described("Referred on", sensitive=True, past=True)
    )
    referral_route: Mapped[ReferralRoute | None] = mapped_column(
        info=described("Referral route", sensitive=True)
    )
    referred_by: Mapped[str | None] = mapped_column(
        String(120), info=described("Referred by", "Person or agency.", sensitive=True)
    )
    arrested_on: Mapped[date | None] = mapped_column(
        info=described(
            "Arrest date", "Starts the days from arrest to admission.", sensitive=True, past=True
        )
    )
    decision: Mapped[Decision | None] = mapped_column(info=described("Decision", sensitive=True))
    decided_on: Mapped[date | None] = mapped_column(
        info=described("Decided on", sensitive=True, past=True)
    )
    decision_reason: Mapped[str | None] = mapped_column(
        String(300), info=described("Reason", sensitive=True)
    )
    admitted_on: Mapped[date | None] = mapped_column(
        info=described("Admitted on", sensitive=True, past=True)
    )
    attorney: Mapped[str | None] = mapped_column(
        String(120), info=described("Attorney", sensitive=True)
    )


class StatusPeriod(OfEpisode, Identified, Base):
    """From which day a status holds; `dated` is False where the day is only the latest on file."""

    __tablename__ = "status_period"

    status: Mapped[Status] = mapped_column(info=described("Status", sensitive=True))
    started_on: Mapped[date | None] = mapped_column(info=described("Since", sensitive=True))
    dated: Mapped[bool] = mapped_column(
        default=True, info=described("The day is known", sensitive=True)
    )


class CourtCase(OfEpisode, Identified, Base):
    """A court case that brought the person here; the first one names the episode in lists."""

    __tablename__ = "court_case"
    __table_args__ = (belongs_to_episode(), Index(None, "folded_number"), NEVER_REUSED)

    position: Mapped[int] = mapped_column(default=1, info=described("Order"))
    number: Mapped[str] = mapped_column(String(40), info=described("Case number", sensitive=True))
    folded_number: Mapped[str] = mapped_column(
        String(40), info=described("Case number, folded for searching", sensitive=True)
    )
    county: Mapped[str | None] = mapped_column(String(60), info=described("County", sensitive=True))


class Charge(Identified, OfPerson, Base):
    """One charge of a case, taken from court papers."""

    __tablename__ = "charge"

    court_case_id: Mapped[int] = mapped_column(
        ForeignKey("court_case.id"), index=True, info=described("Case")
    )
    description: Mapped[str] = mapped_column(String(200), info=described("Charge", sensitive=True))
    offense_class: Mapped[str | None] = mapped_column(
        String(40), info=described("Class", sensitive=True)
    )
    disposition: Mapped[str | None] = mapped_column(
        String(120), info=described("Disposition", sensitive=True)
    )
    disposed_on: Mapped[date | None] = mapped_column(info=described("Disposed on", sensitive=True))


class LegalTrack(OfEpisode, Identified, Base):
    """What completion and termination each bring, and when the court's authority ends."""

    __tablename__ = "legal_track"

    kind: Mapped[LegalTrackKind] = mapped_column(info=described("Legal track", sensitive=True))
    completion_brings: Mapped[str | None] = mapped_column(
        String(300), info=described("Completion brings", sensitive=True)
    )
    termination_brings: Mapped[str | None] = mapped_column(
        String(300), info=described("Termination brings", sensitive=True)
    )
    suspended_term: Mapped[str | None] = mapped_column(
        String(120), info=described("Suspended term", sensitive=True)
    )
    custody_credit_days: Mapped[int | None] = mapped_column(
        info=described("Custody credit, days", sensitive=True)
    )
    authority_ends_on: Mapped[date | None] = mapped_column(
        info=described("Court’s authority ends on", sensitive=True)
    )


class CourtCondition(OfEpisode, Identified, Base):
    """A condition, a no-contact or protection order, or restitution; printed for the judge."""

    __tablename__ = "court_condition"

    kind: Mapped[ConditionKind] = mapped_column(info=described("Kind", sensitive=True))
    words: Mapped[str] = mapped_column(String(300), info=described("Condition", sensitive=True))
    started_on: Mapped[date | None] = mapped_column(info=described("From", sensitive=True))
    ended_on: Mapped[date | None] = mapped_column(info=described("Until", sensitive=True))


class CustodyPeriod(OfEpisode, Identified, Received, Base):
    """A time in custody and why; no drug test is asked for in it."""

    __tablename__ = "custody_period"

    reason: Mapped[CustodyReason] = mapped_column(info=described("Reason", sensitive=True))
    place: Mapped[str | None] = mapped_column(String(120), info=described("Place", sensitive=True))
    started_on: Mapped[date] = mapped_column(info=described("From", sensitive=True))
    ended_on: Mapped[date | None] = mapped_column(info=described("Until", sensitive=True))
