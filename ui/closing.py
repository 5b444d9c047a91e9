"""The offer to back up before the window closes: one box, one key, and never long in the way."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.backup.making import Made
from app.errors import sentence
from app.wording import say
from models.backup import Reread
from models.errors import Trouble
from ui import actions, backup_words, theme
from ui.actions import Action
from ui.backing_up import Progress
from ui.backups import Backups
from ui.main_window import MainWindow
from ui.widgets.labels import label

BACK_UP = Action("back-up-and-close", "", "hard-drive")
CLOSE = Action("close-only", "", "")
STAY = Action("stay", "", "")
WITHOUT = Action("close-without", "", "")
PATIENCE = 1500  # milliseconds that drives have to say whether a stick is there
WHOLE = 100


class ClosingBox(QDialog):
    """Asks, then follows the backup; `close_wanted` means that nothing is left to be done."""

    close_wanted = Signal()

    def __init__(self, window: QWidget, backups: Backups, told: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("window.name"))
        self._backups = backups
        self.title = label(say("backups.close.title"), "place", wraps=True)
        self.words = label(told, "", wraps=True)
        self.progress = QProgressBar()
        self.back_up = actions.button(BACK_UP, self._start, look="primary")
        self.only = actions.button(CLOSE, self.close_wanted.emit)
        self.stay = actions.button(STAY, self.reject)
        self.without = actions.button(WITHOUT, self.close_wanted.emit)
        self._build()
        work = backups.work
        work.moved.connect(self._move)
        work.made.connect(self._end)
        work.failed.connect(self._fail)

    def follow(self) -> None:
        """Follow the backup that is on its way."""
        self.title.setText(say("backups.close.running"))
        self._show_running(running=True)
        self._move(None)

    def _start(self) -> None:
        self._backups.back_up()
        self.follow()

    def _move(self, progress: Progress | None) -> None:
        target = self._backups.work.target
        if target is not None and self._backups.work.is_running:
            self.words.setText(backup_words.working(target, progress))
            self.progress.setValue(int(progress.whole * WHOLE) if progress else 0)

    def _end(self, made: Made) -> None:
        if made.reread is not Reread.CACHED:
            self.close_wanted.emit()
            return
        target = self._backups.work.target
        where = target.label if target is not None else ""
        self._tell(say("backups.done-cached", number=made.seq, place=where))

    def _fail(self, error: Exception) -> None:
        self._tell(sentence(error) if isinstance(error, Trouble) else say("window.fault"))

    def _tell(self, words: str) -> None:
        self.title.setText(say("backups.close.title"))
        self.words.setText(words)
        self._show_running(running=False)
        self.stay.setFocus()

    def _show_running(self, *, running: bool) -> None:
        for each in (self.progress, self.without):
            each.setVisible(running)
        for button in (self.back_up, self.only):
            button.setVisible(not running)
        if running:
            self.stay.setFocus()  # a key pressed once too often must end nothing

    def _build(self) -> None:
        dressed = theme.current()
        self.progress.setObjectName("share")
        self.progress.setTextVisible(False)
        self.progress.setRange(0, WHOLE)
        self.progress.setAccessibleName(say("window.backups"))
        line = QHBoxLayout()
        line.setSpacing(dressed.space("s"))
        line.addStretch(1)
        for button in (self.stay, self.only, self.without, self.back_up):
            button.setAutoDefault(True)  # Enter presses the one that has the focus
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("m"))
        for each in (self.title, self.words, self.progress):
            column.addWidget(each)
        column.addLayout(line)
        self.setMinimumWidth(dressed.size("dialog"))
        self._show_running(running=False)
        self.back_up.setDefault(True)
        self.back_up.setFocus()


class Closing(QObject):
    """Looks once more for a stick, asks where one is there, and says when the window may go."""

    may_close = Signal()

    def __init__(self, window: MainWindow, backups: Backups) -> None:
        super().__init__(window)
        self._window, self._backups = window, backups
        window.asks_first = self.asks
        self.may_close.connect(window.leave)
        self.box: ClosingBox | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._go)

    def asks(self) -> bool:
        """Whether closing has to wait for an answer; False where there is nothing to ask."""
        found = self._backups.overview
        if self.box is not None or self._late.isActive():
            return True
        if self._backups.work.is_running:
            self._open(say("backups.meanwhile")).follow()
            return True
        if found is None or not found.state.changes or not found.places:
            return False
        self._late.start()
        self._backups.watch.seen.connect(self._ask)
        self._backups.watch.look()
        return True

    def drop(self) -> None:
        """Ask no more: the record is about to be closed."""
        self._window.asks_first = lambda: False
        self.deleteLater()

    def _ask(self) -> None:
        self._rest()
        found, place = self._backups.overview, self._backups.place
        if found is None or place is None or place.drive is None:
            self.may_close.emit()
        else:
            self._open(say("backups.close.text", place=place.label, n=found.state.changes))

    def _open(self, told: str) -> ClosingBox:
        self.box = box = ClosingBox(self._window, self._backups, told)
        box.close_wanted.connect(self._leave)
        box.finished.connect(self._drop)
        box.open()
        return box

    def _leave(self) -> None:
        if self.box is not None:
            self.box.close()
        self.may_close.emit()

    def _drop(self, _code: int) -> None:
        self.box = None

    def _go(self) -> None:
        """Let the window go: a drive that hangs has nothing to say."""
        self._rest()
        self.may_close.emit()

    def _rest(self) -> None:
        self._late.stop()
        self._backups.watch.seen.disconnect(self._ask)
