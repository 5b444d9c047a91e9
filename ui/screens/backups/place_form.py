"""Two questions about a stick or folder: its name, and where it is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.backup.places import LONGEST_KEPT_AT, LONGEST_LABEL, PlaceFacts
from app.wording import say
from ui import actions, theme
from ui.widgets.question import Question


class PlaceForm(QWidget):
    """Stands below its place; Save keeps both answers."""

    saved = Signal(str, str)
    removed = Signal()
    closed = Signal()

    def __init__(self, place: PlaceFacts) -> None:
        super().__init__()
        self.name, self.kept_at = QLineEdit(place.label), QLineEdit(place.kept_at or "")
        self.name.setMaxLength(LONGEST_LABEL)
        self.kept_at.setMaxLength(LONGEST_KEPT_AT)
        self.row = _question("name", self.name)
        self.save = actions.button(
            actions.SAVE, lambda: self.saved.emit(self.name.text(), self.kept_at.text())
        )
        self.remove = actions.button(actions.REMOVE_PLACE, self.removed.emit)
        self.cancel = actions.button(actions.CANCEL, self.closed.emit)
        dressed = theme.current()
        column = QVBoxLayout(self)
        edge = dressed.space("l")
        column.setContentsMargins(edge, dressed.space("s"), edge, dressed.space("m"))
        column.setSpacing(dressed.space("m"))
        asked = QHBoxLayout()
        asked.setSpacing(dressed.space("l"))
        asked.addWidget(self.row, 1)
        asked.addWidget(_question("kept-at", self.kept_at), 1)
        line = QHBoxLayout()
        line.setSpacing(dressed.space("s"))
        line.addWidget(self.save)
        line.addWidget(self.cancel)
        line.addStretch(1)
        line.addWidget(self.remove)
        column.addLayout(asked)
        column.addLayout(line)

    def focus(self) -> None:
        self.row.focus()

    def refuse(self, mistake: str) -> None:
        """Say what is wrong with the name."""
        self.row.tell(mistake)
        self.row.focus()


def _question(key: str, line: QLineEdit) -> Question:
    return Question(say(f"backups.place.{key}"), line, say(f"backups.place.{key}.help"))
