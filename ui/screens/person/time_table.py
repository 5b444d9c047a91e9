"""A person's line of time as one table: its parts stand under headings that nobody can choose.

One table a part would be three times as much to build, and Tab would stop at each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from app.timeline import Moment
from app.wording import say
from ui import moments, theme
from ui.tables.cells import LEFT, RowPainter
from ui.tables.rows import NOWHERE, ROW, Index, RowsModel
from ui.tables.view import Table


@dataclass(frozen=True)
class Heading:
    """What stands above the moments of one part."""

    words: str


Line = Heading | Moment


class Lines(RowsModel[Any]):
    """Headings and moments; of a heading there are only its words."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.row(index.row()), Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.row(index.row()) if index.isValid() else None
        if not isinstance(line, Heading):
            return super().data(index, role)
        if role == ROW:
            return line
        told = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
        return line.words if told else None

    def is_heading(self, number: int) -> bool:
        return number < self.rowCount() and isinstance(self.row(number), Heading)


class TimeTable(Table):
    """Keys go from moment to moment, past the headings."""

    def __init__(self, today: date) -> None:
        self.lines = Lines(moments.columns(today))
        super().__init__(self.lines, say("person.timeline"))
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.current().size("row_compact"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.lines.show(lines)
        for number in range(len(lines)):
            if self.lines.is_heading(number):
                self.setRowHeight(number, theme.current().size("row_compact"))
        self.fit_height()
        self.setFixedHeight(self.verticalHeader().length())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        if not self.currentIndex().isValid():
            index = self.lines.index(0, 0)
        while index.isValid() and self.lines.is_heading(index.row()):
            index = self.lines.index(index.row() + 1, index.column(), NOWHERE)
        return index

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that show; headings are lower than moments."""
        painter = QPainter(self.viewport())
        rows = RowPainter(painter, focused=self.hasFocus() and self.isActiveWindow())
        widths = [self.columnWidth(number) for number in range(len(self.lines.columns))]
        first, last = (self.rowAt(y) for y in (event.rect().top(), event.rect().bottom()))
        if first < 0:  # below the last line
            first = self.lines.rowCount()
        for number in range(first, (last if last >= 0 else self.lines.rowCount() - 1) + 1):
            place = QRect(0, self.rowViewportPosition(number), self.viewport().width(),
                          self.rowHeight(number))  # fmt: skip
            line = self.lines.row(number)
            if isinstance(line, Heading):
                _paint_heading(painter, place, line.words)
            else:
                chosen = number == self.currentIndex().row()
                rows.paint(place, self.lines.cells(number), widths, chosen=chosen)
        painter.end()


def _paint_heading(painter: QPainter, place: QRect, words: str) -> None:
    dressed = theme.current()
    painter.fillRect(place, dressed.colour("sunken"))
    painter.setPen(dressed.colour("line"))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    painter.setFont(dressed.font("small", strong=True))
    painter.setPen(dressed.colour("quiet"))
    side = dressed.space("l")
    painter.drawText(place.adjusted(side, 0, -side, 0), LEFT, words)
