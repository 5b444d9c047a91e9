"""The way through the program: which page stands in the window, and what leads to the next.

Nothing that loads the database or a page is imported before the first page is painted.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app import settings
from app.wording import say
from ui import dialogs, failures, loading, tasks
from ui.beginning import Beginning, remembered
from ui.dialogs import FileWanted
from ui.main_window import MainWindow
from ui.sample import STEPS, Sample
from ui.screens.unlock import UnlockScreen
from ui.session import Door, Key, Opened, Session
from ui.startup import StartupScreen

if TYPE_CHECKING:
    from app.demo import DemoCourt
    from app.settings import Settings
    from reports.lane import Lane
    from ui.screens.first_start.step import Answers
    from ui.shell import Shell


@dataclass(frozen=True)
class Wanted:
    """What the call of the window asks for."""

    demo: bool = False
    keep: Path | None = None


class Program(QObject):
    """Holds the window and the session, and goes from one page to the next."""

    ended = Signal()
    listed = Signal()  # the list of a record just opened stands in the window

    def __init__(self, wanted: Wanted, kept: "Settings", *, remembers: bool = True) -> None:
        super().__init__()
        self._wanted = wanted
        self._settings = kept
        self._remembers = remembers
        self._lane: Lane | None = None
        self._sample = Sample(wanted.keep)
        self._leaving = False
        self._then = ""  # the place to go to once the record is open
        self.window = MainWindow(kept)
        self.session = Session(self)
        self._beginning = Beginning(self.window, self._fail)
        self._beginning.demo_wanted.connect(self._make_demo)
        self._beginning.record_wanted.connect(self._choose_record)
        self._beginning.kept.connect(self._keep_made)
        self._beginning.begun.connect(self._begin)
        self.session.opened.connect(self._enter)
        self.session.refused.connect(self._refuse)
        self.session.closed.connect(self._closed)
        self.session.changed.connect(self._heed)
        self.window.close_wanted.connect(self._leave)
        failures.failures.banner = self._tell
        failures.failures.report = self._report

    @property
    def path(self) -> Path | None:
        """The record that is open, or would be."""
        if self._sample.court is not None:
            return self._sample.court.path
        return Path(self._settings.record) if self._settings.record else None

    @property
    def shell(self) -> "Shell":
        from ui.shell import Shell  # noqa: PLC0415 - as the module says

        if not isinstance(self.window.shown, Shell):
            raise TypeError("no record is open")
        return self.window.shown

    def start(self, told: str | None = None) -> None:
        """Show the first page, and load behind it what the next one needs."""
        if self._wanted.demo:
            self._make_demo()
        elif self.path is None:
            self._beginning.show()
        else:
            self._show_unlock(told or "")
        self.window.show()

    def _keep_made(self, said: "Answers") -> None:
        self._settings = remembered(self._settings, said)
        self._remember()

    def _begin(self, said: "Answers") -> None:
        """Open the record that was made, or the sample court to learn on."""
        if said.begins_with == "sample":
            self._make_demo()
        else:
            self._then = "import" if said.begins_with == "import" else ""
            self._open(Key(holder=said.holder, passphrase=said.passphrase))

    def _show_unlock(self, told: str = "") -> None:
        kept = self._settings
        known = [kept.holder] if kept.holder else []
        court = None if self._sample.court else kept.court
        page = UnlockScreen(court=court, holders=known, told=told)
        page.passphrase_given.connect(self._unlock)
        page.sheet_given.connect(lambda sheet: self._open(Key(sheet=sheet)))
        page.other_wanted.connect(self._choose_record)
        self.window.put(page)
        page.focus_first()
        # After the first paint, because loading the database takes longer than painting.
        QTimer.singleShot(0, page, self._look)

    def _look(self) -> None:
        if self.path is not None:
            self.session.look(self.path, done=self._know)
        tasks.run(loading.load_shell, owner=self, done=lambda _done: None, failed=self._fail)

    def _know(self, door: Door) -> None:
        page = self.window.shown
        if isinstance(page, UnlockScreen):
            page.show_holders(door.holders, self._settings.holder)
            if door.wait:
                page.refuse(say("window.unlock.many"), door.wait)

    def _unlock(self, holder: str, passphrase: str) -> None:
        self._open(Key(holder=holder or None, passphrase=passphrase))

    def _open(self, key: Key) -> None:
        if self.path is not None:
            self.session.open(self.path, key)

    def _refuse(self, error: Exception, wait: int) -> None:
        from app.errors import sentence  # noqa: PLC0415 - as the module says
        from models.errors import Trouble  # noqa: PLC0415

        page = self.window.shown
        if isinstance(page, UnlockScreen) and isinstance(error, Trouble):
            group = error.facts.get("group")
            page.refuse(sentence(error), wait, group if isinstance(group, int) else None)
        elif isinstance(page, UnlockScreen):
            page.refuse(say("window.unlock.fault"))
            failures.show(error)
        else:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        failures.show(error)
        if isinstance(self.window.shown, StartupScreen):
            self._show_unlock() if self.path else self._beginning.show()
        self._beginning.resume()

    def _enter(self, opened: Opened) -> None:
        from reports.lane import Lane  # noqa: PLC0415 - as the module says
        from ui.navigation import Tools  # noqa: PLC0415
        from ui.shell import Shell  # noqa: PLC0415

        if self._sample.court is None:
            known = opened.holder if opened.holder in self._holders() else self._settings.holder
            self._settings = replace(self._settings, court=opened.court, holder=known)
            self._remember()
        self._lane = Lane()
        shell = Shell(Tools(opened.desk, self._lane), opened.court)
        shell.lock_wanted.connect(self._lock)
        self.window.put(shell)
        shell.page.focus_first()
        shell.tell_findings(opened.findings)
        shell.participants.shown.connect(
            lambda: self._settled(opened), Qt.ConnectionType.SingleShotConnection
        )

    def _holders(self) -> list[str]:
        page = self.window.shown
        if not isinstance(page, UnlockScreen):
            return []
        return [page.holder.itemText(n) for n in range(page.holder.count())]

    def _settled(self, opened: Opened) -> None:
        """Do what can wait until the list stands: bring its rows up to today, warm the lane."""
        from ui.session import refresh_standing  # noqa: PLC0415 - as the module says

        self.listed.emit()
        shell = self.shell
        tasks.run(
            lambda: refresh_standing(opened.desk),
            owner=shell,
            done=lambda stale: self._go_where_wanted(shell, stale=stale),
            failed=self._fail,
        )
        shell.warm()
        tasks.run(
            loading.load_preview,
            owner=shell,
            done=lambda _done: None,
            failed=self._fail,
            lane=tasks.PAGES,
        )

    def _go_where_wanted(self, shell: "Shell", *, stale: bool) -> None:
        place, self._then = self._then, ""
        if stale:
            shell.participants.refresh()
        if place:
            shell.navigator.go(place)

    def _heed(self, change: object) -> None:
        from app.events import Changed  # noqa: PLC0415 - as the module says
        from ui.shell import Shell  # noqa: PLC0415

        if isinstance(change, Changed) and isinstance(self.window.shown, Shell):
            self.window.shown.heed(change)

    def _lock(self) -> None:
        """Cover the window at once, drop every screen, then close the record."""
        from ui.tables import cells  # noqa: PLC0415 - as the module says

        demo = self._sample.court
        told = say("window.locked")
        if demo is not None:
            told = say("window.locked.demo", passphrase=demo.passphrase)
        self._let_lane_go()
        self._show_unlock(told)
        cells.forget()
        self.session.close()

    def _leave(self) -> None:
        self._leaving = True
        self._beginning.abandon()
        self._let_lane_go()
        self.session.close()

    def _closed(self) -> None:
        if not self._leaving:
            return
        tasks.settle()
        size = self.window.size()
        self._settings = replace(self._settings, width=size.width(), height=size.height())
        self._remember()
        self._sample.remove()
        self.window.let_close()
        self.ended.emit()

    def _let_lane_go(self) -> None:
        if self._lane is not None:
            self._lane.close()
            self._lane = None

    def _choose_record(self) -> None:
        wanted = FileWanted(say("window.open.title"), say("window.open.kind"))
        dialogs.choose_file(self.window, wanted, self._take_record)

    def _take_record(self, path: Path) -> None:
        self._sample.leave()
        self._settings = replace(
            self._settings, record=str(path.resolve()), court=None, holder=None
        )
        self._remember()
        self._show_unlock()

    def _make_demo(self) -> None:
        """Make the sample court in the record lane, saying what is being done."""
        steps = [say(f"window.startup.{step}") for step in STEPS]
        page = StartupScreen(say("window.startup.demo"), steps)
        self.window.put(page)
        page.reach(1)
        tasks.run(self._sample.make, owner=self, done=self._open_demo, failed=self._fail)

    def _open_demo(self, demo: "DemoCourt") -> None:
        self._sample.court = demo
        if isinstance(self.window.shown, StartupScreen):
            self.window.shown.reach(2)
        self.session.open(demo.path, Key(holder=demo.holder, passphrase=demo.passphrase))

    def _remember(self) -> None:
        if not self._remembers:
            return
        try:
            settings.save(self._settings)
        except OSError as error:
            failures.show(error)

    def _tell(self, sentence: str) -> None:
        from ui.widgets.page import Page  # noqa: PLC0415 - as the module says

        shown = self.window.shown
        page = getattr(shown, "page", None)
        if isinstance(page, Page):
            page.banner.tell("problem", sentence)
        else:
            dialogs.tell(self.window, say("window.failed"), sentence)

    def _report(self, text: str, kept: Path | None) -> None:
        where = say("window.fault.kept", report=kept) if kept else say("window.fault.not-kept")
        dialogs.tell_report(self.window, where, text)
