"""The manual in a box of its own, for pages before a record is open; what stands there stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.wording import say
from ui import actions, theme
from ui.actions import Action
from ui.screens.manual import ManualScreen

CLOSE = Action("close-manual", "", "x")
# The part of the window that the box covers at most.
SHARE = 0.95


class ManualBox(QDialog):
    """One page at a time; Esc, or its button, closes it."""

    def __init__(self, window: QWidget, key: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("window.action.manual"))
        dressed = theme.current()
        # As wide as the text is read well, with the same edge at both sides.
        needed = dressed.size("manual") + 2 * dressed.space("xl")
        self.resize(min(needed, int(window.width() * SHARE)), int(window.height() * SHARE))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, dressed.space("l"))
        self.page = ManualScreen(key)
        self.close_ = actions.button(CLOSE, self.reject)
        self._column.addWidget(self.page, 1)
        self._column.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignHCenter)
        self._follow()

    def _follow(self) -> None:
        self.page.wants.connect(self._turn)
        self.page.focus_first()

    def _turn(self, _place: str, key: object) -> None:
        """Go to another page of the manual, which is all that one can go to from here."""
        before, self.page = self.page, ManualScreen(str(key))
        self._column.replaceWidget(before, self.page)
        before.hide()
        before.deleteLater()
        self._follow()
