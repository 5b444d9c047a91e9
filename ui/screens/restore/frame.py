"""A backup restored, step by step: nothing of the present record changes before the last one."""

from functools import partial

from PySide6.QtCore import Signal

from app.wording import say
from ui.screens.restore.answers import Answers
from ui.screens.restore.find import FindStep
from ui.screens.restore.place import PlaceStep
from ui.screens.restore.secret import SecretStep
from ui.steps.frame import StepFrame
from ui.steps.step import Step

STEPS: tuple[type[Step], ...] = (FindStep, SecretStep, PlaceStep)


class RestoreFrame(StepFrame):
    """What is being fetched can be called off; what takes the record's place cannot."""

    chosen = Signal(object)  # this frame: all is said, and whoever holds the record carries it out

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        super().__init__([partial(step, answers) for step in STEPS])

    def go_back(self) -> None:
        """Go to the step before, or call off what is on its way."""
        step = self.step
        if isinstance(step, FindStep) and step.fetch.is_running:
            step.call_off()
            return
        if self.at == 0 and self.back.isEnabled():
            self.abandon()
        super().go_back()

    def abandon(self) -> None:
        """Leave nothing behind, and look at no drive any more; what takes a place goes on."""
        first = self.steps[0]
        if isinstance(first, FindStep):
            first.fetch.call_off()
            first.leave()
        if not self._busy or self.at == 0:
            self.answers.clear()

    def fail(self, error: Exception) -> None:
        """Say why the record is as it was, and let the last step be tried again."""
        self.resume()
        self.step.fail(error)

    def end(self) -> None:
        """Say that all is said; nothing else can be asked for meanwhile."""
        self._work(say("restore.doing"))
        self.chosen.emit(self)

    def _work(self, words: str) -> None:
        super()._work(words)
        called_off = bool(words) and self.at == 0
        self.back.setText(say("window.action.cancel" if called_off else "window.action.back"))
        self.back.setAccessibleName(self.back.text())
        if called_off:
            self.back.setEnabled(True)
            self.back.setFocus()
