"""One page of a document as a picture: larger and smaller, and read aloud where it has words."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.wording import say
from ui import theme

# How much wider than the room for it a page is shown.
STEPS = (1.0, 1.25, 1.5, 2.0, 3.0)
# Milliseconds without another change of size after which a page is drawn anew.
SETTLED = 150
EDGE = 2  # pixels around a page, so that its border is seen


class _Paper(QWidget):
    """The picture itself, and around it where the focus is."""

    def __init__(self, area: QWidget) -> None:
        super().__init__()
        self._area = area
        self._picture: QImage | None = None

    def show_picture(self, picture: QImage, size: QSize) -> None:
        self._picture = picture
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._picture)
        dressed, wide = theme.current(), 1
        colour = dressed.colour("line")
        if self._area.hasFocus():
            colour, wide = dressed.colour("focus"), dressed.size("focus_line")
        painter.setPen(QPen(colour, wide))
        half = wide // 2
        painter.drawRect(self.rect().adjusted(half, half, -wide + half, -wide + half))
        painter.end()


class Sheet(QScrollArea):
    """Says how wide a picture it wants, and shows it; what is larger than the room scrolls."""

    wants = Signal()  # a picture of another width
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paper = _Paper(self)
        self._step = 0
        self._told = 0
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("page")
        # Always there, so that a page does not change its width when it needs the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(say("document.sheet"))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._ask_again)

    @property
    def shown_width(self) -> int:
        """How many pixels of the window the page is wide."""
        return max(1, int((self.viewport().width() - 2 * EDGE) * STEPS[self._step]))

    @property
    def picture_width(self) -> int:
        """How many dots wide its picture should be, on dense screens too."""
        return int(self.shown_width * self.devicePixelRatioF())

    @property
    def percent(self) -> int:
        return int(STEPS[self._step] * 100)

    @property
    def can_grow(self) -> bool:
        return self._step < len(STEPS) - 1

    @property
    def can_shrink(self) -> bool:
        return self._step > 0

    def zoom(self, steps: int) -> None:
        self._step = min(max(0, self._step + steps), len(STEPS) - 1)
        self.zoomed.emit()
        self._ask_again()

    def show_page(self, picture: QImage, name: str, words: str) -> None:
        """Show one page from its top; `words` are what it says, for whoever hears it."""
        self._told = self.picture_width
        wide = self.shown_width
        tall = max(1, round(wide * picture.height() / picture.width()))
        self._paper.show_picture(picture, QSize(wide, tall))
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paper.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paper.update()

    def _ask_again(self) -> None:
        if self._told and self._told != self.picture_width:
            self.wants.emit()
