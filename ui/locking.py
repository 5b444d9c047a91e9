"""The lock: cover everything, keep what was typed, close the record, and let the process end.

The order is fixed. Within a tenth of a second nothing of a participant is on the screen; what was
typed is kept in a transaction of its own; the process that has the keys is gone within seconds, or
is ended from outside. Where what was typed cannot be kept, it stays covered for some minutes, so
that whoever unlocks can make room and go on.
"""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import sentence
from app.vault import holders
from app.vault.record import Record
from app.vault.unlock import Secret
from app.wording import say
from models.errors import Trouble
from ui import dialogs, failures, tasks, whereabouts
from ui.away import Away
from ui.clipboard import OwnClipboard
from ui.handover import Handover, Word
from ui.home import Home
from ui.main_window import MainWindow
from ui.screens.unlock import UnlockScreen
from ui.session import wait_after
from ui.shell import Shell
from ui.startup import StartupScreen

HOLDS = 290_000  # milliseconds, a little less than the process behind the window waits
STEPS = ("keep", "close")


@dataclass(frozen=True)
class Open:
    """What is open: the record, and the pages that stand on it."""

    record: Record = field(repr=False)
    shell: Shell


class Locking(QObject):
    """Covers what is shown, keeps what was typed, and says when the record can be closed."""

    wanted = Signal()  # the system says that nobody is there
    going = Signal()  # nothing is left to keep; the record can be closed
    resumed = Signal()  # somebody is back at what could not be kept

    def __init__(self, window: MainWindow, home: Home) -> None:
        super().__init__(window)
        self._window, self._home = window, home
        self._cover = cover_page()
        self._clipboard = OwnClipboard(self)
        Away(self).gone.connect(self.wanted)
        self._wrong = 0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(HOLDS)
        self._late.timeout.connect(self.going)

    def cover(self) -> QWidget:
        """Cover every window at once, whatever is at work behind it; return what was shown."""
        shown = self._window.shown
        self._window.cover(self._cover)
        self._window.repaint()
        dialogs.close_all()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.hide()
        self._clipboard.clear()
        return shown

    def begin(self, shown: QWidget, record: Record | None, left: Handover) -> None:
        """Keep what was typed on the page that was shown, if there was one, then say `going`."""
        self._home.say(Word.LOCKING, left)
        if isinstance(shown, Shell) and record is not None:
            self._keep(Open(record, shown), tries=2)
        else:
            self.going.emit()

    def let_go(self) -> None:
        """Somebody closes the window in which something is held, and was told what that loses."""
        if self._late.isActive():
            self._late.stop()
            self.going.emit()

    def _keep(self, open_: Open, *, tries: int) -> None:
        """Keep what is typed, and where; a place that is not kept is no loss."""
        open_.shell.leave()
        look = partial(self._look, open_, tries - 1)
        # Behind what the page wants kept, because a lane does one thing after the other.
        keep = whereabouts.keeping(open_.record.desk, open_.shell.navigator.stand)
        tasks.run(keep, owner=self, done=look, failed=look)

    def _look(self, open_: Open, tries: int, _came: object) -> None:
        if open_.shell.page.is_kept:
            self.going.emit()
        elif tries:  # a save was on its way, and what it was to save is unkept again
            self._keep(open_, tries=tries)
        else:
            self._hold(open_)

    def _hold(self, open_: Open) -> None:
        """Stay covered with what could not be kept, and let its holder come back to it."""
        self._home.say(Word.HELD)
        holder, court = open_.record.desk.holder, open_.shell.court
        page = UnlockScreen(court=court, holders=[holder], told=say("lock.held"))
        page.stand_alone()
        page.passphrase_given.connect(partial(self._prove, open_, page))
        self._window.cover(page)
        page.focus_first()
        self._late.start()

    def _prove(self, open_: Open, page: UnlockScreen, holder: str, passphrase: str) -> None:
        tasks.run(
            lambda: shown(open_.record, holder, passphrase),
            owner=page,
            done=lambda _done: self._resume(open_),
            failed=lambda error: self._refuse(page, error),
        )

    def _refuse(self, page: UnlockScreen, error: Exception) -> None:
        self._wrong += 1
        if isinstance(error, Trouble):
            page.refuse(sentence(error), wait_after(self._wrong))
        else:
            page.refuse(say("window.unlock.fault"))
            failures.show(error)

    def _resume(self, open_: Open) -> None:
        self._late.stop()
        self._home.say(Word.RESUMED)
        self.resumed.emit()
        self._window.uncover()
        self._cover = cover_page()
        open_.shell.page.banner.tell("attention", say("lock.unkept"))
        open_.shell.page.setFocus()


def cover_page() -> StartupScreen:
    """Return what stands over everything while it is locked; made before it is needed."""
    page = StartupScreen(say("lock.title"), [say(f"lock.{step}") for step in STEPS])
    page.reach(1)
    return page


def shown(record: Record, holder: str, passphrase: str) -> None:
    """Refuse who cannot show that the open record is theirs.

    Raises:
        WrongSecret: the passphrase is not this holder's.
    """
    holders.act(record, Secret(passphrase=passphrase, holder=holder))
