"""Lets the Tab key go as a page is read, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

from PySide6.QtCore import QObject, Qt
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
    return [*_widgets(layout, part)] if layout is not None else []


def _widgets(layout: QLayout, part: QWidget) -> Iterator[QWidget]:
    """Return the widgets of a layout and of those within, as they were added.

    Never by `itemAt`: the binding keeps what it returns behind the item's end, and takes whatever
    comes to lie in its place for the item.
    """
    found = [each for each in (*part.children(), *layout.children()) if _stands(each)]
    placed = [(layout.indexOf(each), each) for each in found]
    for at, each in sorted(placed, key=lambda pair: pair[0]):
        if at < 0:
            continue
        if isinstance(each, QLayout):
            yield from _widgets(each, part)
        else:
            yield each


def _stands(each: QObject) -> TypeGuard[QWidget | QLayout]:
    return isinstance(each, QWidget | QLayout)
