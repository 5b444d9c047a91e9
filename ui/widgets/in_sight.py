"""Keeps the row that keys choose in sight where the page scrolls and its tables do not."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget


def keep_rows(page: QWidget) -> None:
    """Let the area around each table of `page` follow the row that is chosen in it."""
    for table in page.findChildren(QTableView):
        table.selectionModel().currentRowChanged.connect(partial(_show, table))


def _show(table: QTableView, row: QModelIndex, _before: QModelIndex) -> None:
    # What is clicked is in sight; it must not move away below the second click of two. And a table
    # that is filled anew must not take the page away from somebody who is elsewhere on it.
    clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton or not table.hasFocus()
    area = _around(table)
    inner = area.widget() if area is not None else None
    if area is None or inner is None or clicked or not row.isValid():
        return
    high = table.rowHeight(row.row())
    middle = QPoint(0, table.rowViewportPosition(row.row()) + high // 2)
    area.ensureVisible(0, table.viewport().mapTo(inner, middle).y(), 0, high)


def _around(table: QTableView) -> QScrollArea | None:
    part = table.parentWidget()
    while part is not None and not isinstance(part, QScrollArea):
        part = part.parentWidget()
    return part
