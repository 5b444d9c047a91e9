"""The treatment plan: problem, goal, objective, intervention; a revision keeps the earlier plan."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, OfEpisode, OfPerson, Received, described
from models.choices import ObjectiveStatus, ProblemStatus


class TreatmentPlan(OfEpisode, Identified, Received, Base):
    """One version of the plan; the newest that has started is in force."""

    __tablename__ = "treatment_plan"

    version: Mapped[int] = mapped_column(default=1, info=described("Version", sensitive=True))
    started_on: Mapped[date] = mapped_column(info=described("From", sensitive=True))
    next_review_on: Mapped[date | None] = mapped_column(
        info=described("Next review", sensitive=True, moves=True)
    )
    strengths: Mapped[str | None] = mapped_column(
        String(500), info=described("Strengths", sensitive=True)
    )
    level_of_care: Mapped[str | None] = mapped_column(
        String(60), info=described("Level of care", sensitive=True)
    )
    level_words: Mapped[str | None] = mapped_column(
        String(120), info=described("Level of care, in words", sensitive=True)
    )
    asam_edition: Mapped[str | None] = mapped_column(
        String(20),
        info=described("ASAM edition", "The same code differs by edition.", sensitive=True),
    )
    level_since: Mapped[date | None] = mapped_column(info=described("Level since", sensitive=True))


class Problem(Identified, OfPerson, Base):
    """What the plan is about, with the dimension and the evidence it comes from."""

    __tablename__ = "problem"

    treatment_plan_id: Mapped[int] = mapped_column(
        ForeignKey("treatment_plan.id"), index=True, info=described("Plan")
    )
    number: Mapped[int] = mapped_column(info=described("Number", sensitive=True))
    dimension: Mapped[str | None] = mapped_column(
        String(80), info=described("Dimension", sensitive=True)
    )
    description: Mapped[str] = mapped_column(String(500), info=described("Problem", sensitive=True))
    evidence: Mapped[str | None] = mapped_column(
        String(500), info=described("Evidence", sensitive=True)
    )
    status: Mapped[ProblemStatus] = mapped_column(
        default=ProblemStatus.ACTIVE, info=described("Status", sensitive=True, moves=True)
    )


class Goal(Identified, OfPerson, Base):
    """What the participant wants, in the participant's own words."""

    __tablename__ = "goal"

    problem_id: Mapped[int] = mapped_column(
        ForeignKey("problem.id"), index=True, info=described("Problem")
    )
    words: Mapped[str] = mapped_column(
        String(500), info=described("Goal", "In their own words.", sensitive=True)
    )
    target_on: Mapped[date | None] = mapped_column(info=described("Target date", sensitive=True))


class Objective(Identified, OfPerson, Base):
    """A step that can be seen to be done by a date."""

    __tablename__ = "objective"

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), index=True, info=described("Goal"))
    number: Mapped[str] = mapped_column(String(10), info=described("Number", sensitive=True))
    words: Mapped[str] = mapped_column(String(300), info=described("Objective", sensitive=True))
    target_on: Mapped[date | None] = mapped_column(info=described("Target date", sensitive=True))
    status: Mapped[ObjectiveStatus] = mapped_column(
        default=ObjectiveStatus.NOT_STARTED, info=described("Status", sensitive=True, moves=True)
    )
    status_on: Mapped[date | None] = mapped_column(
        info=described("Status since", sensitive=True, moves=True)
    )
    progress: Mapped[str | None] = mapped_column(
        String(200),
        info=described(
            "Progress", "What was done so far; printed for court.", sensitive=True, moves=True
        ),
    )
    staff_rating: Mapped[int | None] = mapped_column(
        info=described("Staff rating, 0 to 3", sensitive=True, moves=True)
    )
    participant_rating: Mapped[int | None] = mapped_column(
        info=described("Participant’s rating, 0 to 3", sensitive=True, moves=True)
    )


class Intervention(Identified, OfPerson, Base):
    """Who does what, how often, so that the objective is met."""

    __tablename__ = "intervention"

    objective_id: Mapped[int] = mapped_column(
        ForeignKey("objective.id"), index=True, info=described("Objective")
    )
    words: Mapped[str] = mapped_column(String(300), info=described("Intervention", sensitive=True))
    provider_id: Mapped[int | None] = mapped_column(
        ForeignKey("provider.id"), info=described("Provider", sensitive=True)
    )
    frequency: Mapped[str | None] = mapped_column(
        String(80), info=described("How often", sensitive=True)
    )
    responsible: Mapped[str | None] = mapped_column(
        String(120), info=described("Responsible", sensitive=True)
    )
