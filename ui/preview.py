"""A finished page on the screen, straight from memory: no file, not even for a moment."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from app.wording import say
from ui import theme


class Preview(QPdfView):
    """Shows the pages of one document, as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        dressed = theme.current()
        self.setAccessibleName(say("window.report.preview"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Dark, dressed.colour("page"))
        self.setPalette(ground)
        self.setPageSpacing(dressed.space("m"))
        # The buffer lives as long as the document that reads from it.
        self._buffer = QBuffer(self)
        self._pages = QPdfDocument(self)
        self.setDocument(self._pages)

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
