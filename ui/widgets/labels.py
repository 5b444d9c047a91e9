"""Words on the page: one way to make them, named by the look that the tokens give them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme


def label(text: str = "", look: str = "", *, wraps: bool = False) -> QLabel:
    """Return plain words; nothing that was typed is ever read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIndent(0)  # Qt moves words inside a frame, away from those below them
    made.setWordWrap(wraps)
    if look:
        made.setProperty("look", look)
    return made


class Elided(QLabel):
    """Words that end in dots where room is short, and show whole in a tip.

    `least` is what they keep of it, in pixels at 100 %.
    """

    def __init__(self, text: str, look: str = "", least: int = 32) -> None:
        super().__init__(text)
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(text)
        if look:
            self.setProperty("look", look)

    def minimumSizeHint(self) -> QSize:
        least = min(theme.current().scaled(self._least), self.sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


def key_cap(keys: str, tone: str = "") -> QLabel:
    """Return the picture of a key beside what it does; not read aloud, the action's tip says it."""
    made = label(keys)
    made.setObjectName("key-cap")
    if tone:
        made.setProperty("tone", tone)
    return made


def picture(name: str, tone: str = "text", size: str = "icon") -> QLabel:
    """Return an icon beside a word that says the same."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, tone, size))
    made.setFixedSize(made.sizeHint())
    return made


def with_icon(name: str, text: str, look: str = "", tone: str = "text") -> QWidget:
    """Return an icon and its words on one line."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.current().space("s"))
    mark = picture(name, tone)
    # As high as a line of words, so that the icon stands in the middle of the first one.
    mark.setFixedHeight(theme.current().scaled(theme.TYPES["base"][1]))
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, look, wraps=True), 1)
    return row


def marked(words: QLabel) -> QWidget:
    """Return the words of a mistake behind their mark, because colour alone says nothing."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.current().space("xs"))
    line.addWidget(picture("octagon-alert", "problem"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return row


def rule() -> QFrame:
    """Return a thin line between two things."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a line with `widget` in its middle, as high as its words need at its width."""
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(widget)
    line.addStretch(1)
    return line


class FollowingArea(QScrollArea):
    """Scrolls to whatever has the focus, however it came there.

    With an `edge`, its bar stands in that edge at the right: what scrolls keeps its width, and its
    distance from the side of the window, whether there is a bar or not.
    """

    def __init__(self, edge: int = 0) -> None:
        super().__init__()
        self._edge = edge
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.widget()
        column = inner.layout() if inner is not None else None
        if self._edge and column is not None:
            margins = column.contentsMargins()
            margins.setRight(max(0, self._edge - (self.width() - self.viewport().width())))
            column.setContentsMargins(margins)
        # What has the focus stays in sight when a banner takes room.
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _left: QWidget | None, reached: QWidget | None) -> None:
        inner = self.widget()
        if reached is not None and inner is not None and inner.isAncestorOf(reached):
            around = theme.current().size("row_compact")
            self.ensureWidgetVisible(reached, 0, around)


def scrolled(page: QWidget, edge: int = 0) -> QVBoxLayout:
    """Return the column of a page that scrolls as a whole where the screen is low.

    With an `edge`, the column has it at its left, at its foot, and at its right.
    """
    inner = QWidget()
    inner.setObjectName("scrolled")
    column = QVBoxLayout(inner)
    if edge:
        column.setContentsMargins(edge, 0, edge, edge)
    area = FollowingArea(edge)
    area.setObjectName("page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column
