"""What every step of a way of several is: a part of the page that can be gone on from."""

from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import sentence
from app.sheet_facts import SheetFacts
from app.wording import say
from models.errors import Trouble
from reports.lane import Lane
from ui import failures, theme
from ui.widgets.labels import label, marked
from ui.widgets.question import Question


@dataclass
class Answers:
    """What was said so far; it lives in memory only and goes with the page."""

    lane: Lane
    holder: str = ""
    passphrase: str = field(default="", repr=False)
    is_kept: bool = False  # the sheet was printed or saved, and two of its groups typed back

    @property
    def sheet(self) -> SheetFacts | None:
        """The recovery sheet, as soon as there is one."""
        return None


class Step(QWidget):
    """One question or a few that belong together."""

    key: ClassVar[str]
    texts: ClassVar[str] = "first"  # the part of the catalogue with the step's words
    settled = Signal()  # all is right, the next step may come
    points = Signal(object)  # at the field that has a mistake
    ready = Signal()  # what had to be done is done; the way on is open
    working = Signal(str)  # what is being done meanwhile, in words; empty when it is over

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.current().space("m"))
        self.problem = label("", "problem", wraps=True)
        self.trouble = marked(self.problem)
        self.trouble.hide()

    @property
    def title(self) -> str:
        return say(f"{self.texts}.{self.key}.title")

    @property
    def what(self) -> str:
        """What the step is about, below its title."""
        return say(f"{self.texts}.{self.key}.what")

    @property
    def onward(self) -> str:
        """The words on the button that leads on."""
        return say("window.action.go-on")

    def enter(self) -> None:
        """Begin, each time the step is shown."""

    def focus_first(self) -> None:
        """Put the focus where the answer begins."""

    def go_on(self) -> None:
        """Check what was said; `settled` tells that it is right."""
        self.settled.emit()

    def point_at(self, row: Question, mistake: str) -> None:
        """Say what is wrong beside a field, and put the cursor there."""
        row.tell(mistake)
        row.field.setFocus()
        self.points.emit(row)

    def tell(self, words: str) -> None:
        """Say what stands in the way, above the buttons; nothing takes it away."""
        self.problem.setText(words)
        self.trouble.setVisible(bool(words))

    def fail(self, error: Exception) -> None:
        """Say what the world did; what is our own fault goes to the report window."""
        self.working.emit("")
        self.focus_first()
        if isinstance(error, Trouble):
            self.tell(sentence(error))
        else:
            failures.show(error)
