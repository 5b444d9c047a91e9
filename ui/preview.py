"""A finished page on the screen, straight from memory: no file, not even for a moment."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import say
from ui import theme


class Preview(QWidget):
    """Shows the pages of one document, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("window.report.preview"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # Children die in the order of their birth. A view that outlives its document, or holds it
        # as a child, takes the program with it; a document reads from its buffer to the end.
        self._view = QPdfView(self)
        self._pages = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._dress()
        self._view.setDocument(self._pages)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)

    @property
    def pages(self) -> int:
        return self._pages.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show `pdf` in place of what was shown before."""
        self._pages.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pages.load(self._buffer)

    def _dress(self) -> None:
        dressed = theme.current()
        ground = self._view.palette()
        # Darker than the page around it, so that the edges of white paper are seen.
        ground.setColor(QPalette.ColorRole.Dark, dressed.colour("window"))
        self._view.setPalette(ground)
        self._view.setAccessibleName(self.accessibleName())
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setPageSpacing(dressed.space("m"))
