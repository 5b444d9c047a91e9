"""What stands over everything when somebody hides it: the name of the program and nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.wording import say
from ui import actions, theme
from ui.widgets.labels import label, picture


class Cover(QWidget):
    """Esc, or the keys that hid the page, bring it back; anything else says so."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("window.name"))
        self.setAccessibleDescription(say("window.hidden"))
        dressed = theme.current()
        name = QHBoxLayout()
        name.setSpacing(dressed.space("m"))
        name.addStretch(1)
        name.addWidget(picture("signpost", "accent", "icon_figure"))
        name.addWidget(label(say("window.name"), "figure"))
        name.addStretch(1)
        self.told = label("", "quiet")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(dressed.space("m"))
        column.addStretch(1)
        column.addLayout(name)
        column.addWidget(self.told)
        column.addStretch(1)
        actions.shortcut(actions.HIDE, self, self.ended.emit)

    def begin(self) -> None:
        """Say nothing until somebody asks."""
        self.told.setText("")
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            self._tell()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._tell()

    def focusNextPrevChild(self, _forwards: bool) -> bool:  # noqa: FBT001 - Qt's own
        return False

    def _tell(self) -> None:
        self.told.setText(say("window.hidden"))
