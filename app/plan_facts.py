"""A treatment plan as frozen facts, from the problem down to what helps; no layout, no wording.

The screen shows them, the printed page says them, and a disclosure keeps them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.progress_facts import PhaseFacts
from models.choices import ObjectiveStatus, ProblemStatus, Recipient

# An objective past its target date waits for an answer as long as it is one of these.
OPEN = {ObjectiveStatus.NOT_STARTED, ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.PARTLY_MET}


@dataclass(frozen=True)
class InterventionFacts:
    """Who does what, how often, so that an objective is met."""

    id: int
    words: str
    provider: str | None
    frequency: str | None
    responsible: str | None


@dataclass(frozen=True)
class ObjectiveFacts:
    """A step that can be seen to be done by a date."""

    id: int
    number: str
    words: str
    target_on: date | None
    status: ObjectiveStatus
    status_on: date | None
    progress: str | None
    staff_rating: int | None
    participant_rating: int | None
    interventions: tuple[InterventionFacts, ...]

    def is_late(self, day: date) -> bool:
        """Whether the target date has passed by `day` and the step still waits."""
        return self.target_on is not None and self.target_on < day and self.status in OPEN


@dataclass(frozen=True)
class GoalFacts:
    """What the participant wants, in the participant's own words."""

    id: int
    words: str
    target_on: date | None
    objectives: tuple[ObjectiveFacts, ...]


@dataclass(frozen=True)
class ProblemFacts:
    """What the plan is about, with the evidence it comes from."""

    id: int
    number: int
    description: str
    dimension: str | None
    evidence: str | None
    status: ProblemStatus
    goals: tuple[GoalFacts, ...]

    @property
    def objectives(self) -> tuple[ObjectiveFacts, ...]:
        return tuple(step for goal in self.goals for step in goal.objectives)


@dataclass(frozen=True)
class PlanTree:
    """One version of a plan, whole."""

    id: int
    version: int
    started_on: date
    next_review_on: date | None
    strengths: str | None
    level_of_care: str | None
    level_words: str | None
    asam_edition: str | None
    level_since: date | None
    problems: tuple[ProblemFacts, ...]


@dataclass(frozen=True)
class VersionFacts:
    """That there is a version, and since when."""

    plan_id: int
    version: int
    started_on: date


@dataclass(frozen=True)
class PlanShown:
    """A version as the screen shows it, among all versions, the newest first."""

    plan: PlanTree
    versions: tuple[VersionFacts, ...]

    @property
    def is_newest(self) -> bool:
        return self.plan.id == self.versions[0].plan_id


@dataclass(frozen=True)
class PlanPageFacts:
    """Everything that one printed plan says; for the participant or the treatment team."""

    recipient: Recipient
    court: str
    name: str
    pronouns: str | None
    case_number: str
    phase: PhaseFacts | None
    plan: PlanTree
    prepared_by: str
    prepared_at: datetime  # local to the court, with its offset
    data_as_of: date
    audit_mark: str
