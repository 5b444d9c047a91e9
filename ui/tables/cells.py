"""How a row is painted: icon, words, quieter words; the chosen row has a bar as well as a tint.

A whole row is painted at once, not cell by cell through a delegate: a list is painted anew on
every key that somebody types into the search box, and the calls around ninety cells cost more than
their words.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui import icons, theme
from ui.tables.rows import Cell
from ui.theme import Theme

# A size of letters, and whether they are strong.
Kind = tuple[str, bool]
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowPainter:
    """Paints rows from the tokens and nothing else."""

    def __init__(self, painter: QPainter, *, focused: bool) -> None:
        self._painter = painter
        self._dressed = dressed = theme.current()
        # Without the focus the chosen row goes grey; its bar stays.
        self._chosen = dressed.colour("accent_soft" if focused else "sunken")
        self._line = dressed.colour("line")
        self._icon = dressed.size("icon")
        self._before, self._behind = dressed.space("l"), dressed.space("s")
        self._between = dressed.space("xs")
        self._least = dressed.space("xl")
        self._tones = {tone: dressed.colour(tone) for tone in ("text", "quiet")}

    def paint(
        self,
        ground: QRect,
        cells: Sequence[Cell],
        widths: Sequence[int],
        *,
        chosen: bool,
        ends: bool = False,
    ) -> None:
        """Paint one row over `ground`, each cell in its width; what `ends` a card has no line."""
        painter = self._painter
        if chosen:
            painter.fillRect(ground, self._chosen)
        if not ends:
            painter.setPen(self._line)
            painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        if chosen:
            bar = QRect(ground.topLeft(), QSize(self._dressed.size("tick_bar"), ground.height()))
            painter.fillRect(bar, self._dressed.colour("accent"))
        left = ground.left()
        for cell, width in zip(cells, widths, strict=True):
            room = width - self._before - self._behind
            if room > 0:
                place = QRect(left + self._before, ground.top(), room, ground.height())
                self._paint_cell(place, cell)
            left += width

    def _paint_cell(self, inner: QRect, cell: Cell) -> None:
        inner.setLeft(inner.left() + cell.indent * step())
        if cell.icon:
            top = inner.top() + (inner.height() - self._icon) // 2
            self._painter.drawPixmap(inner.left(), top, icons.pixmap(cell.icon, cell.tone))
            inner.setLeft(inner.left() + self._icon + self._between)
        for words, size, strong, tone in _parts(cell):
            if tone == "text" or inner.width() > self._least:
                self._paint_part(inner, words, (size, strong), tone)

    def _paint_part(self, inner: QRect, words: str, kind: Kind, tone: str) -> None:
        """Draw `words` at the left of `inner` and leave in it the room that is behind them."""
        font, metrics = _type(self._dressed, *kind)
        self._painter.setFont(font)
        self._painter.setPen(self._tones[tone])
        width, room = _width(self._dressed, words, *kind), inner.width()
        if width > room:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            width = room
        self._painter.drawText(inner, LEFT, words)
        inner.setLeft(inner.left() + width + self._between)


def width_of(cell: Cell) -> int:
    """Return the room that a cell needs to be shown whole."""
    dressed = theme.current()
    width = dressed.space("l") + dressed.space("s") + cell.indent * step()
    if cell.icon:
        width += step()
    for words, size, strong, _tone in _parts(cell):
        width += _width(dressed, words, size, strong) + dressed.space("xs")
    return width


def step() -> int:
    """Return how far one step of an indent is: as far as an icon moves the words behind it."""
    dressed = theme.current()
    return dressed.size("icon") + dressed.space("xs")


def _parts(cell: Cell) -> list[tuple[str, str, bool, str]]:
    """Return the words of a cell from left to right, each with its size, weight and tone."""
    parts = (
        (cell.before, "small", False, "quiet"),
        (cell.words, "base", cell.strong, "text"),
        (cell.quiet, "base", False, "quiet"),
    )
    return [part for part in parts if part[0]]


def forget() -> None:
    """Drop the words that were measured; they hold names."""
    _width.cache_clear()


# Measuring words costs more than drawing them, and a list shows the same ones again and again.


@lru_cache(maxsize=8)
def _type(dressed: Theme, size: str, strong: bool) -> tuple[QFont, QFontMetrics]:  # noqa: FBT001
    font = dressed.font(size, strong=strong)
    return font, QFontMetrics(font)


@lru_cache(maxsize=2000)
def _width(dressed: Theme, words: str, size: str, strong: bool) -> int:  # noqa: FBT001
    return _type(dressed, size, strong)[1].horizontalAdvance(words)
