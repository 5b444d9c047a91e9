"""What is said on the way to new keys; it lives in memory only and goes with the page."""

from dataclasses import dataclass, field
from pathlib import Path

from app.sheet_facts import SheetFacts
from app.vault.record import Record
from app.vault.replacing import Plan
from app.vault.unlock import Secret
from ui.steps import step


@dataclass
class Answers(step.Answers):
    """Who acts, with which secret, and where the first backup under the new keys goes."""

    record: Record | None = field(default=None, repr=False)
    secret: Secret | None = field(default=None, repr=False)
    plan: Plan | None = field(default=None, repr=False)
    folder: Path | None = None
    place_id: int | None = None

    @property
    def sheet(self) -> SheetFacts | None:
        return None if self.plan is None else self.plan.sheet

    @property
    def opened(self) -> Record:
        """The record whose keys are replaced."""
        if self.record is None:
            raise AssertionError("the record stands before the first step")
        return self.record
