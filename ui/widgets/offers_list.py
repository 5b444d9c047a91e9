"""The list of quick search: groups of offers, chosen with the keys of the box above it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.widgets import offer_painting
from ui.widgets.offers import Group, Heading, Line, Offer

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OffersModel(QAbstractListModel):
    """The groups as lines, one below the other; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        self.lines = []
        for group in groups:
            self.lines.append(Heading(group.heading, first=not self.lines))
            self.lines += group.offers
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.told
        return line if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = index.isValid() and isinstance(self.lines[index.row()], Offer)
        return CHOOSABLE if chosen else Qt.ItemFlag.NoItemFlags


class OffersList(QListView):
    """The list below the box; it never takes the focus from it."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = OffersModel(self)
        self.setModel(self.offers)
        self.setItemDelegate(_Painter(self))
        self.setObjectName("offers")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._choose)

    @property
    def current(self) -> Offer | None:
        """The offer that Enter opens."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return line if isinstance(line, Offer) else None

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show the groups, with the first offer chosen."""
        self.offers.show(groups)
        self.move_by(1)

    def move_by(self, steps: int) -> None:
        """Choose the offer so many further down, or up; the ends are ends."""
        rows = [row for row, line in enumerate(self.offers.lines) if isinstance(line, Offer)]
        if not rows:
            return
        now = self.currentIndex().row()
        at = rows.index(now) + steps if now in rows else 0
        row = rows[max(0, min(at, len(rows) - 1))]
        self.setCurrentIndex(self.offers.index(row, 0))
        # The first offer shows with its heading.
        self.scrollTo(self.offers.index(0 if row == rows[0] else row, 0))

    @property
    def needed(self) -> int:
        """The height at which nothing scrolls."""
        return sum(offer_painting.height(line) for line in self.offers.lines)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (
            self.current is not None
            and self.indexAt(event.position().toPoint()) == self.currentIndex()
        ):
            self.opened.emit(self.current)

    def _choose(self, _index: QModelIndex) -> None:
        self.chosen.emit(self.current)


class _Painter(QStyledItemDelegate):
    """Hands each line to the one who paints it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        chosen = isinstance(view, OffersList) and index.row() == view.currentIndex().row()
        offer_painting.paint(painter, option.rect, index.data(LINE), chosen=chosen)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.current().size("search"), offer_painting.height(index.data(LINE)))
