"""Asks for the passphrase that a saved page will open with; it is given on and kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import sentence
from app.wording import say
from models.errors import Trouble
from reports import protecting
from ui import actions, failures, theme
from ui.actions import Action
from ui.widgets.labels import label, scrolled
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.question import Question

PROTECT = Action("protect", "", "lock")
# The part of the window that the box covers at most, and its form where there is room.
SHARE = 0.95
TALL = 0.75


class ProtectBox(QDialog):
    """Five words or a passphrase of one's own, typed twice; Esc, or its button, leaves it."""

    taken = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("window.name"))
        self.setAccessibleName(say("protected.title"))
        self.new = NewPassphrase()
        self.go_on = actions.button(PROTECT, self.new.check, look="primary")
        self.cancel = actions.button(actions.CANCEL, self.reject)
        self.doing = label("", "quiet", wraps=True)
        self._build(window)
        self.new.taken.connect(self._take)
        self.new.refused.connect(_point_at)
        self.new.failed.connect(failures.show)
        self.new.working.connect(self.doing.setText)
        for field in (self.new.back, self.new.typed, self.new.again):
            field.returnPressed.connect(self.new.check)
        self.new.back.setFocus()

    def _build(self, window: QWidget) -> None:
        dressed = theme.current()
        edge = dressed.space("xl")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, edge, 0, edge)
        column.setSpacing(dressed.space("m"))
        body = QWidget()
        inside = scrolled(body, edge)
        inside.setContentsMargins(edge, 0, edge, 0)
        inside.setSpacing(dressed.space("m"))
        inside.addWidget(label(say("protected.title"), "title"))
        for key in ("protected.what", "protected.how"):
            inside.addWidget(label(say(key), wraps=True))
        inside.addWidget(self.new)
        inside.addStretch(1)
        column.addWidget(body, 1)
        line = QHBoxLayout()
        line.setContentsMargins(edge, 0, edge, 0)
        line.setSpacing(dressed.space("s"))
        for part, stretch in ((self.go_on, 0), (self.cancel, 0), (self.doing, 1)):
            line.addWidget(part, stretch)
        column.addLayout(line)
        wide = min(dressed.size("manual"), int(window.width() * SHARE))
        self.resize(wide, min(int(wide * TALL), int(window.height() * SHARE)))

    def _take(self, typed: str) -> None:
        try:
            protecting.normal(typed)
        except Trouble as trouble:
            row = self.new.rows["typed" if self.new.is_own else "back"]
            _point_at(row, sentence(trouble))
            return
        self.taken.emit(typed)
        self.accept()


def _point_at(row: Question, words: str) -> None:
    row.tell(words)
    row.focus()
