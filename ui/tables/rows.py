"""Rows for a table: columns described once, 200 rows at a time from a callable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: an icon with its tone, words, and quieter words behind them.

    `indent` moves it all to the right, by an icon a step; `before` stands small before the words.
    """

    words: str
    quiet: str = ""
    icon: str = ""
    tone: str = "text"
    strong: bool = False
    indent: int = 0
    before: str = ""

    @property
    def text(self) -> str:
        return " ".join(part for part in (self.before, self.words, self.quiet) if part)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its heading, what a row shows in it, and its widest ordinary content.

    Where room is short, a column that is `spare` goes before any other becomes narrower; then those
    that `give` become narrower, and those that `leave` go when that is not enough, the last first.
    Room that is left goes to the one that `fills`, or is shared by all of them.
    """

    heading: str
    cell: Callable[[Row], Cell]
    widest: Cell
    gives: bool = False
    fills: bool = False
    leaves: bool = False
    spare: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Read-only rows; `ask` is called with the first row that is missing when more is wanted."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        ask: Callable[[int], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._ask = ask
        self._rows: list[Row] = []
        self._more = False
        self._asked = False

    def show(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show `rows` in place of all that was there; with `more`, others can be asked for."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more = more
        self._asked = False
        self.endResetModel()

    def append(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Add the rows that were asked for."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        # Only now, because a view may ask again while rows are being put in.
        self._more, self._asked = more, False

    def row(self, number: int) -> Row:
        return self._rows[number]

    def cells(self, number: int) -> list[Cell]:
        """Return what stands in the cells of a row, from left to right."""
        row = self._rows[number]
        return [column.cell(row) for column in self.columns]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        possible = self._more and not parent.isValid()
        return possible and self._ask is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent) and self._ask is not None:
            self._asked = True
            self._ask(len(self._rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CELL}:
            cell = self.columns[index.column()].cell(row)
            return cell if role == CELL else cell.text
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across and section < len(self.columns):
            return self.columns[section].heading
        return None
