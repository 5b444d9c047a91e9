"""The screen that says what the program does while no page can be shown, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.wording import say
from ui import icons, theme
from ui.widgets.labels import centred, label, picture


class StartupScreen(QWidget):
    """Steps one below the other; the one being done and those done are marked."""

    def __init__(self, heading: str, steps: Sequence[str], patience: str = "") -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = tuple(steps)
        self._marks: list[QLabel] = []
        dressed = theme.current()
        page = QVBoxLayout(self)
        page.setContentsMargins(*[dressed.space("xl")] * 4)
        page.addStretch(1)
        page.addLayout(centred(self._card(heading, patience)))
        page.addStretch(1)
        self.reach(0)

    def reach(self, number: int) -> None:
        """Mark the steps before `number` as done and `number` as being done."""
        for at, mark in enumerate(self._marks):
            name, tone = ("circle-check", "good") if at < number else ("circle-dashed", "quiet")
            mark.setPixmap(icons.pixmap(name, "info" if at == number else tone))
            word = "done" if at < number else "now" if at == number else "next"
            mark.setAccessibleName(say(f"window.startup.{word}"))

    def focus_first(self) -> None:
        self.setFocus()

    def _card(self, heading: str, patience: str) -> QFrame:
        dressed = theme.current()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(dressed.size("unlock_card"))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("m"))
        column.addWidget(label(heading, "title", wraps=True))
        for step in self.steps:
            line = QHBoxLayout()
            mark = picture("circle-dashed", "quiet")
            self._marks.append(mark)
            line.addWidget(mark)
            line.addWidget(label(step), 1)
            column.addLayout(line)
        if patience:
            column.addWidget(label(patience, "small", wraps=True))
        return card
