"""The way through the program: which page stands in the window, and what leads to the next.

Nothing that loads the database or a page is imported before the first page is painted.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.wording import say
from ui import dialogs, dressing, failures, tasks
from ui.beginning import Beginning, remembered
from ui.call import Wanted
from ui.dialogs import FileWanted
from ui.entrance import Entrance
from ui.handover import LOCKED, Handover, SampleLeft, Word
from ui.home import Home
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.restoring import Back, Restoring
from ui.sample import STEPS, Sample
from ui.session import Key, Opened, Session
from ui.startup import StartupScreen

if TYPE_CHECKING:
    from app.settings import Settings
    from ui.closing import Closing
    from ui.locking import Locking
    from ui.screens.first_start.answers import Answers
    from ui.screens.restore.frame import RestoreFrame
    from ui.shell import Shell
    from ui.tools import Tools


# Milliseconds after which the window that follows a lock is loaded, behind all that comes first.
LATER = 5000


class Program(QObject):
    """Holds the window and the session, and goes from one page to the next."""

    ended = Signal(int)  # with the exit code of this window
    listed = Signal()  # the list of a record just opened stands in the window

    def __init__(
        self,
        wanted: Wanted,
        kept: "Settings",
        home: Home | None = None,
        *,
        left: Handover | None = None,
        remembers: bool = True,
    ) -> None:
        super().__init__()
        self._wanted, self._left = wanted, left or Handover()
        self._home = home or Home()
        self._home.lost.connect(self._end_alone)
        self.machine = Machine(kept, remembers=remembers)
        self.machine.changed.connect(self._dress)
        dressing.tell_names(kept)
        self._tools: Tools | None = None
        self._closing: Closing | None = None
        self._locking: Locking | None = None
        self._sample = Sample(wanted.keep, self._left.sample)
        self._end: int | None = None  # the exit code, once this window is on its way out
        self._then = ""  # the place to go to once the record is open
        self.window = MainWindow(kept)
        self.session = Session(self)
        self._beginning = Beginning(self.window, self._fail)
        self._beginning.demo_wanted.connect(self._make_demo)
        self._beginning.record_wanted.connect(self._choose_record)
        self._beginning.kept.connect(lambda said: self.machine.change(**remembered(said)))
        self._beginning.begun.connect(self._begin)
        self._entrance = Entrance(self.window, self.session, self.machine)
        self._entrance.other_wanted.connect(self._choose_record)
        self._entrance.entered.connect(self._enter)
        self._restoring = Restoring(self.window, self.machine)
        self._restoring.left.connect(self._show_first)
        self._restoring.restored.connect(self._return)
        for page in (self._beginning, self._entrance):
            page.restore_wanted.connect(self._restoring.show)
        self._entrance.lock_wanted.connect(self._lock)
        self.session.opened.connect(lambda _opened: self._ready_to_lock())
        self.session.refused.connect(self._refuse)
        self.session.closed.connect(self._closed)
        self.session.changed.connect(self._heed)
        self.window.close_wanted.connect(self._leave)
        failures.failures.banner = self.window.tell
        failures.failures.report = self.window.report

    @property
    def path(self) -> Path | None:
        """The record that is open, or would be."""
        sample = self._sample.court
        kept = self.machine.settings.record if sample is None else sample.path
        return Path(kept) if kept else None

    @property
    def is_leaving(self) -> bool:
        return self._end is not None

    @property
    def shell(self) -> "Shell":
        from ui.shell import Shell  # noqa: PLC0415 - as the module says

        if not isinstance(self.window.shown, Shell):
            raise TypeError("no record is open")
        return self.window.shown

    def start(self, told: str | None = None) -> None:
        """Show the first page, and load behind it what the next one needs."""
        words = told or self._left.told
        if self._wanted.demo and self._sample.court is None:
            self._make_demo()
        else:
            self._show_first(words)
        self.window.show()
        self._home.say(Word.SHOWN)

    def _show_first(self, told: str = "") -> None:
        if self.path is None:
            self._beginning.show()
        else:
            self._show_unlock(told)

    def _begin(self, said: "Answers") -> None:
        """Open the record that was made, or the sample court to learn on."""
        if said.begins_with == "sample":
            self._make_demo()
        else:
            self._then = "import" if said.begins_with == "import" else ""
            if self.path is not None:
                self._entrance.open(self.path, Key(said.holder, said.passphrase))

    def _show_unlock(self, told: str = "") -> None:
        court = None if self._sample.court else self.machine.settings.court
        self._entrance.show(self.path, court, told)

    def _refuse(self, error: Exception, wait: int) -> None:
        if not self._entrance.refuse(error, wait):
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        failures.show(error)
        if isinstance(self.window.shown, StartupScreen):
            self._show_first()
        self._beginning.resume()

    def _enter(self, opened: Opened, told: str) -> None:
        from app.vault.unlock import SHEET_HOLDER  # noqa: PLC0415 - as the module says
        from reports.lane import Lane  # noqa: PLC0415
        from ui.closing import Closing  # noqa: PLC0415
        from ui.tools import Tools  # noqa: PLC0415

        if self._sample.court is None:
            known, by_sheet = self.machine.settings.holder, opened.holder == SHEET_HOLDER
            self.machine.change(court=opened.court, holder=known if by_sheet else opened.holder)
        self._tools = Tools(opened.record, Lane(), self.machine, self._lock, self._restore)
        self._closing = Closing(self.window, self._tools.backups)
        shell = self._put_shell(self._tools, opened.court)
        QTimer.singleShot(0, shell, lambda: self._show_home(shell, opened, told))

    def _show_home(self, shell: "Shell", opened: Opened, told: str) -> None:
        once = Qt.ConnectionType.SingleShotConnection
        shell.page.shown.connect(lambda: self._settled(opened), once)
        shell.page.focus_first()
        shell.tell_findings(opened.findings, told)

    def _put_shell(self, tools: "Tools", court: str) -> "Shell":
        from ui.shell import Shell  # noqa: PLC0415 - as the module says

        shell = Shell(tools, court)
        shell.lock_wanted.connect(self._lock)
        self.window.put(shell)
        return shell

    def _settled(self, opened: Opened) -> None:
        from ui.settling import settle_in  # noqa: PLC0415 - as the module says

        self.listed.emit()
        place, self._then = self._then, ""
        QTimer.singleShot(LATER, self.shell, lambda: self._home.say(Word.OPENED))
        settle_in(self.shell, opened, self._fail, place, returns=not self._left.safe)

    def _heed(self, change: object) -> None:
        from app.events import Changed  # noqa: PLC0415 - as the module says
        from ui.shell import Shell  # noqa: PLC0415

        if isinstance(change, Changed) and isinstance(self.window.shown, Shell):
            self.window.shown.heed(change)

    def _dress(self, kept: "Settings") -> None:
        """Put on another look at once; the page that somebody is on is made anew in it."""
        if self._tools is not None and dressing.is_changed(kept):
            before = self.shell
            before.leave()
            self._put_shell(self._tools, before.court).follow(before)

    def _ready_to_lock(self) -> "Locking":
        from ui.locking import Locking  # noqa: PLC0415 - as the module says

        if self._locking is None:
            self._locking = Locking(self.window, self._home)
            self._locking.wanted.connect(self._lock)
            self._locking.going.connect(self.session.close)
            self._locking.resumed.connect(self._stay)
        return self._locking

    def _lock(self, why: str = "") -> None:
        """Cover the window at once, keep what was typed, close the record, and end the process."""
        if self.is_leaving or not (self.session.is_open or why):
            return
        self._end = LOCKED
        locking = self._ready_to_lock()
        shown = locking.cover()
        told = why or self._sample.lock_words() or say("window.locked")
        if self._let_lane_go():
            told = f"{told} {say('backups.called-off.lock')}"
        locking.begin(shown, self.session.record, Handover(told, self._sample.court))

    def _end_alone(self) -> None:
        """Nobody stands behind this window any more, so it ends while it still can in order."""
        (self._lock if self.session.is_open else self._leave)()

    def _stay(self) -> None:
        """Somebody has unlocked what could not be kept."""
        self._end = None

    def _restore(self, frame: "RestoreFrame") -> None:
        """Close the record, whose place another is about to take."""
        from ui.tables import cells  # noqa: PLC0415 - as the module says

        self._let_lane_go()
        self.session.close()
        self._restoring.take(frame)
        cells.forget()

    def _return(self, back: Back) -> None:
        """Open the record that is back; whatever keeps it shut is told on its page."""
        if self.is_leaving:
            return
        self._sample.leave()
        self._show_unlock(back.told)
        self._entrance.open(back.path, back.key, back.told)

    def _leave(self) -> None:
        if self._locking is not None:
            self._locking.let_go()
        if self.is_leaving:
            return
        self._end = 0
        if self._tools is not None:
            self.shell.leave()
        self._beginning.abandon()
        self._let_lane_go()
        self.session.close()

    def _closed(self) -> None:
        if self._end is None:
            return
        if self._end != LOCKED:  # a lock waits for nothing that hangs
            tasks.settle()
            self._sample.remove()
        size = self.window.size()
        self.machine.change(width=size.width(), height=size.height())
        self.window.let_close()
        self.ended.emit(self._end)

    def _let_lane_go(self) -> bool:
        """Let go of what works on the open record; whether a backup was called off with it."""
        tools, self._tools = self._tools, None
        if self._closing is not None:
            self._closing.drop()
            self._closing = None
        return tools is not None and tools.let_go()

    def _choose_record(self) -> None:
        wanted = FileWanted(say("window.open.title"), say("window.open.kind"))
        dialogs.choose_file(self.window, wanted, self._take_record)

    def _take_record(self, path: Path) -> None:
        self._sample.leave()
        self.machine.change(record=str(path.resolve()), court=None, holder=None)
        self._show_unlock()

    def _make_demo(self) -> None:
        """Make the sample court in the record lane, saying what is being done."""
        steps = [say(f"window.startup.{step}") for step in STEPS]
        page = StartupScreen(say("window.startup.demo"), steps, say("window.startup.patience"))
        self.window.put(page)
        page.reach(1)
        tasks.run(self._sample.make, owner=self, done=self._open_demo, failed=self._fail)

    def _open_demo(self, demo: SampleLeft) -> None:
        self._sample.court = demo
        if isinstance(self.window.shown, StartupScreen):
            self.window.shown.reach(2)
        self._entrance.open(Path(demo.path), Key(demo.holder, demo.passphrase))
