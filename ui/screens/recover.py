"""The page behind the recovery sheet: a new passphrase in the place of the one that was lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from app.errors import sentence
from app.vault import creation, holders, recovering
from app.vault.holders import Holders
from app.vault.record import Record
from app.vault.rewriting import NewHolder
from app.wording import say
from models.base import limit_of
from models.court import KeyHolder
from models.errors import Trouble
from reports.lane import Lane
from ui import actions, tasks
from ui.actions import Action
from ui.idle import IdleWatch
from ui.steps import step
from ui.steps.frame import StepFrame
from ui.steps.step import Step
from ui.widgets.boxes import ChoiceBox
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.question import Question

SKIP = Action("skip-recover", "", "")
# What is put right by writing the key file anew.
KEY_FINDINGS = frozenset({"mac", "key-file", "key-file.earlier"})


@dataclass(frozen=True, repr=False)
class ByPaper:
    """A record that a sheet has opened, and the sheet."""

    record: Record
    court: str
    sheet: str
    known: str | None  # who worked on this computer before


@dataclass
class Answers(step.Answers):
    """What is said on the page; it goes with it."""

    paper: ByPaper | None = field(default=None, repr=False)
    done: Holders | None = None

    @property
    def by(self) -> ByPaper:
        if self.paper is None:
            raise AssertionError("the sheet has opened the record before")
        return self.paper


class RecoverStep(Step):
    """Whose it is, and a new passphrase."""

    key = "recover"
    texts = "recover"
    skipped = Signal()
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.who, self.name = ChoiceBox(), QLineEdit()
        self.who_row = Question(say("recover.who"), self.who, say("recover.who.help"))
        self.name_row = Question(say("recover.name"), self.name, say("recover.name.help"))
        self.new = NewPassphrase()
        self.skip = actions.link(SKIP.text, self.skipped.emit)
        for part in (self.who_row, self.name_row, self.new):
            self.column.addWidget(part)
        self.who.currentIndexChanged.connect(lambda _at: self._ask_name())
        self.new.taken.connect(self._carry_out)
        self.new.refused.connect(self.point_at)
        self.new.failed.connect(self.fail)
        self.new.working.connect(self.working)
        self._offer(())

    @property
    def what(self) -> str:
        return say("recover.recover.what", court=self.answers.by.court)

    @property
    def onward(self) -> str:
        return say("recover.go")

    @property
    def holder(self) -> str:
        """Return whose passphrase it is, as far as that is said."""
        return " ".join((self.who.currentData() or self.name.text()).split())

    def enter(self) -> None:
        tasks.run(self._read, owner=self, done=self._offer, failed=self.fail)

    def focus_first(self) -> None:
        self.who.setFocus()

    def go_on(self) -> None:
        self.name_row.tell("")
        limit = limit_of(KeyHolder, "name") or 0
        if not self.holder or len(self.holder) > limit:
            self.point_at(self.name_row, say("first.key.no-holder", limit=limit))
        else:
            self.new.check()

    def _read(self) -> tuple[str, ...]:
        with self.answers.by.record.desk.read() as session:
            return tuple(holder.name for holder in holders.listed(session))

    def _offer(self, names: Sequence[str]) -> None:
        self.who.clear()
        choices = [(name, name) for name in names]
        self.who.fill([*choices, (say("recover.somebody"), "")], self.answers.by.known)
        self._ask_name()

    def _ask_name(self) -> None:
        self.name_row.setHidden(bool(self.who.currentData()))

    def _carry_out(self, passphrase: str) -> None:
        new = NewHolder(self.holder, passphrase, creation.ROLE)
        self.working.emit(say("recover.doing"))
        tasks.run(
            lambda: recover(self.answers.by, new),
            owner=self,
            done=self._end,
            failed=self._refuse,
        )

    def _end(self, done: Holders) -> None:
        self.answers.done, self.answers.holder = done, self.holder
        self.settled.emit()

    def _refuse(self, error: Exception) -> None:
        self.fail(error)
        if isinstance(error, Trouble) and not self.name_row.isHidden():
            self.tell("")
            self.point_at(self.name_row, sentence(error))


class RecoverScreen(StepFrame):
    """One step between the sheet and the record; going back closes the record again."""

    entered = Signal(str)  # what has to be said once the record stands there
    idle = Signal()

    def __init__(self, paper: ByPaper, minutes: int) -> None:
        self.answers = Answers(Lane(), paper=paper)
        super().__init__([self._step])
        self.counter.hide()
        self._watch = IdleWatch(self, minutes)
        self._watch.idle.connect(self.idle)

    def focus_first(self) -> None:
        """Begin at the top: what the page is about stands above the first question."""
        super().focus_first()
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(0))

    def end(self) -> None:
        """Tell that there is a new passphrase, and who has to be added again."""
        said = self.answers
        told = [say("recover.done", name=said.holder), say("keys.earlier-backups")]
        if said.done is not None and said.done.to_add_again:
            names = ", ".join(said.done.to_add_again)
            told.insert(1, say("holders.to-add-again", names=names))
        self.entered.emit(" ".join(told))

    def _step(self) -> Step:
        made = RecoverStep(self.answers)
        made.skipped.connect(lambda: self.entered.emit(""))
        made.column.addWidget(made.skip)
        return made


def recover(paper: ByPaper, new: NewHolder) -> Holders:
    """Give somebody a new passphrase, who works under their own name from then on."""
    record = paper.record
    done = recovering.recover(record, paper.sheet, new)
    record.desk.holder = new.name
    record.findings = tuple(each for each in record.findings if each not in KEY_FINDINGS)
    return done
