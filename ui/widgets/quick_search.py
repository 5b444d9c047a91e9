"""Quick search: a list below the box of the window, which keeps the focus meanwhile."""

from collections.abc import Callable, Sequence
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.wording import say
from ui import failures, tasks, theme
from ui.widgets.labels import label
from ui.widgets.offers import Group, Offer
from ui.widgets.offers_list import OffersList
from ui.widgets.search_box import SearchBox

PAGE = 5
STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

Find = Callable[[str], Any]
Show = Callable[[str, Any], Sequence[Group]]


class QuickSearch(QFrame):
    """Looks for what is typed into `box` and shows it below; it is no window of its own.

    `find` runs in the record lane, and what it found becomes groups of offers by `groups`.
    """

    turned = Signal(str)  # which keys count now that it is open; none when it is closed

    def __init__(self, box: SearchBox, find: Find, groups: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._box, self._find, self._groups, self._around = box, find, groups, parent
        self._reading = self._stale = self._opens = False
        self._before: QWidget | None = None
        self._list: OffersList | None = None
        self.nothing = label("", "quiet", wraps=True)
        self.setObjectName("quick-search")
        self.setAccessibleName(say("window.quick"))
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[dressed.space("xs")] * 4)
        self.nothing.setMargin(dressed.space("m"))
        column.addWidget(self.nothing)
        self.hide()
        box.textEdited.connect(self._look)
        box.installEventFilter(self)
        # Made in a turn of its own, because making the window takes long enough without it.
        QTimer.singleShot(0, self, lambda: self.list)

    @property
    def list(self) -> OffersList:
        if self._list is None:
            self._list = made = OffersList(say("window.quick"))
            cast("QVBoxLayout", self.layout()).insertWidget(0, made)
            made.opened.connect(self._open)
            made.chosen.connect(self._announce)
        return self._list

    @property
    def is_reading(self) -> bool:
        return self._reading

    def begin(self) -> None:
        """Go into the box, and remember where the focus was."""
        now = QApplication.focusWidget()
        if now is not self._box:
            self._before = now
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()
        self._look()

    def leave(self) -> None:
        """Close, empty the box, and give the focus back."""
        self.close_list()
        before, self._before = self._before, None
        # The page that had it may be gone by now.
        if before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Close and forget what was typed; the focus stays where it is."""
        if not self.isHidden():
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
            self.turned.emit("")
        self._box.clear()
        self._opens = False
        self.hide()

    def place(self) -> None:
        """Stand right below the box, as high as needed and as there is room for."""
        around = self._around
        dressed = theme.current()
        gap = dressed.space("xs")
        corner = self._box.mapTo(around, QPoint(0, self._box.height() + gap))
        width = min(dressed.size("search_list"), around.width() - corner.x() - gap)
        self.nothing.setVisible(not self.list.offers.lines)
        self.list.setHidden(not self.list.offers.lines)
        inside = width - 4 * gap
        wanted = self.list.needed or self.nothing.heightForWidth(inside)
        room = around.height() - dressed.size("status_line") - corner.y() - gap
        self.setGeometry(corner.x(), corner.y(), width, min(wanted + 4 * gap, room))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press on a heading or an edge from counting as one on what is behind."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box:
            return self._heed_box(event)
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            own = watched is self or self.isAncestorOf(watched) or self._box.isAncestorOf(watched)
            if not own:
                self.close_list()
        return False

    def _heed_box(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._heed_key(event.key())
        if event.type() is QEvent.Type.MouseButtonPress and self.isHidden():
            self.begin()
        elif event.type() is QEvent.Type.FocusOut and not self._only_the_window_changed(event):
            self.close_list()
        return False

    def _heed_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in ENTER:
            self._enter()
        elif key in STEPS:
            if self.isHidden():
                self._look()
            else:
                self.list.move_by(STEPS[key])
        else:
            return False
        return True

    def _only_the_window_changed(self, event: QEvent) -> bool:
        reasons = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        return getattr(event, "reason", lambda: None)() in reasons

    def _look(self) -> None:
        """Look for what stands in the box; what is typed meanwhile is looked for once, after."""
        if self._reading:
            self._stale = True
            return
        words = self._box.text()
        if not words.strip():
            self._show(words, ())
            return
        self._reading, self._stale = True, False
        tasks.run(
            lambda: self._find(words),
            owner=self,
            done=lambda found: self._arrive(words, found),
            failed=self._fail,
        )

    def _arrive(self, words: str, found: Any) -> None:
        self._reading = False
        if self._stale:
            self._look()
        elif self._box.hasFocus() or self._opens:
            self._show(words, found)

    def _show(self, words: str, found: Any) -> None:
        self.list.show_groups(self._groups(words, found))
        self.nothing.setText(say("window.quick.nothing", words=words))
        if self.isHidden():
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
            self.turned.emit(say("window.quick.keys"))
        self.place()
        self.show()
        self.raise_()
        if self._opens:
            self._enter()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        failures.show(error)
        if self._stale:
            self._look()

    def _enter(self) -> None:
        """Open what is chosen, once what was typed last has been looked for."""
        if self._reading:
            self._opens = True
        elif self.isHidden():
            self._look()
        elif self.list.current is not None:
            self._open(self.list.current)

    def _open(self, offer: Offer) -> None:
        self.leave()
        offer.call()

    def _announce(self, offer: Offer | None) -> None:
        """Say the row that is chosen to whoever hears the screen; the focus stays in the box."""
        if offer is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, offer.told))
