"""The one way to fail: what the world did becomes a banner, a fault of ours a report, once each."""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app import clock, faults, paths
from app.wording import say
from ui import tasks

CRASH = "crash.txt"
SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}

Banner = Callable[[str], None]
Report = Callable[[str, Path | None], None]


class Failures:
    """Where failures are shown, and which faults were shown already."""

    def __init__(self) -> None:
        self.banner: Banner = lambda _sentence: None
        self.report: Report = lambda _text, _file: None
        self._told: set[str] = set()

    def show(self, error: BaseException) -> None:
        """Show a failure to the person at the screen."""
        from app.errors import sentence  # noqa: PLC0415 - these two load the database
        from models.errors import Trouble  # noqa: PLC0415

        if isinstance(error, Trouble):
            self.banner(sentence(error))
        else:
            self._mistake(error)

    def _mistake(self, error: BaseException) -> None:
        where = "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
        if where in self._told:
            return
        self._told.add(where)
        text = faults.told(error, clock.now().isoformat())
        try:
            kept: Path | None = faults.write(error)
        except OSError:
            kept = None
        self.report(text, kept)


failures = Failures()


def show(error: BaseException) -> None:
    failures.show(error)


def install() -> None:
    """Send everything that nobody caught, in any thread, here."""
    sys.excepthook = _uncaught
    threading.excepthook = _in_thread
    sys.unraisablehook = _unraisable
    qInstallMessageHandler(_from_qt)


def _uncaught(_kind: type[BaseException], error: BaseException, _tb: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.exit(130)
    show(error)


def _in_thread(arguments: threading.ExceptHookArgs) -> None:
    error = arguments.exc_value
    if error is not None:
        tasks.announce(lambda: show(error))


def _unraisable(arguments: Any) -> None:
    if arguments.exc_value is not None:
        show(arguments.exc_value)


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Print what Qt complains about for a developer; it is kept nowhere, for it can hold a name."""
    if kind in SERIOUS and sys.stderr is not None:
        print(message, file=sys.stderr)  # noqa: T201 - nothing else reads it


@contextmanager
def watch_for_crashes() -> Iterator[None]:
    """Write where the program stood if it should crash; an orderly end leaves no file."""
    folder = paths.state_folder() / "faults"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / CRASH
    with target.open("w", encoding="utf-8") as file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
    target.unlink(missing_ok=True)


def last_crash() -> str | None:
    """Return the sentence about a crash of the last run, once; None where there was none."""
    found = paths.state_folder() / "faults" / CRASH
    if not found.is_file() or not found.stat().st_size:
        return None
    when = datetime.fromtimestamp(found.stat().st_mtime, tz=clock.now().tzinfo)
    kept = found.with_name(f"crash-{when:%Y%m%d-%H%M%S}.txt")
    found.replace(kept)
    return say("window.crashed", report=kept)
