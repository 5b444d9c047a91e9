"""Who holds the key, and a passphrase that is hard to guess and not forgotten."""

from PySide6.QtWidgets import QLineEdit

from app.wording import say
from models.base import limit_of
from models.court import KeyHolder
from ui.steps.step import Answers, Step
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.question import Question


class KeyStep(Step):
    """A name, and a new passphrase."""

    key = "key"

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.holder = QLineEdit(answers.holder)
        self.row = Question(say("first.key.holder"), self.holder, say("first.key.holder.help"))
        self.new = NewPassphrase()
        self.column.addWidget(self.row)
        self.column.addWidget(self.new)
        self.new.taken.connect(self._take)
        self.new.refused.connect(self.point_at)
        self.new.failed.connect(self.fail)
        self.new.working.connect(self.working)

    def focus_first(self) -> None:
        self.holder.setFocus()

    def go_on(self) -> None:
        self.row.tell("")
        limit = limit_of(KeyHolder, "name") or 0
        if not self._name() or len(self._name()) > limit:
            self.point_at(self.row, say("first.key.no-holder", limit=limit))
        else:
            self.new.check()

    def _name(self) -> str:
        return " ".join(self.holder.text().split())

    def _take(self, text: str) -> None:
        self.answers.holder, self.answers.passphrase = self._name(), text
        self.settled.emit()
