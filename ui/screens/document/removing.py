"""Taking a document off the file for good: a reason is typed first, and a question asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import documents
from app.acting import Done
from app.desk import Desk
from app.documents import DocumentFacts
from app.errors import Invalid
from app.wording import say
from ui import actions, dialogs, tasks, theme
from ui.actions import Action
from ui.dialogs import Question as Asked
from ui.widgets.question import Question

KEEP = Action("keep-document", "", "")


class Removing(QWidget):
    """The reason and the button; the bytes cannot be brought back."""

    removed = Signal(str)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: DocumentFacts | None = None
        self.reason = QLineEdit()
        self.asked = Question(say("document.remove.why"), self.reason, say("document.remove.help"))
        self.button = actions.button(actions.REMOVE_DOCUMENT, self._ask)
        self.keep = actions.button(KEEP, self.kept.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("s"))
        column.addWidget(self.asked)
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("s"))
        line.addWidget(self.button)
        line.addWidget(self.keep)
        line.addStretch(1)
        column.addLayout(line)

    def show_facts(self, facts: DocumentFacts) -> None:
        self._facts = facts

    def _ask(self) -> None:
        facts = self._facts
        if facts is None:
            return
        if not self.reason.text().strip():
            self._tell(say("typed.reason"))
            return
        question = Asked(
            say("document.remove.ask", title=facts.name),
            say("document.remove.text"),
            yes=say("document.remove.yes"),
            no=say("document.remove.no"),
        )
        dialogs.ask(self, question, lambda yes: self._remove(facts) if yes else None)

    def _remove(self, facts: DocumentFacts) -> None:
        desk, reason = self._desk, self.reason.text()
        self.button.setEnabled(False)
        tasks.run(
            lambda: documents.remove(desk, facts, reason),
            owner=self,
            done=self._done,
            failed=self._fail,
        )

    def _done(self, done: Done) -> None:
        self.removed.emit(done.sentence)

    def _fail(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(error, Invalid):
            self._tell(error.mistakes[documents.REASON])
        else:
            self.failed.emit(error)

    def _tell(self, mistake: str) -> None:
        self.asked.tell(mistake)
        self.asked.focus()
