"""The box in which people are found as somebody types, and from which the list is reached."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.wording import say
from ui import actions, icons, theme
from ui.widgets.labels import key_cap

DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}


class SearchBox(QLineEdit):
    """Words to find; Down goes into the list, Enter opens its first row, Esc empties the box."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed = theme.current()
        self.setPlaceholderText(say("window.search"))
        self.setAccessibleName(say("window.search"))
        self.setToolTip(actions.FIND.told())
        self.setMaxLength(100)
        glass = QAction(icons.icon("search", "quiet"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._keys = key_cap(actions.FIND.shortcut)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, dressed.space("s"), 0)
        line.addStretch(1)
        line.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._show_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in DOWN:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show_keys(self, text: str) -> None:
        self._keys.setVisible(not text)
