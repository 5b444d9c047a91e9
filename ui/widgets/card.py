"""A card: a heading with a line under it, and what it is about below; never scrolls by itself."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label, rule


class Card(QFrame):
    """A framed part of a page with its name."""

    def __init__(self, heading: str, aside: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(heading)
        dressed = theme.current()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 1)
        self._column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(dressed.size("card_head"))
        self.head = line = QHBoxLayout(head)
        line.setContentsMargins(dressed.space("l"), 0, dressed.space("l"), 0)
        line.addWidget(label(heading, "strong"))
        self.aside = label(aside, "quiet")
        line.addWidget(self.aside)
        line.addStretch(1)
        self._column.addWidget(head)
        self._column.addWidget(rule())

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is there, from edge to edge."""
        self._column.addWidget(widget)

    def add_padded(self, *widgets: QWidget, apart: str = "s") -> None:
        """Put widgets below one another, away from the edge and a space from each other."""
        dressed = theme.current()
        padded = QWidget()
        column = QVBoxLayout(padded)
        column.setContentsMargins(
            dressed.space("l"), dressed.space("m"), dressed.space("l"), dressed.space("m")
        )
        column.setSpacing(dressed.space(apart))
        for widget in widgets:
            column.addWidget(widget)
        self.add(padded)
