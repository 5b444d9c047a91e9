"""New keys, step by step: until the last one the old keys open the record as before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.backup import making
from app.backup.carrying import Carrier
from app.vault import replacing
from app.vault.key_file import KeyFile
from app.vault.record import Record
from app.vault.unlock import SHEET_HOLDER, Unlocked
from app.wording import say
from reports.lane import Lane
from ui import tasks
from ui.screens.keys.answers import Answers
from ui.screens.keys.folder import FolderStep
from ui.screens.keys.own import OwnStep
from ui.steps.frame import StepFrame
from ui.steps.groups import GroupsStep
from ui.steps.key import KeyStep
from ui.steps.sheet import SheetStep
from ui.steps.step import Step
from ui.widgets.page import Page


class NewNameStep(KeyStep):
    """The new passphrase; whoever acts by a passphrase keeps the name."""

    texts = "renew"

    def enter(self) -> None:
        self.holder.setText(self.answers.holder or self.holder.text())
        self.row.setHidden(bool(self.answers.holder))

    def focus_first(self) -> None:
        (self.new.back if self.row.isHidden() else self.holder).setFocus()


class NewSheetStep(SheetStep):
    """The sheet of keys that open nothing yet."""

    texts = "renew"


STEPS: tuple[type[Step], ...] = (OwnStep, NewNameStep, FolderStep, NewSheetStep, GroupsStep)


class RenewFrame(StepFrame):
    """The way to new keys; the last step carries them out."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        # The sheet that is out belongs to these keys: no way leads back to make others.
        super().__init__([partial(step, answers) for step in STEPS], (NewSheetStep,))

    def end(self) -> None:
        """Let the new keys take the old ones' place; nothing else can be asked for meanwhile."""
        self._work(say("renew.doing"))
        tasks.run(self._carry_out(), owner=self, done=lambda _: self.done.emit(), failed=self._fail)

    def _carry_out(self) -> Callable[[], None]:
        said, plan = self.answers, self.answers.plan
        if plan is None or said.folder is None:
            raise AssertionError("the plan comes before the last step")
        folder, place_id = said.folder, said.place_id

        def keep(path: Path, unlocked: Unlocked, file: KeyFile) -> None:
            making.of_new_keys(
                path, unlocked, file, folder=folder, place_id=place_id, carry_away=Carrier()
            )

        return lambda: replacing.carry_out(said.opened, plan, keep)

    def _fail(self, error: Exception) -> None:
        self.resume()
        if self.answers.opened.closed:
            self.failed.emit(error)
        else:
            self.step.fail(error)


class NewKeysScreen(Page):
    """The way to new keys as a page; at its end the record is closed, and opened with the new."""

    def __init__(self, record: Record, lane: Lane, closed: Callable[[str], None]) -> None:
        super().__init__()
        self._closed = closed
        known = record.desk.holder
        holder = "" if known == SHEET_HOLDER else known
        self.answers = Answers(lane, holder, record=record)
        self.frame = RenewFrame(self.answers)
        self.frame.left.connect(self.left)
        self.frame.done.connect(self._end)
        self.frame.failed.connect(lambda _error: closed(say("renew.unfinished")))
        self.column.addWidget(self.frame, 1)
        self.column.setContentsMargins(0, 0, 0, 0)

    def focus_first(self) -> None:
        self.frame.focus_first()
        self.shown.emit()

    def _end(self) -> None:
        plan = self.answers.plan
        told = say("renew.done", number=plan.sheet.number if plan else 0)
        again = plan.to_add_again if plan else ()
        if again:
            told = f"{told} {say('holders.to-add-again', names=', '.join(again))}"
        self._closed(told)
