"""The first start, step by step: nothing is left half made, whatever interrupts it."""

from functools import partial

from PySide6.QtCore import Signal

from app.vault import creation
from reports.lane import Lane
from ui import failures, tasks
from ui.screens.first_start.answers import Answers
from ui.screens.first_start.backup import BackupStep
from ui.screens.first_start.begin import BeginStep
from ui.screens.first_start.place import PlaceStep
from ui.screens.first_start.profile import ProfileStep
from ui.steps.frame import StepFrame
from ui.steps.groups import GroupsStep
from ui.steps.key import KeyStep
from ui.steps.sheet import SheetStep
from ui.steps.step import Step

STEPS: tuple[type[Step], ...] = (
    ProfileStep,
    KeyStep,
    PlaceStep,
    SheetStep,
    GroupsStep,
    BackupStep,
    BeginStep,
)
# No way leads back from here: the record is made, and its sheet is proved.
CLOSED_BEHIND = (SheetStep, BackupStep)


class FirstStartScreen(StepFrame):
    """The way to a first record; it ends with the record open, or with nothing at all."""

    kept = Signal(object)  # the record is there to stay, with these answers
    begun = Signal(object)  # all is said

    def __init__(self) -> None:
        self.answers = Answers(Lane())
        self._over = False
        super().__init__([partial(step, self.answers) for step in STEPS], CLOSED_BEHIND)

    def go_back(self) -> None:
        """Go to the step before; from the first one nothing is left behind."""
        if self.at == 0 and self.back.isEnabled():
            self.abandon()
        super().go_back()

    def abandon(self) -> None:
        """Leave no record whose sheet nobody is known to hold, and end the drawing process."""
        self._over = True
        self.answers.lane.close()
        made = self.answers.made
        if made is not None and not self.answers.is_kept:
            self.answers.made = None
            tasks.run(
                lambda: creation.discard(made),
                owner=self,
                done=lambda _gone: None,
                failed=failures.show,
            )

    def end(self) -> None:
        """Tell that all is said."""
        self.begun.emit(self.answers)

    def _settle(self) -> None:
        if self._over:
            # The window was closed while the record was being made.
            self.abandon()
            return
        if self.answers.is_kept and self.at + 1 < len(STEPS):
            self._keep()
        super()._settle()

    def _keep(self) -> None:
        """The sheet is kept, so the record stays; nothing is drawn any more."""
        self.kept.emit(self.answers)
        tasks.run(
            self.answers.lane.close,
            owner=self,
            done=lambda _closed: None,
            failed=failures.show,
            lane=tasks.PAGES,
        )
