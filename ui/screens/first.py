"""The page of a machine that remembers no record: make one, open or restore one, or learn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.wording import say
from ui import actions, theme
from ui.actions import Action
from ui.widgets.labels import centred, label, picture, rule, scrolled

MAKE = Action("make-record", "Ctrl+N", "plus")
RESTORE = Action("restore-first", "Ctrl+R", "hard-drive")
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FirstScreen(QWidget):
    """Four ways on: a new record, one that is there, one in a backup, or the sample court."""

    new_wanted = Signal()
    record_wanted = Signal()
    demo_wanted = Signal()
    restore_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.make = actions.button(MAKE, self.new_wanted.emit, look="primary")
        self.open = actions.button(actions.OPEN, self.record_wanted.emit)
        self.restore = actions.button(RESTORE, self.restore_wanted.emit)
        self.demo = actions.button(actions.DEMO, self.demo_wanted.emit)
        dressed = theme.current()
        page = scrolled(self)
        page.addStretch(1)
        page.addLayout(centred(self._card()))
        page.addStretch(1)
        page.setContentsMargins(*[dressed.space("xl")] * 4)

    def focus_first(self) -> None:
        self.make.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _card(self) -> QFrame:
        dressed = theme.current()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(dressed.size("unlock_card") + dressed.size("button") * 4)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("m"))
        head = QHBoxLayout()
        head.addWidget(picture("signpost", "accent", "icon_figure"))
        head.addWidget(label(say("window.name"), "figure"), 1)
        column.addLayout(head)
        column.addWidget(label(say("first.what"), wraps=True))
        column.addWidget(label(say("first.none"), "quiet", wraps=True))
        for buttons in ((self.make,), (self.open, self.restore), (self.demo,)):
            line = QHBoxLayout()
            line.setSpacing(dressed.space("s"))
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        self.help = actions.link(say("window.unlock.help"), self.help_wanted.emit)
        column.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule())
        column.addWidget(label(say("first.windows"), "quiet", wraps=True))
        return card
