"""The last step: with what to begin."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from app.wording import say
from ui import theme
from ui.screens.first_start.answers import Answers
from ui.steps.step import Step
from ui.widgets.labels import label

EMPTY, IMPORT, SAMPLE = WAYS = ("empty", "import", "sample")


class BeginStep(Step):
    """Three ways, one of them chosen."""

    key = "begin"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self._group = QButtonGroup(self)
        self.ways = {way: QRadioButton(say(f"first.begin.{way}")) for way in WAYS}
        for way, button in self.ways.items():
            self._group.addButton(button)
            self.column.addLayout(_told(way, button))
        self.ways[EMPTY].setChecked(True)

    @property
    def onward(self) -> str:
        return say("first.begin.go")

    def focus_first(self) -> None:
        next(button for button in self.ways.values() if button.isChecked()).setFocus()

    def go_on(self) -> None:
        chosen = (way for way, button in self.ways.items() if button.isChecked())
        self.answers.begins_with = next(chosen)
        if self.answers.begins_with != SAMPLE:
            self.working.emit(say("first.begin.opening"))
        self.settled.emit()


def _told(way: str, button: QRadioButton) -> QVBoxLayout:
    dressed = theme.current()
    words = say(f"first.begin.{way}.help")
    button.setAccessibleDescription(words)
    told = label(words, "quiet", wraps=True)
    told.setContentsMargins(dressed.space("xl"), 0, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(dressed.space("xs"))
    column.addWidget(button)
    column.addWidget(told)
    return column
