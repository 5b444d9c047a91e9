"""One question on the page: its words, the control that answers it, help, and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label, marked


class Question(QWidget):
    """Says what it is, to eyes and to a screen reader alike.

    `field` takes the keys and stands in `part`, if it is not all of it. The sentence about a
    mistake stands below in place of the help, or in the line of the field with `beside`.
    """

    def __init__(
        self,
        words: str,
        part: QWidget,
        help_: str = "",
        *,
        field: QWidget | None = None,
        beside: bool = False,
    ) -> None:
        super().__init__()
        self.field = field or part
        self._help, self._beside = help_, beside
        self._told = label(help_, "small", wraps=True)
        self._words = label("", "problem", wraps=True)
        self._mistake = marked(self._words)
        self.column, self.head, self.line = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._build(words, part)
        self.tell("")
        if isinstance(self.field, QLineEdit):
            # What is typed anew is looked at anew.
            self.field.textEdited.connect(lambda _text: self.tell(""))

    @property
    def mistake(self) -> str:
        return self._words.text()

    def tell(self, mistake: str) -> None:
        """Say what is wrong with the answer; nothing takes it away."""
        self._words.setText(mistake)
        self._mistake.setVisible(bool(mistake))
        self._told.setVisible(bool(self._help) and (self._beside or not mistake))
        self.field.setAccessibleDescription(mistake or self._help)

    def focus(self) -> None:
        # As Tab does, so that what stands there is marked and typed over.
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, words: str, part: QWidget) -> None:
        dressed = theme.current()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(dressed.space("xs"))
        self.head.setSpacing(dressed.space("s"))
        self.line.setSpacing(dressed.space("m"))
        if words:
            name = label(words, "field")
            name.setBuddy(self.field)
            self.head.addWidget(name)
            self.column.addLayout(self.head)
            self.field.setAccessibleName(words)
        self.line.addWidget(part, 1)
        if self._beside:
            self.line.addWidget(self._mistake, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self.line)
        if not self._beside:
            self.column.addWidget(self._mistake)
        self.column.addWidget(self._told)
