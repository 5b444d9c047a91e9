"""What is wrong with how a window is laid out: words that are cut, controls over one another.

One checker for every test that shows a page. It judges what a person sees, so only what is visible
counts, and nothing that was made to give way: `Elided` words end in dots and show whole in a tip.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from ui import theme
from ui.widgets.labels import Elided, FollowingArea
from ui.widgets.page import Page
from ui.widgets.question import Question

ICON_GAP = 4  # what Qt leaves between an icon and words
# Letters may lean a little over the edge of what they are measured by.
SLACK = 1


def mistakes(window: QWidget) -> list[str]:
    """Return in words whatever is cut, stands over its neighbour, or scrolls sideways."""
    shown = [each for each in [window, *window.findChildren(QWidget)] if is_shown(each)]
    return [told for check in CHECKS for each in shown for told in check(each)]


def is_shown(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible()


def cut_label(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLabel) or isinstance(widget, Elided) or not widget.text():
        return
    if widget.wordWrap():
        if widget.height() + SLACK < widget.heightForWidth(widget.width()):
            yield f"cut below: {widget.text()}"
        longest = max(widget.text().split(), key=len, default="")
        if longest_part(widget, longest) > widget.contentsRect().width() + SLACK:
            yield f"a word is cut: {longest} in {widget.text()}"
    else:
        yield from too_small(widget, widget.text(), widget.sizeHint())


def longest_part(widget: QWidget, word: str) -> int:
    """Return the width of the longest part of `word` after which a line may end."""
    layout = QTextLayout(word, widget.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
        found = max(found, line.naturalTextWidth())
    layout.endLayout()
    return round(found)


def cut_button(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton) and widget.text():
        yield from too_small(widget, widget.text(), widget.sizeHint())


def cut_chip(widget: QWidget) -> Iterator[str]:
    """Look at chosen chips, whose letters the style sheet makes strong behind Qt's measure."""
    if not isinstance(widget, QAbstractButton) or widget.property("look") != "chip":
        return
    if not widget.isChecked():
        return
    letters = QFontMetrics(theme.current().font(strong=True)).horizontalAdvance(widget.text())
    icon = 0 if widget.icon().isNull() else widget.iconSize().width() + ICON_GAP
    if widget.width() < letters + icon:
        yield f"a chosen chip is cut: {widget.text()} ({widget.width()} of {letters + icon})"


def glued_icon(widget: QWidget) -> Iterator[str]:
    """Look at buttons with an icon and words: the picture has free room towards the words."""
    if not isinstance(widget, QAbstractButton) or not widget.text() or widget.icon().isNull():
        return
    if widget.iconSize().width() <= widget.iconSize().height():
        yield f"the icon stands against its words: {widget.text()}"


def moved_in(widget: QWidget) -> Iterator[str]:
    """Look at questions: the field begins where its words begin."""
    if not isinstance(widget, Question) or not widget.field.isVisible():
        return
    left = widget.field.mapTo(widget, QPoint(0, 0)).x()
    if left > SLACK:
        yield f"a field does not begin where its words do: {name_of(widget.field)} ({left})"


def beside_its_edge(widget: QWidget) -> Iterator[str]:
    """Look at the bar of what scrolls as a page: it stands at the side of the page."""
    if not isinstance(widget, FollowingArea) or not widget.verticalScrollBar().isVisible():
        return
    page = widget
    while page is not None and not isinstance(page, Page):
        page = page.parentWidget()
    if page is None or isinstance(widget.parentWidget().parentWidget(), QFrame):
        return
    away = page.width() - widget.mapTo(page, QPoint(widget.width(), 0)).x()
    if away > SLACK:
        yield f"a bar stands {away} inside the page"


def cut_tab(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QTabBar):
        return
    for number in range(widget.count()):
        room = widget.tabRect(number) & widget.rect()
        words = re.sub("&(.)", r"\1", widget.tabText(number))
        needed = widget.fontMetrics().horizontalAdvance(words)
        if room.width() + SLACK < needed or room != widget.tabRect(number):
            yield f"a tab is cut: {words}"


def cut_head(widget: QWidget) -> Iterator[str]:
    """Look at the headings of a table."""
    if not isinstance(widget, QHeaderView) or widget.orientation() is not Qt.Orientation.Horizontal:
        return
    model = widget.model()
    for number in range(widget.count()):
        words = str(model.headerData(number, Qt.Orientation.Horizontal) or "")
        needed = widget.fontMetrics().horizontalAdvance(words)
        if not widget.isSectionHidden(number) and widget.sectionSize(number) < needed:
            yield f"a heading is cut: {words}"


def cut_choice(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QComboBox) or widget.isEditable() or not widget.currentText():
        return
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
    needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
    if field.width() + SLACK < needed:
        yield f"a choice is cut: {widget.currentText()} ({field.width()} of {needed})"


def cut_invitation(widget: QWidget) -> Iterator[str]:
    """Look at the words in a line that is still empty; where they end in dots, a tip is whole."""
    if not isinstance(widget, QLineEdit) or widget.text():
        return
    if widget.toolTip() == widget.placeholderText():
        return
    margins = widget.textMargins()
    room = widget.contentsRect().width() - margins.left() - margins.right()
    needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
    if room < needed:
        yield f"an invitation is cut: {widget.placeholderText()} ({room} of {needed})"


def too_small(widget: QWidget, words: str, needed: QSize) -> Iterator[str]:
    if widget.width() + SLACK < needed.width():
        yield f"cut at the side: {words} ({widget.width()} of {needed.width()})"
    letters = widget.fontMetrics().height() * (words.count("\n") + 1)
    if widget.height() + SLACK < letters:
        yield f"cut below: {words} ({widget.height()} of {letters})"


def over_one_another(widget: QWidget) -> Iterator[str]:
    """Look at the children of one parent that have a place of their own."""
    if is_made_of_layers(widget):
        return
    children = [each for each in widget.children() if isinstance(each, QWidget)]
    placed = [each for each in children if is_shown(each) and stands(each)]
    for one, other in combinations(placed, 2):
        common = one.geometry() & other.geometry()
        if common.width() > SLACK and common.height() > SLACK:
            yield f"{name_of(one)} and {name_of(other)} stand over one another"


def outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not stands(widget) or is_made_of_layers(parent):
        return
    ground = QRect(QPoint(0, 0), parent.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not ground.contains(widget.geometry()):
        yield f"{name_of(widget)} reaches outside of {name_of(parent)}"


def sideways(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QScrollBar) or widget.orientation() is not Qt.Orientation.Horizontal:
        return
    if widget.maximum() > widget.minimum():
        yield f"scrolls sideways: {name_of(widget)}"


def too_wide(widget: QWidget) -> Iterator[str]:
    """Look for what a scrolling page hides at its side, bar or no bar."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None and inner.width() > widget.viewport().width() + SLACK:
        yield f"wider than its room: {name_of(inner)}"


def is_made_of_layers(widget: QWidget) -> bool:
    """Whether the children of `widget` move below it or lie on each other by design."""
    around = widget.parentWidget()
    in_area = isinstance(around, QAbstractScrollArea) and around.viewport() is widget
    parts = (QAbstractScrollArea, QComboBox, QLineEdit, QTabBar)
    return in_area or isinstance(widget, parts)


def stands(widget: QWidget) -> bool:
    """Whether `widget` has a place of its own; the open list of quick search has none."""
    floats = widget.objectName() == "quick-search" or widget.isWindow()
    return not floats and not widget.size().isEmpty()


def name_of(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    told = widget.accessibleName() or words or widget.objectName()
    return f"{type(widget).__name__} {told}".strip()


CHECKS: tuple[Callable[[QWidget], Iterator[str]], ...] = (
    cut_label,
    cut_button,
    cut_chip,
    glued_icon,
    moved_in,
    beside_its_edge,
    cut_tab,
    cut_head,
    cut_choice,
    cut_invitation,
    over_one_another,
    outside,
    sideways,
    too_wide,
)
