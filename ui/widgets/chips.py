"""Chips that narrow a list: a chosen one has a tick as well as a tint."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
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
        chip = QPushButton(choice.text)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setChecked(choice.value in self.chosen)
        chip.setAccessibleName(choice.text)
        _tick(chip)
        chip.toggled.connect(lambda _on: self._toggle(choice, chip))
        return chip

    def _more(self, more: Sequence[Choice]) -> QPushButton:
        chip = QPushButton(say("window.chips.more"))
        chip.setProperty("look", "chip")
        chip.setAccessibleName(say("window.chips.more"))
        icons.sized("chevron-down", chip)
        menu = QMenu(chip)
        for choice in more:
            row = menu.addAction(choice.text)
            row.setCheckable(True)
            row.setChecked(choice.value in self.chosen)
            row.toggled.connect(lambda _on, value=choice.value: self.choose(self.chosen ^ {value}))
        chip.setMenu(menu)
        return chip

    def _toggle(self, choice: Choice, chip: QPushButton) -> None:
        _tick(chip)
        self.choose(self.chosen ^ {choice.value})


def _tick(chip: QPushButton) -> None:
    if chip.isChecked():
        icons.sized("check", chip, "accent")
    else:
        chip.setIcon(QIcon())
