"""A question with an input of its own, on the page like every other: label, mistake, names."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import say
from ui import theme
from ui.forms.ask import Special
from ui.widgets.labels import label


class SpecialRow(QWidget):
    """Shows one such question."""

    edited = Signal()

    def __init__(self, special: Special, today: date) -> None:
        super().__init__()
        self.special = special
        self.input = special.make(today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("xs"))
        words, widget = say(f"form.special.{special.key}"), self.input.widget
        head = label(words, "field")
        head.setBuddy(widget)
        widget.setAccessibleName(widget.accessibleName() or words)
        self._mistake = label("", "problem", wraps=True)
        self._mistake.hide()
        for widget in (head, self._mistake, self.input):
            column.addWidget(widget)
        self.input.edited.connect(self._edit)

    def text(self) -> str:
        text: str = self.input.text()
        return text

    def put(self, text: str) -> None:
        self.input.put(text)

    def tell(self, sentence: str) -> None:
        self._mistake.setText(sentence)
        self._mistake.setVisible(bool(sentence))
        self.input.widget.setAccessibleDescription(sentence)

    def focus(self) -> None:
        self.input.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        self.tell("")
        self.edited.emit()
