"""Pictures from outside: opened with bounds, and written anew with nothing but what is seen.

Where and when a photograph was taken, with what, and its small copy: none of that is kept. It is
turned as it was held, and its colours become those of every screen.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from app.document_bounds import MOST_BYTES, MOST_PIXELS
from ui.rendering.refusal import RefusedError

JPEG = "jpeg"
# In megabytes: what Qt may take for one picture, at up to eight bytes a pixel.
MOST_MEMORY = 330
# How a picture is written, the first that is not too large.
GOOD, SMALLER = 92, 80


def decoded(body: bytes, media: str) -> QImage:
    """Return the picture as it is seen, turned as it was held.

    Raises:
        RefusedError: it has too many pixels, or is none.
    """
    QImageReader.setAllocationLimit(MOST_MEMORY)
    buffer = QBuffer()
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, media.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()  # read from the head, before anything is unpacked
    if size.width() * size.height() > MOST_PIXELS:
        raise RefusedError("document.too-many-pixels")
    found = reader.read()
    if found.isNull():
        raise RefusedError("document.not-shown")
    return _only_seen(found)


def encoded(image: QImage, media: str) -> bytes:
    """Return `image` as a file of the same sort, or as a JPEG where that would be too large.

    Raises:
        RefusedError: it is too large as well.
    """
    for sort, quality in ((media, GOOD), (JPEG, SMALLER)):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        best = quality if sort == JPEG else -1
        image.save(buffer, sort.upper(), best)  # type: ignore[call-overload]  # a device
        body = bytes(buffer.data().data())
        if 0 < len(body) <= MOST_BYTES:
            return body
    raise RefusedError("document.too-large")


def _only_seen(image: QImage) -> QImage:
    """Return a new picture on white with the same dots, and nothing else of the old one."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    bare = QImage(image.size(), QImage.Format.Format_RGB888)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    # Placed by its pixels: a picture that claims another density would be drawn at another size.
    painter.drawImage(bare.rect(), image)
    painter.end()
    return bare
