"""A wide column and a narrow one beside it; below one another where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import theme


class Sides(QWidget):
    """Fill `main` and `side`, then `finish`."""

    def __init__(self) -> None:
        super().__init__()
        dressed = theme.current()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(dressed.space("l"))
        self._side = QWidget()
        self.main, self.side = QVBoxLayout(), QVBoxLayout(self._side)
        self.side.setContentsMargins(0, 0, 0, 0)
        for column in (self.main, self.side):
            column.setSpacing(dressed.space("l"))
        self._across.addLayout(self.main, 1)
        self._across.addWidget(self._side)
        self._set()

    def finish(self) -> None:
        """Keep what is in the columns at their top."""
        self.main.addStretch(1)
        self.side.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()

    def _set(self) -> None:
        dressed = theme.current()
        narrow = self.width() < dressed.size("stacks_below")
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else dressed.size("side_column"))
        self._side.setMaximumWidth(max(1, self.width()) if narrow else dressed.size("side_column"))
