"""A part of a page that is as high as its words need at the width they have.

A page that scrolls gives its parts their least height, and Qt's least height knows nothing of words
that take another line.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme


class Tall(QWidget):
    """A column that is never cut at its foot; not wider than lines are read well."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(theme.current().size("field") * 2)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.current().space("l"))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stretch()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        needed = self.column.heightForWidth(self.width())
        if needed > 0 and needed != self.minimumHeight():
            self.setMinimumHeight(needed)
