"""The window around the screens while a record is open: rail, top bar, stack, status line."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changed
from app.wording import say
from ui import actions, tasks, theme
from ui.navigation import HOME, RAIL, Navigator, Place, Tools
from ui.screens.participants import ParticipantsScreen
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.rail import Rail
from ui.widgets.search_box import SearchBox


class Shell(QWidget):
    """Knows the places and no screen but the list that its search box searches."""

    lock_wanted = Signal()

    def __init__(self, tools: Tools, court: str) -> None:
        super().__init__()
        self._tools = tools
        self.rail = Rail([(place.key, place.icon) for place in RAIL])
        self.search = SearchBox("window.search", actions.FIND)
        self.stack = QStackedWidget()
        self.navigator = Navigator(self.stack, tools)
        self.back = actions.button(actions.BACK, self.navigator.back, look="flat")
        self.lock = actions.button(actions.LOCK, self.lock_wanted.emit, look="flat")
        self.hint = label("", "small")
        self._build(court, tools.desk.holder)
        self._connect()
        self.navigator.go(HOME.key)

    @property
    def participants(self) -> ParticipantsScreen:
        """The list, after going to it."""
        self.navigator.go(HOME.key)
        return cast("ParticipantsScreen", self.navigator.page)

    @property
    def page(self) -> Page:
        return self.navigator.page

    def heed(self, change: Changed) -> None:
        self.navigator.heed(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(folded=self.width() < theme.current().size("rail_folds_below"))

    def _build(self, court: str, holder: str) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top_bar())
        right.addWidget(self.stack, 1)
        below = QVBoxLayout()
        below.setSpacing(0)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(right, 1)
        below.addLayout(upper, 1)
        below.addWidget(self._status_line(court, holder))
        across.addLayout(below)

    def _top_bar(self) -> QWidget:
        dressed = theme.current()
        bar = _bar("top-bar", "top_bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(dressed.space("m"), 0, dressed.space("m"), 0)
        line.setSpacing(dressed.space("m"))
        self.back.setText("")
        self.search.setMaximumWidth(dressed.size("search"))
        line.addWidget(self.back)
        line.addWidget(self.search, 2)
        line.addStretch(1)
        line.addWidget(self.lock)
        return bar

    def _status_line(self, court: str, holder: str) -> QWidget:
        dressed = theme.current()
        bar = _bar("status-line", "status_line")
        line = QHBoxLayout(bar)
        line.setContentsMargins(dressed.space("l"), 0, dressed.space("xl"), 0)
        line.setSpacing(dressed.space("xl"))
        line.addWidget(self.hint, 1)
        line.addWidget(label(court, "small"))
        line.addWidget(label(holder, "small"))
        return bar

    def _connect(self) -> None:
        self.rail.wanted.connect(self.navigator.go)
        self.navigator.moved.connect(self._moved)
        self.navigator.hinted.connect(self.hint.setText)
        self.search.textChanged.connect(self._search)
        self.search.left_downwards.connect(self._into_list)
        self.search.returnPressed.connect(self._open_found)
        actions.shortcut(actions.FIND, self, self._find)

    def _moved(self, place: Place) -> None:
        self.rail.choose(place.under)
        self.back.setEnabled(self.navigator.can_go_back)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, words: str) -> None:
        focus = self.search.hasFocus()
        self.participants.search(words)
        if focus:
            self.search.setFocus()

    def _into_list(self) -> None:
        self.participants.focus_first()

    def _open_found(self) -> None:
        """Open the first that was found, once what was typed last has been looked for."""
        page = self.participants
        if page.is_reading:
            page.shown.connect(page.open_first, Qt.ConnectionType.SingleShotConnection)
        else:
            page.open_first()

    def tell_findings(self, findings: tuple[str, ...]) -> None:
        """Say what was noticed while the record was opened."""
        if findings:
            words = " ".join(say(f"finding.{finding}") for finding in findings)
            self.page.banner.tell("attention", words)

    def warm(self) -> None:
        """Start the drawing process behind the list, so that the first page comes at once."""
        lane = self._tools.lane
        tasks.run(
            lane.warm,
            owner=self,
            done=lambda _done: None,
            failed=self.page.fail,
            lane=tasks.PAGES,
        )


def _bar(name: str, size: str) -> QWidget:
    bar = QWidget()
    bar.setObjectName(name)
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar.setFixedHeight(theme.current().size(size))
    return bar
