"""Chips that narrow a list: a chosen one has a tick as well as a tint."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.wording import say
from ui import icons, theme


@dataclass(frozen=True)
class Choice:
    """One thing to narrow to, its word, and how many there are."""

    value: Hashable
    word: str
    count: int

    @property
    def text(self) -> str:
        return f"{self.word} {self.count}"


class Chips(QWidget):
    """A row of chips; those that do not fit stand in a menu at its end."""

    changed = Signal()

    def __init__(self, chosen: frozenset[Any]) -> None:
        super().__init__()
        self.chosen = chosen
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.current().space("s"))
        self.chips: list[QPushButton] = []

    def show_choices(self, shown: Sequence[Choice], more: Sequence[Choice] = ()) -> None:
        """Show the chips anew, with `more` in the menu."""
        while (item := self._line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = [self._chip(choice) for choice in shown]
        if more:
            self.chips.append(self._more(more))
        for chip in self.chips:
            self._line.addWidget(chip)

    def choose(self, chosen: frozenset[Any]) -> None:
        """Narrow to `chosen`; nothing chosen means everybody."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit()

    def _chip(self, choice: Choice) -> QPushButton:
        made = Chip(choice.text)
        made.setChecked(choice.value in self.chosen)
        made.toggled.connect(lambda _on: self.choose(self.chosen ^ {choice.value}))
        return made

    def _more(self, more: Sequence[Choice]) -> QPushButton:
        made = QPushButton(say("window.chips.more"))
        made.setProperty("look", "chip")
        made.setAccessibleName(say("window.chips.more"))
        icons.sized("chevron-down", made)
        menu = QMenu(made)
        for choice in more:
            row = menu.addAction(choice.text)
            row.setCheckable(True)
            row.setChecked(choice.value in self.chosen)
            row.toggled.connect(lambda _on, value=choice.value: self.choose(self.chosen ^ {value}))
        made.setMenu(menu)
        return made


class Chip(QPushButton):
    """A chip to choose; a chosen one has a tick as well as a tint."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.toggled.connect(self._tick)

    def sizeHint(self) -> QSize:
        """Qt measures plain letters, and a chosen chip has strong ones."""
        plain, strong = (
            QFontMetrics(theme.current().font(strong=each)).horizontalAdvance(self.text())
            for each in (False, True)
        )
        return super().sizeHint() + QSize(max(0, strong - plain) if self.isChecked() else 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tick(self, _on: bool) -> None:  # noqa: FBT001 - Qt's own
        if self.isChecked():
            icons.sized("check", self, "accent")
        else:
            self.setIcon(QIcon())
        self.updateGeometry()
