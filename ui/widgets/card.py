"""A card: a heading with a line under it, and what it is about below; never scrolls by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label, rule

TURNED = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


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
        line.setSpacing(dressed.space("s"))
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
        padded = _Padded(widgets, apart)
        self.add(padded)
        padded.follow()


class _Padded(QWidget):
    """Widgets away from the edge; where all of them are hidden, their room goes with them."""

    def __init__(self, widgets: Sequence[QWidget], apart: str) -> None:
        super().__init__()
        dressed = theme.current()
        self._widgets = widgets
        column = QVBoxLayout(self)
        column.setContentsMargins(
            dressed.space("l"), dressed.space("m"), dressed.space("l"), dressed.space("m")
        )
        column.setSpacing(dressed.space(apart))
        for widget in widgets:
            column.addWidget(widget)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TURNED and self.parentWidget() is not None:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Be there as long as anything inside is."""
        self.setHidden(all(widget.isHidden() for widget in self._widgets))
