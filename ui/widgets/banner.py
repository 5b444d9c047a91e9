"""A banner above the page: what happened, in a sentence, and one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.wording import say
from ui import icons, theme
from ui.keyed import KeyedButton
from ui.widgets.labels import label, picture

ICONS = {
    "good": "circle-check",
    "attention": "triangle-alert",
    "problem": "octagon-alert",
    "info": "info",
}


class Banner(QFrame):
    """One message at a time; a new one takes the place of the old."""

    closed = Signal()  # somebody has read it

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        dressed = theme.current()
        line = QHBoxLayout(self)
        edge = dressed.space("m")
        line.setContentsMargins(edge, dressed.space("s"), dressed.space("s"), dressed.space("s"))
        line.setSpacing(dressed.space("s"))
        self._icon = picture("info", "info", "icon_large")
        self._words = label(wraps=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = KeyedButton("", "")
        self._action.setProperty("look", "chip")
        self._close = QPushButton()
        icons.sized("x", self._close)
        self._close.setProperty("look", "chip")
        self._close.setAccessibleName(say("window.banner.close"))
        self._close.setToolTip(say("window.banner.close"))
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self._call: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        for widget, stretch in ((self._icon, 0), (self._words, 1), (self._action, 0)):
            line.addWidget(widget, stretch)
        line.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def tell(
        self,
        tone: str,
        words: str,
        action: str = "",
        call: Callable[[], object] | None = None,
        *,
        keys: str = "",
    ) -> None:
        """Show `words`; `action` is the verb on the button beside them, `keys` do the same."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(icons.pixmap(ICONS[tone], tone, "icon_large"))
        self._words.setText(words)
        self.setAccessibleName(words)
        self._action.keys = keys
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._call = call
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
