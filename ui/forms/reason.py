"""Why something that was on file is changed: asked as soon as one answer replaces another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.wording import say
from ui import theme
from ui.widgets.labels import label


class Reason(QWidget):
    """One line of text, hidden until it is needed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, dressed.space("m"), 0, 0)
        column.setSpacing(dressed.space("xs"))
        self.line = QLineEdit()
        self.line.setObjectName("reason")
        self.line.setMaximumWidth(dressed.size("field_words"))
        self.line.setAccessibleName(say("form.reason"))
        self.line.setAccessibleDescription(say("form.reason.help"))
        head = label(say("form.reason"), "field")
        head.setBuddy(self.line)
        self._mistake = label("", "problem", wraps=True)
        across = QHBoxLayout()
        across.setSpacing(dressed.space("m"))
        across.addWidget(self.line, 3)
        across.addWidget(self._mistake, 2)
        column.addWidget(head)
        column.addLayout(across)
        column.addWidget(label(say("form.reason.help"), "small", wraps=True))
        self.line.textChanged.connect(self._edit)
        self.hide()

    def text(self) -> str:
        return self.line.text().strip()

    def put(self, text: str) -> None:
        self.line.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.line.setText(text)
        self.line.blockSignals(False)  # noqa: FBT003 - Qt's own

    def tell(self, sentence: str) -> None:
        self._mistake.setText(sentence)

    def focus(self) -> None:
        self.line.setFocus()

    def _edit(self) -> None:
        self.tell("")
        self.edited.emit()
