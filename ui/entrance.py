"""The pages before a record is open: the passphrase or the sheet, and a new passphrase behind it.

Nothing that loads the database is imported before the first of them is painted.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.wording import say
from ui import failures, loading, reading, tasks
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.screens.unlock import UnlockScreen
from ui.session import Door, Key, Opened, Session

if TYPE_CHECKING:
    from models.errors import Trouble


class Entrance(QObject):
    """Opens the record at a path, and lets somebody in once it is clear who they are."""

    other_wanted = Signal()
    restore_wanted = Signal()
    entered = Signal(object, str)  # the open record, and what has to be said there
    lock_wanted = Signal()

    def __init__(self, window: MainWindow, session: Session, machine: Machine) -> None:
        super().__init__(window)
        self._window, self._session, self._machine = window, session, machine
        self._path: Path | None = None
        self._sheet: str | None = None
        self._told = ""
        session.opened.connect(self._let_in)

    def show(self, path: Path | None, court: str | None, told: str = "") -> None:
        """Ask for what opens the record at `path`."""
        self._path = path
        kept = self._machine.settings
        known = [kept.holder] if kept.holder else []
        page = UnlockScreen(court=court, holders=known, told=told)
        page.passphrase_given.connect(
            lambda holder, text: self._open(Key(holder=holder or None, passphrase=text))
        )
        page.sheet_given.connect(lambda sheet: self._open(Key(sheet=sheet)))
        page.other_wanted.connect(self.other_wanted)
        page.restore_wanted.connect(self.restore_wanted)
        page.help_wanted.connect(lambda: reading.show(page))
        reading.offer(page)
        self._window.put(page)
        page.focus_first()
        # After the first paint, because loading the database takes longer than painting.
        QTimer.singleShot(0, page, self._look)

    def open(self, path: Path, key: Key, told: str = "") -> None:
        """Open a record with what was typed elsewhere; `told` is said once it is open."""
        self._path, self._sheet, self._told = path, key.sheet, told
        self._session.open(path, key)

    def refuse(self, error: Exception, wait: int) -> bool:
        """Say on the page why the record did not open; False where another page stands there."""
        from models.errors import Trouble  # noqa: PLC0415 - as the module says

        page = self._window.shown
        if not isinstance(page, UnlockScreen):
            return False
        if isinstance(error, Trouble):
            self._tell(page, error, wait)
        else:
            page.refuse(say("window.unlock.fault"))
            failures.show(error)
        return True

    def _tell(self, page: UnlockScreen, error: "Trouble", wait: int) -> None:
        from app.errors import sentence  # noqa: PLC0415 - as the module says

        words = sentence(error)
        if error.key == "record.missing" and self._path is not None:
            words = say("window.unlock.gone", file=self._path.name)
        if error.key.startswith("key-file."):
            page.ask_for_sheet()
        group = error.facts.get("group")
        page.refuse(words, wait, group if isinstance(group, int) else None)

    def _look(self) -> None:
        if self._path is not None:
            self._session.look(self._path, done=self._know)
        tasks.run(loading.load_shell, owner=self, done=lambda _done: None, failed=failures.show)

    def _know(self, door: Door) -> None:
        page = self._window.shown
        if isinstance(page, UnlockScreen):
            page.show_holders(door.holders, self._machine.settings.holder)
            if door.wait:
                page.refuse(say("window.unlock.many"), door.wait)

    def _open(self, key: Key) -> None:
        if self._path is not None:
            self.open(self._path, key)

    def _let_in(self, opened: Opened) -> None:
        """Let somebody with a sheet choose a new passphrase first."""
        told, self._told = self._told, ""
        sheet, self._sheet = self._sheet, None
        if sheet is None:
            self.entered.emit(opened, told)
        else:
            self._recover(opened, sheet, told)

    def _recover(self, opened: Opened, sheet: str, told: str) -> None:
        from ui.screens.recover import ByPaper, RecoverScreen  # noqa: PLC0415 - as the module says

        kept = self._machine.settings
        paper = ByPaper(opened.record, opened.court, sheet, kept.holder)
        page = RecoverScreen(paper, kept.lock_minutes)
        page.entered.connect(
            lambda words: self.entered.emit(opened, " ".join(filter(None, (told, words))))
        )
        page.left.connect(self.lock_wanted)
        page.idle.connect(self.lock_wanted)
        reading.offer(page)
        self._window.put(page)
        page.focus_first()
