"""One question of a step: its words, its field, help under it, and the mistake beside it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label


class Row(QWidget):
    """A field that says what it is, to eyes and to a screen reader alike."""

    def __init__(self, words: str, field: QWidget, help_: str = "", beside: QWidget | None = None):
        super().__init__()
        self.field = field
        self._help = help_
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("xs"))
        head = label(words, "field")
        head.setBuddy(field)
        field.setAccessibleName(words)
        field.setAccessibleDescription(help_)
        column.addWidget(head)
        column.addLayout(_line(field, beside))
        self._told = label(help_, "small", wraps=True)
        self._mistake = label("", "problem", wraps=True)
        column.addWidget(self._told)
        column.addWidget(self._mistake)
        self._told.setVisible(bool(help_))
        self._mistake.hide()
        if isinstance(field, QLineEdit):
            # What is typed anew is looked at anew.
            field.textEdited.connect(lambda _text: self.tell(""))

    @property
    def mistake(self) -> str:
        return self._mistake.text()

    def tell(self, mistake: str) -> None:
        """Say what is wrong beside the field, in place of its help; nothing takes it away."""
        self._mistake.setText(mistake)
        self._mistake.setVisible(bool(mistake))
        self._told.setVisible(bool(self._help) and not mistake)
        self.field.setAccessibleDescription(mistake or self._help)


def _line(field: QWidget, beside: QWidget | None) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.current().space("s"))
    line.addWidget(field, 1)
    if beside is not None:
        line.addWidget(beside)
    return line
