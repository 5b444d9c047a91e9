"""Lets the Tab key go as a page is read, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def follow(page: QWidget) -> None:
    """Let Tab go through `page` in the order of its layouts, from where it enters."""
    for before, after in pairwise(stops(page)):
        QWidget.setTabOrder(before, after)


def stops(part: QWidget) -> Iterator[QWidget]:
    """Return what Tab may stop at inside of `part`, also where it is hidden now."""
    for widget in _inside(part):
        if widget is None:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from stops(widget)


def _inside(part: QWidget) -> list[QWidget | None]:
    if isinstance(part, QScrollArea):
        return [part.widget()]
    if isinstance(part, QStackedWidget):
        return [part.widget(number) for number in range(part.count())]
    layout = part.layout()
    return [*_widgets(layout)] if layout is not None else []


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    """Return the widgets of a layout and of those within, as they were added."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
