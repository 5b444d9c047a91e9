"""The rail at the left: where one can go, nothing that does not exist, icons alone when narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.wording import say
from ui import icons, theme
from ui.widgets.labels import label, picture

# The place that stands by itself at the foot of the rail.
LAST = "settings"


class Rail(QWidget):
    """One button a place; the chosen one has a bar as well as a tint."""

    wanted = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        self._words: list[tuple[QPushButton, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(dressed.space("s"), 0, dressed.space("s"), dressed.space("m"))
        column.setSpacing(dressed.space("xs"))
        self._name = label(say("window.name"), "place")
        column.addWidget(self._head())
        self._chosen = ""
        self._low = False
        self.setMinimumHeight(1)  # it takes lower buttons, and never holds the window open
        # No group of buttons: Qt would let the Tab key stop at one of them only.
        column.addSpacing(dressed.space("s"))
        for key, icon in places:
            if key == LAST:
                column.addStretch(1)
            column.addWidget(self._button(key, icon))
        if LAST not in dict(places):
            column.addStretch(1)
        self.fold(folded=False)

    def choose(self, key: str) -> None:
        """Mark the place `key` as the one that is shown."""
        self._chosen = key
        for button, _words in self._words:
            chosen = button.objectName() == key
            button.setChecked(chosen)
            _mark(button, chosen=chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take lower buttons where the window is too low for all of them."""
        super().resizeEvent(event)
        dressed = theme.current()
        a_place = dressed.size("button") + dressed.space("xs")
        low = self.height() < 2 * dressed.size("top_bar") + len(self._words) * a_place
        if low == self._low:
            return
        self._low = low
        for button, _words in self._words:
            button.setProperty("low", low)
            button.style().unpolish(button)
            button.style().polish(button)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, for a narrow window, or icons with their words."""
        dressed = theme.current()
        self.setFixedWidth(dressed.size("rail_folded" if folded else "rail"))
        self._name.setVisible(not folded)
        for button, words in self._words:
            button.setText("" if folded else words)
            _mark(button, chosen=button.isChecked())

    def _head(self) -> QWidget:
        dressed = theme.current()
        head = QWidget()
        head.setFixedHeight(dressed.size("top_bar"))
        line = QHBoxLayout(head)
        line.setContentsMargins(dressed.space("m"), 0, 0, 0)
        line.setSpacing(dressed.space("m"))
        line.addWidget(picture("signpost", "accent", "icon_large"))
        line.addWidget(self._name)
        line.addStretch(1)  # without the name, the sign stands above the icons all the same
        return head

    def _button(self, key: str, icon: str) -> QPushButton:
        words = say(f"window.{key}")
        button = QPushButton()
        button.setObjectName(key)
        button.setProperty("look", "place")
        button.setProperty("icon_name", icon)
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self._want(key))
        self._words.append((button, words))
        return button

    def _want(self, key: str) -> None:
        self.choose(self._chosen)  # a click alone marks nothing; going there does
        self.wanted.emit(key)


def _mark(button: QPushButton, *, chosen: bool) -> None:
    tone = "accent" if chosen else "quiet"
    icons.sized(str(button.property("icon_name")), button, tone, "icon_large")
