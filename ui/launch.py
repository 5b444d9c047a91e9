"""Starts a window: dresses the program, shows the first page, runs the loop."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app import settings
from app.wording import say
from ui import call, dialogs, failures, references, theme
from ui.handover import LOCKED
from ui.home import Home
from ui.main_window import MainWindow
from ui.program import Program
from ui.widgets import told_choice

BAD_CALL = 2
# Threads hand over this often (seconds), so that the window never waits long for the record lane.
HAND_OVER = 0.001


def main(arguments: list[str], home: Home | None = None) -> int:
    """Open the window and return the exit code when it is closed.

    All is loaded before `home` is asked what the last window left, so that one follows the other at
    once.
    """
    wanted = call.read(arguments)
    if wanted is None:
        return BAD_CALL
    home = home or Home()
    app = application(QApplication)
    failures.install()
    left = home.receive()
    if left is None:
        return 0
    if left.busy:
        return _tell_busy(app)
    crashed = failures.last_crash()
    with failures.watch_for_crashes():
        kept = settings.load()
        theme.change("system" if left.safe else kept.theme)  # it may have changed while this waited
        if left.safe:
            kept = settings.plain(kept)
            crashed = f"{crashed or left.told} {say('lock.safe')}".strip()
        program = Program(wanted, kept, home, left=left, remembers=not left.safe)
        program.ended.connect(app.exit, Qt.ConnectionType.QueuedConnection)
        program.start(crashed)
        home.stay()
        code = app.exec()
        if code != LOCKED:  # a lock waits for nothing, and the process takes the window with it
            drop(program)
    return code


def _tell_busy(app: QApplication) -> int:
    """Say that another window has the program open, and do nothing else."""
    window = MainWindow(settings.load())
    dialogs.tell(window, say("lock.busy.title"), say("lock.busy"))
    box = window.findChild(QDialog)
    if box is not None:
        box.finished.connect(app.quit)
        app.exec()
    return 0


def drop(program: Program) -> None:
    """Delete the window while everything it leans on still stands."""
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def application(kind: type[QApplication]) -> QApplication:
    """Return the one application object, dressed; the window decides when it ends."""
    references.keep_singletons()
    sys.setswitchinterval(HAND_OVER)
    app = kind(sys.argv[:1])
    told_choice.install()
    app.setApplicationName("milepost")
    app.setDesktopFileName("milepost")
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app, theme.from_system(app, settings.load().theme))
    return app
