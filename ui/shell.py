"""The window around the screens while a record is open: rail, top bar, stack, status line."""

from collections.abc import Callable
from typing import cast

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import clock, manual
from app.events import Changed
from app.search import Found
from app.settings import Settings
from app.wording import say
from ui import actions, dialogs, finding, tasks, theme
from ui.backups import Notice
from ui.court_name import CourtName
from ui.finding import Command, command
from ui.idle import IdleWatch
from ui.navigation import HOME, PLACES, RAIL, Navigator
from ui.screens.participants import REFERRAL, ParticipantsScreen
from ui.tools import Tools
from ui.top_bar import TopBar
from ui.widgets.cover import Cover
from ui.widgets.offers import Group
from ui.widgets.page import Page
from ui.widgets.quick_search import QuickSearch
from ui.widgets.rail import Rail
from ui.widgets.saved_note import SavedNote
from ui.widgets.status_line import StatusLine

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
# Actions that lead to a place, and what that place is then about.
LEADING = (
    (actions.NEW_REFERRAL, "form", REFERRAL),
    (actions.IMPORT, "import", None),
)

# What every list of people is about.
ROWS = frozenset({"person", "hearing", "drug_test"})


class Shell(QWidget):
    """Knows the places and no screen but the list, which is read behind the first page."""

    lock_wanted = Signal()

    def __init__(self, tools: Tools, court: str) -> None:
        super().__init__()
        self._tools = tools
        self._court = CourtName(tools.desk, tools.machine, court)
        self.rail = Rail([(place.key, place.icon) for place in RAIL])
        self.stack = QStackedWidget()
        self.navigator = Navigator(self.stack, tools)
        self.bar = TopBar(tools.desk.zone, tools.backups)
        self.search, self.back = self.bar.search, self.bar.back
        self.hidden, self.lock = self.bar.hidden, self.bar.lock
        self.note = SavedNote()
        self.status = StatusLine(court, tools.desk.holder)
        self.cover = Cover()
        self._body = QWidget()
        self._focus: QWidget | None = None
        self._build()
        self.quick = QuickSearch(self.search, self._find, self._offer, self._body)
        self.idle = IdleWatch(self, tools.machine.settings.lock_minutes)
        self._connect()
        self.lock_after(self.idle.minutes)

    def begin(self) -> None:
        """Go to the first page; apart from the frame, so that neither holds the window for long."""
        if self.navigator.stand is None:
            self.navigator.go(HOME.key)

    @property
    def court(self) -> str:
        return self._court.name

    @property
    def participants(self) -> ParticipantsScreen:
        """The list, after going to it."""
        self.navigator.go("participants")
        return cast("ParticipantsScreen", self.navigator.page)

    @property
    def page(self) -> Page:
        """The page that is shown, the first one where nobody has gone anywhere yet."""
        self.begin()
        return self.navigator.page

    def heed(self, change: Changed) -> None:
        self.navigator.heed(change)
        self._court.heed(change)
        self._tools.backups.heed(change)

    def refresh(self) -> None:
        """Read anew what the pages show, because a new day has changed it."""
        self.heed(Changed(ROWS))

    def lock_after(self, minutes: int) -> None:
        """Lock when nobody has touched anything for so many minutes."""
        self.idle.wait(minutes)
        self.status.show_lock(minutes)

    def leave(self) -> None:
        """Let the page that is shown keep what was typed into it, because the window goes."""
        if self.navigator.stand is not None:
            self.page.leave()

    def follow(self, before: "Shell") -> None:
        """Go to where somebody was in the window that this one takes the place of."""
        stand = before.navigator.stand
        if stand is not None:
            self.navigator.go(stand.key, stand.about)

    def hide_all(self) -> None:
        """Cover everything at once; the work behind it stays as it is."""
        dialogs.close_all()
        self.quick.close_list()
        self._focus = QApplication.focusWidget()
        self._layers.setCurrentWidget(self.cover)
        self.cover.begin()

    def show_all(self) -> None:
        """Go on where somebody was."""
        self._layers.setCurrentWidget(self._body)
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()

    def tell_saved(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was saved; `undo`, the opposite, can be asked for until the next thing."""
        now = clock.local_now(self._tools.desk.zone)
        self.status.show_saved(sentence, now.time())
        self.note.tell(sentence, undo)

    def tell_findings(self, findings: tuple[str, ...], told: str = "") -> None:
        """Say what was noticed while the record was opened, behind what was done before."""
        words = " ".join([told, *(say(f"finding.{finding}") for finding in findings)]).strip()
        if words:
            self.page.banner.tell("attention" if findings else "good", words)

    def warm(self) -> None:
        """Start the drawing process behind the list, and look at the backups."""
        self._tools.backups.refresh()
        lane = self._tools.lane
        tasks.run(
            lane.warm,
            owner=self,
            done=lambda _done: None,
            failed=self.page.fail,
            lane=tasks.PAGES,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        focused = QApplication.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(folded=self.width() < theme.current().size("rail_folds_below"))
        if not self.quick.isHidden():
            self.quick.place()

    def _build(self) -> None:
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._body)
        self._layers.addWidget(self.cover)
        right = _column()
        right.addWidget(self.bar)
        right.addWidget(self.stack, 1)
        right.addWidget(self.note)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(right, 1)
        below = _column(self._body)
        below.addLayout(upper, 1)
        below.addWidget(self.status)

    def _connect(self) -> None:
        self.rail.wanted.connect(self.navigator.go)
        self.bar.back_wanted.connect(self.navigator.back)
        self.bar.hide_wanted.connect(self.hide_all)
        self.bar.lock_wanted.connect(self.lock_wanted.emit)
        self.bar.backups_wanted.connect(self._show_backups)
        self._tools.backups.said.connect(self.status.show_work)
        self._tools.backups.noticed.connect(self._notice)
        self.status.show_work(self._tools.backups.line)
        self.navigator.moved.connect(self._moved)
        self._court.changed.connect(self.status.show_court)
        self.navigator.hinted.connect(self.status.show_hint)
        self.navigator.saved.connect(self.tell_saved)
        self.note.undone.connect(lambda done: self.tell_saved(done.sentence))
        self._tools.machine.changed.connect(self._heed_machine)
        self.idle.idle.connect(self.lock_wanted.emit)
        self.quick.turned.connect(self.status.show_keys)
        self.cover.ended.connect(self.show_all)
        actions.shortcut(actions.LOCK, self.cover, self.lock_wanted.emit)
        for action, call in (
            (actions.FIND, self.quick.begin),
            (actions.UNDO, self.note.undo),
            (actions.INITIALS, self._tools.machine.turn_names),
            (actions.MANUAL, self._explain),
            (actions.SHORTCUTS, lambda: self.navigator.go("manual", manual.KEYBOARD)),
        ):
            actions.shortcut(action, self._body, call)
        for action, key, about in LEADING:
            actions.shortcut(action, self._body, self._leading(key, about))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._arm_box)

    def _heed_machine(self, kept: Settings) -> None:
        self.lock_after(kept.lock_minutes)

    def _notice(self, notice: Notice) -> None:
        """Say what came of a backup, on whatever page is shown."""
        self.page.banner.tell(notice.tone, notice.words, notice.action, notice.call)

    def _show_backups(self) -> None:
        self.navigator.go("backups")

    def _moved(self, under: str) -> None:
        self.quick.close_list()
        self.rail.choose(under)
        self.back.setEnabled(self.navigator.can_go_back)

    def _find(self, words: str) -> object:
        return finding.find(self._tools.desk, words)

    def _offer(self, words: str, people: list[Found]) -> list[Group]:
        return finding.groups(words, people, self._commands(), self.navigator.go)

    def _commands(self) -> list[Command]:
        """Return what can be done now, in the order of the window."""
        found = [
            Command(say(f"window.{place.key}"), place.icon, self._leading(place.key, None))
            for place in RAIL
        ]
        found += [
            command(action, self._leading(key, about))
            for action, key, about in LEADING
            if _exists(key)
        ]
        if self.note.can_undo:
            found.append(command(actions.UNDO, self.note.undo))
        if self.navigator.can_go_back:
            found.append(command(actions.BACK, self.navigator.back))
        keyboard = self._leading("manual", manual.KEYBOARD)
        return [
            *found,
            command(actions.HIDE, self.hide_all),
            command(actions.INITIALS, self._tools.machine.turn_names),
            command(actions.LOCK, self.lock_wanted.emit),
            command(actions.MANUAL, self._explain),
            command(actions.SHORTCUTS, keyboard),
        ]

    def _leading(self, key: str, about: object) -> Callable[[], None]:
        def go() -> None:
            if _exists(key):
                self.navigator.go(key, about)

        return go

    def _explain(self) -> None:
        """Open the manual at the page about where somebody is."""
        stand = self.navigator.stand
        if stand is not None and stand.key != "manual":
            self.navigator.go("manual", manual.page_for(stand.key))

    def _arm_box(self) -> None:
        """Let the keys that hide everything work in a box that stands before the window too."""
        box = QApplication.activeModalWidget()
        if box is not None and box.findChild(QShortcut) is None:
            keys = QShortcut(QKeySequence(actions.HIDE.shortcut), box)
            keys.activated.connect(self.hide_all)


def _exists(key: str) -> bool:
    return any(place.key == key for place in PLACES)


def _column(parent: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
