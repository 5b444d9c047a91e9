"""Drug tests with a result per substance, and the prescriptions by which results are read."""

from datetime import date, time

from sqlalchemy import ForeignKey, Index, String
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
from models.choices import Answer, Outcome, Specimen, TestResult, Validity, Verification


class DrugTest(OfEpisode, Identified, Received, Base):
    """One day's call: what became of it, and what the specimen was good for."""

    __tablename__ = "drug_test"
    __table_args__ = (belongs_to_episode(), Index(None, "person_id", "collected_on"), NEVER_REUSED)

    collected_on: Mapped[date] = mapped_column(
        info=described("Collected on", sensitive=True, past=True)
    )
    collected_at: Mapped[time | None] = mapped_column(info=described("Time", sensitive=True))
    specimen: Mapped[Specimen | None] = mapped_column(info=described("Specimen", sensitive=True))
    outcome: Mapped[Outcome] = mapped_column(info=described("Outcome", sensitive=True))
    reason: Mapped[str | None] = mapped_column(
        String(200), info=described("Reason", "Why excused or rejected.", sensitive=True)
    )
    panel: Mapped[str | None] = mapped_column(String(60), info=described("Panel", sensitive=True))
    validity: Mapped[Validity | None] = mapped_column(info=described("Validity", sensitive=True))
    awaiting_laboratory: Mapped[bool] = mapped_column(
        default=False, info=described("Waiting for the laboratory", sensitive=True, moves=True)
    )
    sent_on: Mapped[date | None] = mapped_column(
        info=described("Sent to the laboratory on", sensitive=True, moves=True)
    )


class DrugTestResult(Identified, OfPerson, Base):
    """The result for one substance that was not plainly negative.

    A tested specimen with no such row is negative for its whole panel.
    """

    __tablename__ = "drug_test_result"

    drug_test_id: Mapped[int] = mapped_column(
        ForeignKey("drug_test.id"), index=True, info=described("Drug test")
    )
    substance: Mapped[str] = mapped_column(String(60), info=described("Substance", sensitive=True))
    result: Mapped[TestResult] = mapped_column(info=described("Result", sensitive=True))
    analyte: Mapped[str | None] = mapped_column(
        String(60), info=described("Confirmed analyte", sensitive=True, moves=True)
    )
    answer: Mapped[Answer | None] = mapped_column(
        info=described("Participant’s answer", sensitive=True, moves=True)
    )
    confirmation_asked_on: Mapped[date | None] = mapped_column(
        info=described("Confirmation asked on", sensitive=True, moves=True)
    )
    confirmed_on: Mapped[date | None] = mapped_column(
        info=described("Confirmation received on", sensitive=True, moves=True)
    )


class Prescription(OfEpisode, Identified, Received, Base):
    """A prescribed medicine: treatment, never held against anyone."""

    __tablename__ = "prescription"

    medicine: Mapped[str] = mapped_column(String(80), info=described("Medicine", sensitive=True))
    formulation: Mapped[str | None] = mapped_column(
        String(80), info=described("Formulation", sensitive=True)
    )
    prescriber: Mapped[str | None] = mapped_column(
        String(120), info=described("Prescriber", sensitive=True)
    )
    started_on: Mapped[date] = mapped_column(info=described("From", sensitive=True))
    ended_on: Mapped[date | None] = mapped_column(
        info=described("Until", sensitive=True, moves=True)
    )
    verified_by: Mapped[Verification] = mapped_column(
        info=described("How verified", sensitive=True, moves=True)
    )
    verified_on: Mapped[date | None] = mapped_column(
        info=described("Verified on", sensitive=True, moves=True)
    )
