"""The one window: a cover before the record is open, the shell after; never a name outside it."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.settings import Settings
from app.wording import say
from ui import dialogs, icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

# Width and height at 100 %, and what they never grow over: a court laptop less its bars.
SMALLEST = ((640, 1280), (420, 640))


class MainWindow(QMainWindow):
    """Shows one thing at a time and drops what it showed before."""

    close_wanted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle(say("window.name"))
        self.setWindowIcon(icons.icon("signpost", "accent", "icon_figure"))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        dressed = theme.current()
        width, height = (min(dressed.scaled(side), most) for side, most in SMALLEST)
        self.setMinimumSize(width, height)
        self.resize(settings.width, settings.height)
        self._may_close = False
        self.asks_first: Callable[[], bool] = lambda: False

    @property
    def shown(self) -> QWidget:
        return cast("QWidget", self._stack.currentWidget())

    def put(self, widget: QWidget) -> None:
        """Show `widget` and drop whatever was shown before, with all that was on it."""
        self.cover(widget)
        self._drop(self._stack.count() - 1, first=0)

    def cover(self, widget: QWidget) -> None:
        """Show `widget` over whatever is shown, which stays as it is behind it."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def uncover(self) -> None:
        """Show again what was covered, and drop every cover."""
        self._stack.setCurrentIndex(0)
        self._drop(self._stack.count() - 1, first=1)

    def _drop(self, many: int, *, first: int) -> None:
        for _ in range(many):
            widget = cast("QWidget", self._stack.widget(first))
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def tell(self, sentence: str) -> None:
        """Say what the world did, on the page that is shown, or in a box before one is."""
        from ui.widgets.page import Page  # noqa: PLC0415 - loads the database

        page = getattr(self.shown, "page", None)
        if isinstance(page, Page):
            page.banner.tell("problem", sentence)
        else:
            dialogs.tell(self, say("window.failed"), sentence)

    def report(self, text: str, kept: Path | None) -> None:
        """Say that the program itself went wrong, with its report."""
        where = say("window.fault.kept", report=kept) if kept else say("window.fault.not-kept")
        dialogs.tell_report(self, where, text)

    def let_close(self) -> None:
        """Close for good; what was open is closed."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        if not self.asks_first():
            self.leave()

    def leave(self) -> None:
        """Go; the record is closed in order first, behind a window that has gone already."""
        self.hide()
        self.close_wanted.emit()
