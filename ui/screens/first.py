"""The page of a machine that remembers no record: what it can do now, and nothing it cannot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui import actions, theme
from ui.widgets.labels import centred, label, picture, rule, scrolled


class FirstScreen(QWidget):
    """Two ways on: a record that is there already, or the sample court."""

    record_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        page = scrolled(self)
        page.addStretch(1)
        page.addLayout(centred(self._card()))
        page.addStretch(1)
        page.setContentsMargins(*[dressed.space("xl")] * 4)

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
        column.addWidget(label(say("window.first.what"), wraps=True))
        self.demo = actions.button(actions.DEMO, self.demo_wanted.emit, look="primary")
        self.open = actions.button(actions.OPEN, self.record_wanted.emit)
        line = QHBoxLayout()
        line.addWidget(self.demo)
        line.addWidget(self.open)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(rule())
        column.addWidget(label(say("window.first.new"), "quiet", wraps=True))
        column.addWidget(label(say("window.first.windows"), "quiet", wraps=True))
        return card

    def focus_first(self) -> None:
        self.demo.setFocus()
