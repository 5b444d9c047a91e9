"""How a cell is painted: icon, words, quieter words; the chosen row has a bar as well as a tint."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.tables.rows import CELL, Cell
from ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Paints cells from the tokens and nothing else."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell: Cell | None = index.data(CELL)
        painter.save()
        self._ground(painter, option, first=index.column() == 0)
        if cell is not None:
            self._words(painter, option.rect, cell)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
        dressed = theme.current()
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            # Without the focus the chosen row goes grey; its bar stays.
            focused = bool(state & QStyle.StateFlag.State_Active) and option.widget.hasFocus()
            painter.fillRect(rect, dressed.colour("accent_soft" if focused else "sunken"))
        painter.setPen(dressed.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and first:
            bar = QRect(rect.topLeft(), QSize(dressed.size("tick_bar"), rect.height()))
            painter.fillRect(bar, dressed.colour("accent"))

    def _words(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        dressed = theme.current()
        inner = rect.adjusted(dressed.space("l"), 0, -dressed.space("s"), 0)
        if cell.icon:
            side = dressed.size("icon")
            top = inner.top() + (inner.height() - side) // 2
            painter.drawPixmap(inner.left(), top, icons.pixmap(cell.icon, cell.tone))
            inner.setLeft(inner.left() + side + dressed.space("xs"))
        if cell.words:
            inner = self._part(painter, inner, cell.words, strong=cell.strong, tone="text")
        if cell.quiet and inner.width() > dressed.space("xl"):
            self._part(painter, inner, cell.quiet, strong=False, tone="quiet")

    def _part(
        self, painter: QPainter, rect: QRect, words: str, *, strong: bool, tone: str
    ) -> QRect:
        """Draw `words` at the left and return the room that is left behind them."""
        dressed = theme.current()
        font, metrics = _type(dressed, strong=strong)
        painter.setFont(font)
        painter.setPen(dressed.colour(tone))
        width = _width(dressed, words, strong=strong)
        if width > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
            width = rect.width()
        painter.drawText(rect, LEFT, words)
        return rect.adjusted(width + dressed.space("xs"), 0, 0, 0)


def width_of(cell: Cell) -> int:
    """Return the room that a cell needs to be shown whole."""
    dressed = theme.current()
    width = dressed.space("l") + dressed.space("s")
    if cell.icon:
        width += dressed.size("icon") + dressed.space("xs")
    for words, strong in ((cell.words, cell.strong), (cell.quiet, False)):
        if words:
            width += _width(dressed, words, strong=strong) + dressed.space("xs")
    return width


def forget() -> None:
    """Drop the words that were measured; they hold names."""
    _width.cache_clear()


# Measuring words costs more than drawing them, and a list shows the same ones again and again.


@lru_cache(maxsize=8)
def _type(dressed: Theme, *, strong: bool) -> tuple[QFont, QFontMetrics]:
    font = dressed.font(strong=strong)
    return font, QFontMetrics(font)


@lru_cache(maxsize=2000)
def _width(dressed: Theme, words: str, *, strong: bool) -> int:
    return _type(dressed, strong=strong)[1].horizontalAdvance(words)
