"""A button that shows its keys in a small frame behind its words, where there is room for them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from ui import theme


class KeyedButton(QPushButton):
    """The keys are a picture: the tip and the name say them to whoever does not see it."""

    def __init__(self, text: str, keys: str) -> None:
        super().__init__(text)
        self.keys = keys

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Without the keys, so that a narrow window drops them and never the words."""
        return super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._cap_width() or self.width() < self.sizeHint().width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = option.rect.adjusted(0, 0, -self._cap_width(), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        self._draw_cap(painter)
        painter.end()

    def _draw_cap(self, painter: QPainter) -> None:
        dressed = theme.current()
        primary = self.property("look") == "primary"
        tone = "on_accent" if primary and self.isEnabled() else "quiet"
        width = self._cap_width() - dressed.space("s")
        high = dressed.scaled(theme.TYPES["base"][1])
        left = self.width() - width - dressed.space("m")
        frame = QRectF(left + 0.5, (self.height() - high) // 2 + 0.5, width - 1, high - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The edge of a cap is no edge of a control: nobody can press the picture of a key.
        painter.setPen(QPen(dressed.colour(tone if tone == "on_accent" else "line"), 1))
        painter.drawRoundedRect(frame, dressed.space("xs"), dressed.space("xs"))
        painter.setPen(dressed.colour(tone))
        painter.setFont(dressed.font("small"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.keys)

    def _cap_width(self) -> int:
        if not self.keys or not self.text():  # an icon alone stays small
            return 0
        dressed = theme.current()
        words = QFontMetrics(dressed.font("small")).horizontalAdvance(self.keys)
        return words + 2 * dressed.space("xs") + dressed.space("s")
