"""A copy of a document on its way out: for whom is said first, and the gate writes it down."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import choice_words, documents
from app.desk import Desk
from app.documents import DocumentFacts
from app.release import Released
from app.wording import say
from models.choices import Recipient
from models.document import Media
from reports.drawn import Drawn
from ui import actions, dialogs, theme
from ui.dialogs import FileWanted
from ui.dialogs import Question as Asked
from ui.releasing import Leaving
from ui.widgets.boxes import ChoiceBox
from ui.widgets.question import Question

SUFFIXES = {Media.PDF: ".pdf", Media.JPEG: ".jpg", Media.PNG: ".png", Media.TEXT: ".txt"}


@dataclass(frozen=True)
class Leaf:
    """What leaves: the bytes of the document, for whom, under a name that names nobody."""

    facts: DocumentFacts
    recipient: Recipient
    page: Drawn
    file_name: str


class Copying(QWidget):
    """For whom, and one button; it tells what was done, or what went wrong."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts: DocumentFacts | None = None
        self._body: bytes | None = None
        self._leaving: Leaving[Leaf] = Leaving(desk, self, self._fail, self._write_down)
        self.recipient = ChoiceBox()
        nobody = [(say("document.copy.nobody"), "")]
        self.recipient.fill(
            [*nobody, *((choice_words.words(each), each.value) for each in Recipient)]
        )
        self.asked = Question(say("document.copy.for"), self.recipient, say("document.copy.help"))
        self.button = actions.button(actions.COPY_OUT, self._ask)
        self.button.setEnabled(False)
        self.recipient.currentIndexChanged.connect(lambda _at: self.asked.tell(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("s"))
        column.addWidget(self.asked)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        column.addLayout(line)

    def show_facts(self, facts: DocumentFacts) -> None:
        self._facts = facts

    def give(self, body: bytes) -> None:
        """Let `body` be what a copy is made of."""
        self._body = body
        self.button.setEnabled(True)

    def _ask(self) -> None:
        if not self.recipient.currentData():
            self.asked.tell(say("document.copy.whom"))
            self.asked.focus()
            return
        question = Asked(
            say("window.save.title"),
            say("window.save.warning"),
            yes=say("window.save.yes"),
            no=say("window.save.no"),
        )
        dialogs.ask(self, question, lambda yes: self._choose() if yes else None)

    def _choose(self) -> None:
        if self._facts is None or self._body is None:
            return
        suffix = SUFFIXES[self._facts.media]
        leaf = Leaf(
            self._facts,
            Recipient(self.recipient.currentData()),
            Drawn(self._body, self._facts.pages),
            f"document-{self._facts.id}{suffix}",
        )
        self._leaving.show(leaf)
        wanted = FileWanted(say("document.copy.choose"), f"*{suffix}", leaf.file_name, saving=True)
        dialogs.choose_file(self, wanted, lambda path: self._save(path, suffix))

    def _save(self, target: Path, suffix: str) -> None:
        self.button.setEnabled(False)
        named = target if target.suffix else target.with_suffix(suffix)
        self._leaving.save(named, self._done)

    def _write_down(self, leaf: Leaf) -> Released:
        return documents.copied(self._desk, leaf.facts, leaf.recipient)

    def _done(self, target: Path, number: int) -> None:
        self.button.setEnabled(True)
        self.saved.emit(say("window.save.done", file=target.name, number=number))

    def _fail(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.failed.emit(error)
