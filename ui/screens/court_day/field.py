"""One field in a narrow column: label, input, and below it the sentence about a mistake."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.forms.inputs import ChoiceInput, DayInput, TextInput, WordsInput
from ui.widgets.labels import key_cap, label

Made = WordsInput | DayInput | ChoiceInput | TextInput


class Field(QWidget):
    """A question of the court day; `keys` go to it from wherever one is."""

    edited = Signal()

    def __init__(self, words: str, made: Made, keys: str = "") -> None:
        super().__init__()
        self.input = made
        head = label(words, "field")
        head.setBuddy(made.widget)
        made.widget.setAccessibleName(words)
        self._mistake = label("", "problem", wraps=True)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("xs"))
        line = QHBoxLayout()
        line.addWidget(head, 1)
        if keys:
            line.addWidget(key_cap(keys))
            QShortcut(QKeySequence(keys), self).activated.connect(self.focus)
        column.addLayout(line)
        column.addWidget(made)
        column.addWidget(self._mistake)
        column.addStretch(1)
        if isinstance(made, DayInput):
            made.told.setWordWrap(True)
        made.edited.connect(self._edit)

    def text(self) -> str:
        return self.input.text()

    def put(self, text: str) -> None:
        """Show an answer; nobody has edited it by that."""
        self.input.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.input.put(text)
        self.input.blockSignals(False)  # noqa: FBT003 - Qt's own

    def tell(self, sentence: str) -> None:
        self._mistake.setText(sentence)
        self._mistake.setVisible(bool(sentence))
        self.input.widget.setAccessibleDescription(sentence)

    def focus(self) -> None:
        self.input.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_lines(self, lines: int) -> None:
        """Make room for so many lines of words."""
        if isinstance(self.input, WordsInput):
            dressed = theme.current()
            high = lines * dressed.scaled(theme.TYPES["base"][1])
            self.input.setFixedHeight(high + 2 * dressed.space("s"))

    def _edit(self) -> None:
        self.tell("")
        self.edited.emit()
