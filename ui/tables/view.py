"""The table that everyone uses: whole rows, keys, no horizontal scrolling, columns by content."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from ui import theme
from ui.tables.cells import RowPainter, width_of
from ui.tables.rows import RowsModel

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
EDGE = 2  # pixels of a card's own line, and the one that its last row ends on
# No column is made narrower than this part of its widest ordinary content.
NARROWEST = 0.6


class Table(QTableView):
    """Shows a `RowsModel`; Enter or a double click opens the row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel, name: str, parent: QWidget | None = None) -> None:  # type: ignore[type-arg] # any rows
        super().__init__(parent)
        self.rows = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_heads()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def _set_heads(self) -> None:
        dressed = theme.current()
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(dressed.size("row"))
        down.setDefaultSectionSize(dressed.size("row"))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setFixedHeight(dressed.size("table_head"))
        across.setMinimumSectionSize(dressed.space("xl"))

    def fit_height(self) -> None:
        """Be as high as all rows, for a page that scrolls as a whole."""
        dressed = theme.current()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = self.rows.rowCount() * dressed.size("row")
        head = 0 if self.horizontalHeader().isHidden() else dressed.size("table_head")
        self.setFixedHeight(head + rows)

    def choose_first(self) -> None:
        """Choose the first row, so that Enter opens it."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def current_row(self) -> object | None:
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def open_current(self) -> None:
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.open_current()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that show, each at once."""
        view, high = self.viewport(), self.rowHeight(0)
        if not high:
            return
        painter = QPainter(view)
        rows = RowPainter(painter, focused=self.hasFocus() and self.isActiveWindow())
        widths_now = [self.columnWidth(number) for number in range(len(self.rows.columns))]
        chosen, start = self.currentIndex().row(), self.rowViewportPosition(0)
        first = max(0, (event.rect().top() - start) // high)
        last = min(self.rows.rowCount() - 1, (event.rect().bottom() - start) // high)
        ending = self.rows.rowCount() - 1 if self._ends_its_card() else None
        for number in range(first, last + 1):
            ground = QRect(0, start + number * high, view.width(), high)
            rows.paint(
                ground,
                self.rows.cells(number),
                widths_now,
                chosen=number == chosen,
                ends=number == ending,
            )
        painter.end()

    def _ends_its_card(self) -> bool:
        """Whether the edge of a card comes right below, which is a line in itself."""
        around = self.parentWidget()
        if around is None or self.verticalScrollBarPolicy() != NO_BAR:
            return False
        return around.height() - self.geometry().bottom() <= EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column its widest ordinary content, and one of them what remains."""
        for number, width in enumerate(widths(self.rows, self.viewport().width())):
            self.setColumnHidden(number, not width)
            self.setColumnWidth(number, width)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.row(index.row()))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.row(index.row()) if index.isValid() else None)


def widths(model: RowsModel, room: int) -> list[int]:  # type: ignore[type-arg] # any rows
    """Return the width of each column so that all of them fill `room`; nought for one that left."""
    dressed = theme.current()
    head = QFontMetrics(dressed.font("small", strong=True))
    around = 2 * dressed.space("l") + 2
    wanted = [
        max(width_of(column.widest), head.horizontalAdvance(column.heading) + around)
        for column in model.columns
    ]
    filling = next((n for n, column in enumerate(model.columns) if column.fills), 0)
    short = sum(wanted) - room
    for number, column in enumerate(model.columns):
        if column.spare and short > 0:
            short -= wanted[number]
            wanted[number] = 0
    for number, column in enumerate(model.columns):
        if column.gives and short > 0:
            given = min(short, round(wanted[number] * (1 - NARROWEST)))
            wanted[number] -= given
            short -= given
    for number, column in reversed(list(enumerate(model.columns))):
        if column.leaves and short > wanted[filling] * (1 - NARROWEST):
            short -= wanted[number]
            wanted[number] = 0
    if short < 0 and not model.columns[filling].fills:
        short = _share(wanted, -short)
    wanted[filling] = max(dressed.space("xxl"), wanted[filling] - short)
    return wanted


def _share(wanted: list[int], left: int) -> int:
    """Give every column that is there as much of what is left; return what could not be parted."""
    there = [number for number, width in enumerate(wanted) if width]
    for number in there:
        wanted[number] += left // len(there)
    return -(left % len(there))
