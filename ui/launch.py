"""Starts the window: reads the call, dresses the program, shows the first page, runs the loop."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from app import settings
from app.wording import say
from ui import failures, references, theme
from ui.program import Program, Wanted
from ui.widgets import told_choice

BAD_CALL = 2
DEMO = "demo"
KEEP = "--keep"
# Threads hand over this often (seconds), so that the window never waits long for the record lane.
HAND_OVER = 0.001


def main(arguments: list[str]) -> int:
    """Open the window and return the exit code when it is closed."""
    wanted = read(arguments)
    if wanted is None:
        print(say("window.usage"), file=sys.stderr)  # noqa: T201 - there is no window yet
        return BAD_CALL
    app = application(QApplication)
    failures.install()
    crashed = failures.last_crash()
    with failures.watch_for_crashes():
        program = Program(wanted, settings.load())
        program.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
        program.start(crashed)
        code = app.exec()
        drop(program)
    return code


def drop(program: Program) -> None:
    """Delete the window while everything it leans on still stands."""
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read(arguments: Sequence[str]) -> Wanted | None:
    """Return what a call asks for, None where its words are off."""
    match list(arguments):
        case []:
            return Wanted()
        case [word] if word == DEMO:
            return Wanted(demo=True)
        case [word, option, folder] if (word, option) == (DEMO, KEEP) and folder:
            return Wanted(demo=True, keep=Path(folder))
        case _:
            return None


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
