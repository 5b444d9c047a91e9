"""What every screen is: a page that wants other places, tells what happened, and can be dropped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import sentence
from app.events import Changed
from models.errors import Trouble
from ui import failures, theme
from ui.widgets import reading_order
from ui.widgets.banner import Banner
from ui.widgets.labels import rule, scrolled


class Page(QWidget):
    """A screen inside the window, with its banner at the top."""

    shown = Signal()  # what was asked for last stands on the page
    wants = Signal(str, object)  # a place, and what it is about
    hints = Signal(str)
    saved = Signal(str, object)  # what was saved, and the call that takes it back, if any
    stands = Signal(object)  # which part of the page is shown, for the way back
    left = Signal()  # back to where somebody came from

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        self.banner = Banner()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.column = QVBoxLayout()
        self._edge = edge = dressed.space("xl")
        self.column.setContentsMargins(edge, dressed.space("l"), edge, edge)
        self.column.setSpacing(dressed.space("m"))
        self.column.addWidget(self.banner)
        self._outer.addLayout(self.column, 1)
        self.shown.connect(lambda: reading_order.follow(self))

    def scroll_below(self) -> tuple[QWidget, QVBoxLayout]:
        """Return what scrolls below the head of the page, and its column.

        It reaches to the side and to the foot of the window, so that its bar stands in the edge.
        """
        body = QWidget()
        column = scrolled(body, self._edge)
        dressed = theme.current()
        # A part of the space below the head stays free when the rest has scrolled away.
        column.setContentsMargins(self._edge, dressed.space("xs"), self._edge, self._edge)
        column.setSpacing(dressed.space("l"))
        self.column.setContentsMargins(
            self._edge, dressed.space("l"), self._edge, dressed.space("s")
        )
        self._outer.setStretchFactor(self.column, 0)
        self._outer.addWidget(body, 1)
        return body, column

    def stand_below(self, line: QHBoxLayout) -> QWidget:
        """Return the foot of the page: `line`, behind a rule, below what scrolls."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        gap = theme.current().space("m")
        line.setContentsMargins(self._edge, gap, self._edge, gap)
        column.addLayout(line)
        self._outer.addWidget(foot)
        return foot

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def heed(self, change: Changed) -> None:
        """Read anew where something that the page shows has changed; most pages show facts once."""

    def leave(self) -> None:
        """Do what must be done before the page goes: nothing, or keep what was typed."""

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed on the page is in the record, saved or as a draft."""
        return True

    def fail(self, error: Exception) -> None:
        """Say what the world did; what is our own fault goes to the report window."""
        if isinstance(error, Trouble):
            self.banner.tell("problem", sentence(error))
        else:
            failures.show(error)
