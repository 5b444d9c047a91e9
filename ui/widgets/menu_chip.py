"""A chip with a menu: one of several, and the chip says which."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from ui import icons


class MenuChip(QPushButton):
    """Says what is chosen, as in "Phase: all"; the choices stand in its menu."""

    changed = Signal()

    def __init__(self, name: str, everything: str) -> None:
        super().__init__()
        self._name = name
        self._everything = everything
        self.chosen: Any = None
        self._words: dict[Hashable, str] = {None: everything}
        self._menu = QMenu(self)
        self.setProperty("look", "chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.setMenu(self._menu)
        self._say()
        icons.sized("chevron-down", self)

    def show_choices(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Put the choices into the menu, behind the one that chooses them all."""
        self._menu.clear()
        self._words = {None: self._everything, **dict(choices)}
        group = QActionGroup(self._menu)
        for value, words in self._words.items():
            row = self._menu.addAction(words)
            row.setCheckable(True)
            row.setChecked(value == self.chosen)
            row.triggered.connect(lambda _on, value=value: self.choose(value))
            group.addAction(row)
        self._say()

    def choose(self, value: Hashable) -> None:
        """Choose `value`, or all of them with None."""
        if value == self.chosen:
            return
        self.chosen = value
        for row, own in zip(self._menu.actions(), self._words, strict=False):
            row.setChecked(own == value)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = f"{self._name}: {self._words.get(self.chosen, self.chosen)}"
        self.setText(words)
        self.setAccessibleName(words)
