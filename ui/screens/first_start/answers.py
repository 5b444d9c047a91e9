"""What is said on the way to a first record."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.court import Profile
from app.sheet_facts import SheetFacts
from ui.steps import step

if TYPE_CHECKING:
    from app.vault.creation import Made


@dataclass
class Answers(step.Answers):
    """The court, where its record is, and how its work begins."""

    profile: Profile | None = None
    made: "Made | None" = field(default=None, repr=False)
    backup_folder: Path | None = None
    begins_with: str = ""

    @property
    def sheet(self) -> SheetFacts | None:
        return None if self.made is None else self.made.sheet
