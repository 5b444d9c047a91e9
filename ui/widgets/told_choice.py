"""Tells a choice by its name to whoever listens; Qt on Linux would tell what is chosen instead.

There, Qt gives a combo box no name but the text that stands in it. Some readers find the label
beside it; one that does not says "Urine", and nobody knows of what.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QWidget

from ui.widgets.boxes import ChoiceBox

Text = QAccessible.Text


class ToldChoice(QAccessibleWidget):
    """A choice as it is heard: its name, what is chosen, and its list."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)

    def text(self, kind: QAccessible.Text) -> str:
        if kind is Text.Value:
            return self._box.currentText()
        if kind is Text.Name:
            return self._box.accessibleName() or super().text(kind)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._box.view().isVisible()
        state.editable = self._box.isEditable()
        return state

    def childCount(self) -> int:
        return len(self._parts)

    def child(  # type: ignore[override]  # Qt asks for more than there are, and takes none
        self, index: int
    ) -> QAccessibleInterface | None:
        if not 0 <= index < len(self._parts):
            return None
        return QAccessible.queryAccessibleInterface(self._parts[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        found = child.object()
        return self._parts.index(found) if found in self._parts else -1

    @property
    def _box(self) -> QComboBox:
        found = self.widget()
        if not isinstance(found, QComboBox):
            raise TypeError(found)
        return found

    @property
    def _parts(self) -> list[QObject]:
        line = self._box.lineEdit()
        return [self._box.view(), *([line] if line is not None else [])]


def install() -> None:
    """Let every choice of the window be told so, from now on."""
    if not _installed:
        QAccessible.installFactory(_make)
        _installed.append(_make)


def _make(_kind: str, about: QObject) -> QAccessibleInterface | None:
    return ToldChoice(about) if isinstance(about, ChoiceBox) else None


_installed: list[object] = []
