"""Measures the real window on a given record: the hidden word `_measure RECORD`, for the bench.

The passphrase comes on standard input. One line of JSON goes out: seconds from the start of the
process to the painted unlock page, from the unlock to the painted list beyond Argon2, and the
milliseconds of each of forty keystrokes in the filter of the list.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import settings
from ui import launch, tasks
from ui.call import Wanted
from ui.program import Program
from ui.watchdog import WatchedApplication

if TYPE_CHECKING:
    from ui.screens.unlock import UnlockScreen

WORD = "_measure"
BAD_CALL = 2
PATIENCE = 60.0
# Forty keystrokes: names with accents, as people type them, each deleted again by the next.
TYPED = ("muñoz", "ramírez", "begaye", "quintana", "josé", "o'brien", "2026")
KEYSTROKES = 40
LONGEST_WAIT = 2000  # milliseconds, should the word never come


class FirstPaint(QObject):
    """Notes when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() is QEvent.Type.Paint:
            self.at = time.perf_counter()
            watched.removeEventFilter(self)
        return False


def main(arguments: list[str]) -> int:
    """Measure on the record named, print one line, and return the exit code."""
    if len(arguments) != 1:
        return BAD_CALL
    before = seconds_since_start()
    began = time.perf_counter()
    app = launch.application(WatchedApplication)
    path = Path(arguments[0])
    kept = replace(settings.Settings(), record=str(path))
    program = Program(Wanted(), kept, remembers=False)
    program.start()
    painted = _painted(program.window.shown)
    figures: dict[str, object] = {"start_to_unlock": round(before + painted - began, 3)}
    tasks.settle()
    figures |= _unlock(program, sys.stdin.read().removesuffix("\n"))
    if "unlock_to_list" in figures:
        figures["keystrokes_ms"] = _keystrokes(program)
    held = getattr(app, "held", [])
    figures["held"] = [str(each) for each in held]
    program.window.close()
    _until(lambda: not program.window.isVisible() and not program.session.is_open)
    tasks.settle()
    _rest()
    launch.drop(program)
    print(json.dumps(figures))  # noqa: T201 - the bench reads it
    return 0


def seconds_since_start() -> float:
    """Return how long this process has been running, nought where the system does not say."""
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return 0.0
    ticks = int(stat.read_text(encoding="ascii").rpartition(")")[2].split()[19])
    since_boot = time.clock_gettime(time.CLOCK_BOOTTIME)
    return since_boot - ticks / os.sysconf("SC_CLK_TCK")


def _painted(widget: QWidget) -> float:
    paint = FirstPaint(widget)
    _until(lambda: paint.at is not None)
    return paint.at or 0.0


def _unlock(program: Program, passphrase: str) -> dict[str, object]:
    refused: list[object] = []
    program.session.refused.connect(lambda error, _wait: refused.append(error))
    page = cast("UnlockScreen", program.window.shown)
    page.passphrase.setText(passphrase)
    began = time.perf_counter()
    page.unlock.click()
    _until(lambda: program.session.is_open or bool(refused))
    if refused:
        return {"refused": type(refused[0]).__name__}
    listed = _listed(program)
    spent = listed - began
    argon = _argon2(program.path or Path())
    return {
        "unlock_to_list": round(spent - argon, 3),
        "argon2": round(argon, 3),
        "people": program.shell.participants.model.rowCount(),
    }


def _argon2(path: Path) -> float:
    """Return what stretching a passphrase takes on this computer, at the cost the record asks."""
    from app.vault import key_file, keys  # noqa: PLC0415 - nothing loads before the first paint
    from app.vault.files import Files  # noqa: PLC0415

    files = Files(path)
    slot = key_file.read_either(files.key, files.spare_key).holders[0]
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        keys.stretch("a passphrase", slot.salt, slot.cost)
        spent.append(time.perf_counter() - began)
    return sorted(spent)[1]


def _listed(program: Program) -> float:
    """Return when the list stood painted with its rows."""
    _until(lambda: not program.shell.participants.is_reading)
    view = program.shell.participants.table.viewport()
    # The rows may stand already; painted once more, the figure errs on the long side.
    view.update()
    painted = _painted(view)
    tasks.settle()
    return painted


def _keystrokes(program: Program) -> list[float]:
    """Return the milliseconds from each key to the painted rows that it found."""
    page = program.shell.participants
    box = page.filter
    page.chips.choose(frozenset())
    _until(lambda: not page.is_reading)
    box.setFocus()
    spent: list[float] = []
    for word in TYPED:
        box.clear()
        _until(lambda: not page.is_reading)
        _rest()
        for letter in word:
            began = time.perf_counter()
            _type(box, letter)
            while page.is_reading:
                _wait_as_a_window_does(page.shown)
            QCoreApplication.processEvents()
            spent.append(round((time.perf_counter() - began) * 1000, 2))
    return spent[:KEYSTROKES]


def _wait_as_a_window_does(told: SignalInstance) -> None:
    """Sleep in the event loop until `told`; looking again and again would slow the worker down."""
    loop = QEventLoop()
    told.connect(loop.quit)
    QTimer.singleShot(LONGEST_WAIT, loop.quit)
    loop.exec()
    told.disconnect(loop.quit)


def _rest() -> None:
    """Let the window finish what it was at, as it does between two words."""
    for _ in range(10):
        QCoreApplication.processEvents()


def _type(box: QWidget, letter: str) -> None:
    """Press and release one key, also one that a plain keyboard does not have."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(box, event)


def _until(so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.perf_counter() + PATIENCE
    while not so():
        if time.perf_counter() > end:
            raise TimeoutError("the window did not get there")
        QCoreApplication.processEvents()
        time.sleep(0.0005)
