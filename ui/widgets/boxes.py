"""A choice and a date, with the arrow and the calendar drawn from our icons."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from ui import icons, theme


class ChoiceBox(QComboBox):
    """One of several, chosen from a list."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _mark(self, "chevron-down")


class DateBox(QDateEdit):
    """A date, typed or chosen from a calendar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _mark(self, "calendar")


def _mark(box: QWidget, icon: str) -> None:
    dressed = theme.current()
    side = dressed.size("icon")
    left = box.width() - side - dressed.space("m")
    painter = QPainter(box)
    painter.drawPixmap(left, (box.height() - side) // 2, icons.pixmap(icon, "quiet"))
    painter.end()
