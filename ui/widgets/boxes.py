"""A choice, a date and a tick, with arrow, calendar and tick drawn from our icons."""

from collections.abc import Iterable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui import icons, theme


class ChoiceBox(QComboBox):
    """One of several, chosen from a list; as wide as its widest choice, whenever that comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def fill(self, choices: Iterable[tuple[str, object]], chosen: object = None) -> None:
        """Offer `choices`, each its words and what they stand for; the first, or the one chosen."""
        for words, value in choices:
            self.addItem(words, value)
        if chosen is not None:
            self.setCurrentIndex(max(0, self.findData(chosen)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _mark(self, "chevron-down")


class DateBox(QDateEdit):
    """A date, typed or chosen from a calendar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _mark(self, "calendar")


class TickBox(QCheckBox):
    """Yes or no; yes has a tick as well as a tint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        painter = QPainter(self)
        ground = self.style().subElementRect(part, option, self)
        painter.drawPixmap(ground, icons.pixmap("check", "on_accent"))
        painter.end()


def _mark(box: QWidget, icon: str) -> None:
    dressed = theme.current()
    side = dressed.size("icon")
    left = box.width() - side - dressed.space("m")
    painter = QPainter(box)
    painter.drawPixmap(left, (box.height() - side) // 2, icons.pixmap(icon, "quiet"))
    painter.end()
