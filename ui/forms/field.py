"""A question whose answer is kept as text, as it was typed: what forms and the court day ask."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ui.forms.inputs import Made
from ui.widgets.labels import key_cap
from ui.widgets.question import Question


class Field(Question):
    """Shows one input; `edited` says that a person changed it, `keys` lead to it from anywhere."""

    edited = Signal()

    def __init__(
        self, words: str, made: Made, help_: str = "", *, keys: str = "", beside: bool = False
    ) -> None:
        super().__init__(words, made, help_, field=made.widget, beside=beside)
        self.input = made
        if keys:
            self.head.addStretch(1)
            self.head.addWidget(key_cap(keys))
            QShortcut(QKeySequence(keys), self).activated.connect(self.focus)
        made.edited.connect(self._edit)

    def text(self) -> str:
        return self.input.text()

    def put(self, text: str) -> None:
        """Show an answer; nobody has edited it by that."""
        self.input.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.input.put(text)
        self.input.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _edit(self) -> None:
        if self.mistake:
            self.tell("")
        self.edited.emit()
