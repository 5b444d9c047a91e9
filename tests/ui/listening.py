"""What somebody meets who works by keyboard and listens: names, roles, the way of the Tab key."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from tests.ui.geometry import is_shown, name_of

Role = QAccessible.Role
TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
# A button that stays down is told as a box to tick, which is what it is.
ROLES: tuple[tuple[type[QWidget], set[Role]], ...] = (
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QPushButton, {Role.Button, Role.CheckBox, Role.ButtonMenu, Role.RadioButton}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QTextBrowser, {Role.EditableText, Role.Document, Role.StaticText}),
    (QComboBox, {Role.ComboBox}),
    (QAbstractSpinBox, {Role.SpinBox}),
    (QTabBar, {Role.PageTabList}),
    (QTableView, {Role.Table}),
)
VALUES: tuple[tuple[type[QWidget], Callable[[QWidget], str]], ...] = (
    (QLineEdit, QLineEdit.text),
    (QPlainTextEdit, QPlainTextEdit.toPlainText),
    (QComboBox, QComboBox.currentText),
    (QAbstractSpinBox, QAbstractSpinBox.text),
)
# More stops than any page has, and more parts than any control through which Tab goes first: the
# month, day and year of a date, the links of a text.
MOST, PARTS = 400, 40


def mistakes(window: QWidget) -> list[str]:
    """Return in words whatever has no name, a false one, or stands in the way of the Tab key."""
    return [
        *(told for each in controls(window) for told in unnamed(each)),
        *astray(window),
    ]


def controls(window: QWidget) -> list[QWidget]:
    """Return what somebody can work with: shown, whole (no part of another), and open."""
    return [each for each in window.findChildren(QWidget) if is_control(each)]


def is_control(widget: QWidget) -> bool:
    around = widget.parentWidget()
    a_part = isinstance(around, QComboBox | QAbstractSpinBox | QTabBar | QScrollBar)
    in_area = isinstance(around, QAbstractScrollArea) and not isinstance(around, QScrollArea)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QTabBar, QTableView)
    works = isinstance(widget, kinds) or takes_tab(widget)
    silent = isinstance(around, QLineEdit) and not takes_tab(widget)  # a picture in the line
    return is_shown(widget) and works and not a_part and not in_area and not silent


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_a_stop(widget: QWidget) -> bool:
    """Whether Tab has to come to `widget`; of several that exclude one another, to one."""
    if not isinstance(widget, QAbstractButton) or takes_tab(widget):
        return takes_tab(widget)
    group = widget.group()
    exclude = widget.autoExclusive() if group is None else group.exclusive()
    return not exclude


def unnamed(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    name, role = told.text(QAccessible.Text.Name).strip(), told.role()
    value = next((of(widget) for kind, of in VALUES if isinstance(widget, kind)), "")
    fitting = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
    where = f"{type(widget).__name__} {widget.objectName()}"
    if not name:
        yield f"has no name: {where}"
    elif name == value.strip():
        yield f"is named by what stands in it: {where} {name}"
    if fitting is not None and role not in fitting:
        yield f"says it is a {role.name}: {where} {name}"


def astray(window: QWidget) -> Iterator[str]:
    """Go round with Tab and back with Shift+Tab."""
    forth, back = way(window, TAB), way(window, BACK)
    wanted = [each for each in controls(window) if each.isEnabled() and is_a_stop(each)]
    if not forth:
        yield "nothing has the focus"
        return
    if len(forth) >= MOST or len(back) >= MOST:
        yield f"the Tab key never comes round: {name_of(forth[-1])}"
        return
    for missed in set(wanted) - set(forth):
        yield f"Tab never comes to {name_of(missed)}"
    for silent in set(forth) - set(wanted):
        yield f"Tab stops where nothing is: {name_of(silent)}"
    if [forth[0], *reversed(back[1:])] != forth:
        yield "Shift+Tab does not go back as Tab came"
    start = min(range(len(forth)), key=lambda at: corner(forth[at], window))
    for before, after in pairwise([*forth[start:], *forth[:start]]):
        if stands_before(after, before, window):
            yield f"after {name_of(before)} Tab goes back to {name_of(after)}"


def way(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return every stop of `key`, from where the focus is until it is there again."""
    found: list[QWidget] = []
    now = stop()
    while now is not None and now not in found and len(found) < MOST:
        found.append(now)
        for _ in range(PARTS):
            QTest.keyClick(QApplication.focusWidget(), key)
            if stop() is not now:
                break
        now = stop()
    return found


def stop() -> QWidget | None:
    """Return the control that has the focus, whole."""
    now = QApplication.focusWidget()
    around = now.parentWidget() if now is not None else None
    return around if isinstance(around, QComboBox | QAbstractSpinBox) else now


def stands_before(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Whether `one` is read before `other`: left of it, or higher and in no column to its right."""
    first, second = places(one, other, window)
    above = first.bottom() < second.top() and first.left() < second.right()
    beside = first.bottom() >= second.top() and first.top() <= second.bottom()
    return above or (beside and first.right() < second.left())


def places(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """Return where both stand; of one that scrolls where the other does not, where it scrolls."""
    areas, others = areas_of(one), areas_of(other)
    shared = [area for area in areas if area in others]
    mine = next((area for area in areas if area not in shared), one)
    theirs = next((area for area in others if area not in shared), other)
    return place(mine, window), place(theirs, window)


def areas_of(widget: QWidget) -> list[QWidget]:
    """Return the scrolling pages that `widget` is on, the outermost first."""
    found: list[QWidget] = []
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            found.insert(0, around)
        around = around.parentWidget()
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def corner(widget: QWidget, window: QWidget) -> tuple[int, int]:
    """Return where reading begins: the left column first, for the rail."""
    found = place(widget, window)
    return found.left(), found.top()
