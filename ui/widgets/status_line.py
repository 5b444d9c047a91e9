"""The quiet line at the foot: what is done, what was saved, what a key does here, who sits here."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.wording import say
from reports import dates
from ui import theme
from ui.widgets.labels import Elided, label


class StatusLine(QWidget):
    """What was saved last stays until the next is saved."""

    def __init__(self, court: str, holder: str) -> None:
        super().__init__()
        self.setObjectName("status-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        self.setFixedHeight(dressed.size("status_line"))
        self._hint = ""
        self.hint = Elided("", "small")
        self.saved = Elided("", "small")
        self.work = Elided("", "small")
        self.lock = label("", "small")
        self._who = [label(court, "small"), label(holder, "small")]
        line = QHBoxLayout(self)
        line.setContentsMargins(dressed.space("l"), 0, dressed.space("xl"), 0)
        line.setSpacing(dressed.space("xl"))
        for words in (self.work, self.saved, self.hint):
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            line.addWidget(words)
        line.addStretch(1)
        for fixed in (*self._who, self.lock):
            line.addWidget(fixed)
        self.saved.hide()
        self.work.hide()

    def show_hint(self, words: str) -> None:
        """Say what a key does here."""
        self._hint = words
        _say(self.hint, words)

    def show_keys(self, words: str) -> None:
        """Say other keys as long as something stands in front; with no words, the hint is back."""
        _say(self.hint, words or self._hint)

    def show_saved(self, words: str, at: time) -> None:
        """Say what was saved, and when."""
        _say(self.saved, say("window.saved.at", time=dates.clock(at), what=words))
        self.saved.show()

    def show_work(self, words: str) -> None:
        """Say what is being done behind the pages, nothing when it is over."""
        _say(self.work, words)
        self.work.setVisible(bool(words))

    def show_court(self, name: str) -> None:
        self._who[0].setText(name)

    def show_lock(self, minutes: int) -> None:
        self.lock.setText(say("window.locks-after", n=minutes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for words in self._who:
            words.setVisible(self.width() >= theme.current().size("stacks_below"))


def _say(place: Elided, words: str) -> None:
    place.setText(words)
    place.setToolTip(words)
