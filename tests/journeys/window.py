"""The real window as a process that tells, line by line, where somebody is; keys come from X.

Nothing is done for anybody here: the window is started as the program starts it, on an application
that is watched, and a state is printed whenever it has changed. The clock stands at a moment that
the caller names, and goes on from there. A folder that the caller names is a stick: it is plugged
in as long as it is there.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from app import clock, settings
from app.backup import drives
from app.backup.drives.drive import Drive
from ui import failures, launch, tasks
from ui.call import Wanted
from ui.program import Program
from ui.screens.person.screen import PersonScreen
from ui.watchdog import WatchedApplication

LOOK_EVERY = 15  # milliseconds
# Qt then holds each key back until the listener has seen it, and sends it once more itself.
IS_LISTENED = os.environ.get("QT_LINUX_ACCESSIBILITY_ALWAYS_ON") == "1"


class CountedApplication(WatchedApplication):
    """Counts every slot, so that the slow ones can be told as a part of all."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.slots = self.tabs = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        self.slots += not self._inside
        if (
            isinstance(event, QKeyEvent)
            and isinstance(receiver, QWindow)
            and event.spontaneous() is not IS_LISTENED
        ):
            self.tabs += event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        return super().notify(receiver, event)


class Teller(QObject):
    """Looks at the window and prints what has changed."""

    def __init__(self, app: CountedApplication, program: Program) -> None:
        super().__init__()
        self._app, self._program = app, program
        self._told = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)

    def look(self) -> None:
        told = json.dumps(self.state())
        if told != self._told:
            self._told = told
            self.say(told)

    def say(self, told: str) -> None:
        sys.stdout.write(told + "\n")
        sys.stdout.flush()

    def state(self) -> dict[str, object]:
        shown = self._program.window.shown
        page = getattr(shown, "page", shown)
        stand = getattr(getattr(shown, "navigator", None), "stand", None)
        box = QApplication.activeModalWidget()
        return {
            "page": stand.key if stand else type(shown).__name__,
            "about": repr(stand.about) if stand else "",
            "step": getattr(getattr(page, "step", None), "key", ""),
            "box": box_name(box) if isinstance(box, QDialog) else "",
            "focus": name_of(QApplication.focusWidget()),
            "stands": stands(page),
            "ready": is_ready(page),
            "told": told_by(page),
            "saved": words_of(getattr(shown, "status", None), "saved"),
            "kept": words_of(page, "kept"),
            "busy": bool(tasks._lanes.running),
            "tabs": self._app.tabs,
            "here": bool(QApplication.activeWindow()),
        }


def box_name(box: QDialog) -> str:
    return f"{type(box).__name__} {box.windowTitle()}"


def name_of(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    told = widget.accessibleName() or words.replace("&", "")
    return told or f"{type(widget).__name__} {widget.objectName()}".strip()


def stands(page: QWidget) -> bool:
    """Whether the part of a person's page that was asked for has been built."""
    if not isinstance(page, PersonScreen):
        return True
    try:
        return page.tab._standing is not None
    except KeyError:
        return False


def is_ready(page: QWidget) -> bool:
    """Whether the one thing that the page is for can be done now."""
    for name in ("bring_in", "print", "save", "onward"):
        button = getattr(page, name, None)
        if button is not None:
            return bool(button.isEnabled())
    step = getattr(page, "step", None)
    return step is not None and step.isEnabled()


def words_of(around: object, name: str) -> str:
    words = getattr(around, name, None)
    return words.text() if isinstance(words, QLabel) else ""


def told_by(page: QWidget) -> str:
    banner = getattr(page, "banner", None)
    if banner is None:
        return words_of(page, "mistake")
    return banner.words if not banner.isHidden() else ""


def plug_in(stick: Path) -> None:
    """Let the system tell of one stick more whenever its folder is there."""
    real = drives.system.drives
    plugged = Drive(stick, stick.name, "A1B2-C3D4", "exfat", removable=True)
    drives.system.drives = lambda: [*real(), *([plugged] if stick.is_dir() else [])]


def main() -> int:
    if moment := os.environ.get("JOURNEY_MOMENT"):
        away = datetime.fromisoformat(moment) - clock.now()
        real = clock.now
        clock.now = lambda: real() + away
    plug_in(Path(os.environ["JOURNEY_STICK"]))
    app = launch.application(CountedApplication)
    failures.install()
    program = Program(Wanted(), settings.load())
    program.ended.connect(app.quit)
    program.start()
    program.window.activateWindow()
    teller = Teller(app, program)
    app.held.clear()
    code = app.exec()
    held = [[each.receiver, each.event, each.wall, each.processor] for each in app.held]
    teller.say(json.dumps({"page": "ended", "slots": app.slots, "held": held}))
    launch.drop(program)
    return code


if __name__ == "__main__":
    sys.exit(main())
