"""Icons of one open set, tinted with the colour of the word they stand beside."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from app import paths
from ui import theme

# Thinner lines at larger sizes, so that all icons look equally heavy.
STROKES = {"icon": "2", "icon_large": "1.75", "icon_figure": "2"}
SHARPEST = 2  # device pixels a pixel that an icon is drawn for


def icon(name: str, tone: str = "text", size: str = "icon") -> QIcon:
    """Return the icon `name` in the colour `tone`."""
    return QIcon(pixmap(name, tone, size))


def sized(name: str, button: QAbstractButton, tone: str = "text") -> None:
    """Put an icon on a button, as large as the tokens say."""
    side = theme.current().size("icon")
    button.setIconSize(QSize(side, side))
    button.setIcon(icon(name, tone))


def pixmap(name: str, tone: str = "text", size: str = "icon") -> QPixmap:
    """Return the icon as a picture, drawn sharply for dense screens too."""
    dressed = theme.current()
    return _drawn(name, dressed.hex(tone), dressed.size(size), STROKES[size])


@cache
def _drawn(name: str, colour: str, side: int, stroke: str) -> QPixmap:
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    drawn = QPixmap(side * SHARPEST, side * SHARPEST)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(SHARPEST)
    return drawn
