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


def icon(name: str, tone: str = "text", size: str = "icon", *, apart: int = 0) -> QIcon:
    """Return the icon `name` in the colour `tone`, quieter where it can do nothing.

    `apart` is how much is left free between it and the words behind it; less than nothing where
    the words stand before it.
    """
    made = QIcon(pixmap(name, tone, size, apart))
    made.addPixmap(pixmap(name, "quiet", size, apart), QIcon.Mode.Disabled)
    return made


def sized(name: str, button: QAbstractButton, tone: str = "text", size: str = "icon") -> None:
    """Put an icon on a button, as large as the tokens say and a space away from its words."""
    dressed = theme.current()
    # Qt keeps icon and words four pixels apart, at every size of letters.
    apart = dressed.space("xs") if button.text() else 0
    side = dressed.size(size)
    before = button.layoutDirection() is Qt.LayoutDirection.LeftToRight
    button.setIconSize(QSize(side + apart, side))
    button.setIcon(icon(name, tone, size, apart=apart if before else -apart))


def pixmap(name: str, tone: str = "text", size: str = "icon", apart: int = 0) -> QPixmap:
    """Return the icon as a picture, drawn sharply for dense screens too."""
    dressed = theme.current()
    return _drawn(name, dressed.hex(tone), dressed.size(size), STROKES[size], apart)


@cache
def _drawn(name: str, colour: str, side: int, stroke: str, apart: int) -> QPixmap:
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    drawn = QPixmap((side + abs(apart)) * SHARPEST, side * SHARPEST)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(
        painter, QRectF(max(0, -apart) * SHARPEST, 0, side * SHARPEST, side * SHARPEST)
    )
    painter.end()
    drawn.setDevicePixelRatio(SHARPEST)
    return drawn
