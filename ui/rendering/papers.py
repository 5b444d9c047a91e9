"""What a document is to the process that opens it: pages, each a picture and its words."""

import math
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from app.document_bounds import MOST_PAGES, TALLEST, WIDEST
from ui.rendering.pictures import decoded, encoded
from ui.rendering.refusal import RefusedError
from ui.rendering.texts import PAGE, drawn, laid


class Paper(Protocol):
    """An open document; `kept` is what is kept of it, None for the very bytes."""

    @property
    def pages(self) -> int: ...

    def picture(self, number: int, width: int) -> QImage: ...

    def words(self, number: int) -> str: ...

    def kept(self) -> bytes | None: ...


class PdfPaper:
    """A PDF; its bytes stay in memory, and nothing in it is ever run or followed."""

    def __init__(self, body: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(body))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        wrong = self._document.error()
        if wrong in (
            QPdfDocument.Error.IncorrectPassword,
            QPdfDocument.Error.UnsupportedSecurityScheme,
        ):
            raise RefusedError("document.locked")
        if self.pages > MOST_PAGES:
            raise RefusedError("document.too-many-pages")

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    def picture(self, number: int, width: int) -> QImage:
        size = fitted(self._document.pagePointSize(number), width)
        page = self._document.render(number, size)
        return _on_white(page, size)

    def words(self, number: int) -> str:
        return self._document.getAllText(number).text()

    def kept(self) -> None:
        return None


class PicturePaper:
    """A picture, which has one page."""

    pages = 1

    def __init__(self, body: bytes, media: str) -> None:
        self._image, self._media = decoded(body, media), media

    def picture(self, _number: int, width: int) -> QImage:
        size = fitted(QSizeF(self._image.size()), width)
        mode = Qt.TransformationMode.SmoothTransformation
        return self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)

    def words(self, _number: int) -> str:
        return ""

    def kept(self) -> bytes:
        return encoded(self._image, self._media)


class TextPaper:
    """Plain text, laid out on pages."""

    def __init__(self, body: bytes) -> None:
        self._sheets = laid(body.decode())
        if self.pages > MOST_PAGES:
            raise RefusedError("document.too-many-pages")

    @property
    def pages(self) -> int:
        return len(self._sheets)

    def picture(self, number: int, width: int) -> QImage:
        return drawn(self._sheets[number], fitted(PAGE, width))

    def words(self, number: int) -> str:
        return "\n".join(self._sheets[number])

    def kept(self) -> None:
        return None


def opened(media: str, body: bytes) -> Paper:
    """Return `body` as an open document.

    Raises:
        RefusedError: it cannot be shown.
    """
    if media == "pdf":
        return PdfPaper(body)
    return TextPaper(body) if media == "text" else PicturePaper(body, media)


def fitted(page: QSizeF, width: int) -> QSize:
    """Return the size of a picture as wide as wanted, where it is no larger than it may be."""
    wide, tall = page.width(), page.height()
    if not (math.isfinite(wide) and math.isfinite(tall)) or min(wide, tall) <= 0:
        raise RefusedError("document.not-shown")
    scale = min(min(width, WIDEST) / wide, TALLEST / tall)
    return QSize(max(1, int(wide * scale)), max(1, int(tall * scale)))


def _on_white(page: QImage, size: QSize) -> QImage:
    """Return a page on paper: where it has drawn nothing, it is see-through."""
    if page.isNull():
        raise RefusedError("document.not-shown")
    paper = QImage(size, QImage.Format.Format_RGB888)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    return paper
