"""The box in which something is found as somebody types: the window's own, and a list's filter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.wording import say
from ui import theme
from ui.actions import Action
from ui.widgets.labels import key_cap, picture

DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}


class SearchBox(QLineEdit):
    """Words to find; Down goes into what was found, Esc empties the box.

    The key cap at its end says which keys lead here, and how to get out while words stand in it.
    """

    left_downwards = Signal()

    def __init__(self, prompt: str, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed = theme.current()
        self._action = action
        self.setPlaceholderText(say(prompt))
        self.setAccessibleName(say(prompt))
        self.setToolTip(action.told())
        self.setMaxLength(100)
        self.keys = key_cap(action.keys)
        line = QHBoxLayout(self)
        line.setContentsMargins(dressed.space("m"), 0, dressed.space("s"), 0)
        line.addWidget(picture("search", "quiet"))
        line.addStretch(1)
        line.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._show_keys)
        self._show_keys("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in DOWN:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show_keys(self, text: str) -> None:
        escape = QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText)
        self.keys.setText(escape if text else self._action.keys)
        # No words run under the glass or the key cap.
        dressed = theme.current()
        room = self.keys.sizeHint().width() + dressed.space("xs")
        self.setTextMargins(dressed.space("xl"), 0, room, 0)
