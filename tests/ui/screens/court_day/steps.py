"""What the tests of the court day do again and again."""

from datetime import date

from PySide6.QtWidgets import QApplication

from app import court_day
from app.answers import key_of
from app.court_day import DUE, NEXT, ORDER, SAID
from ui import tasks
from ui.screens.court_day.screen import CourtDayScreen

MONDAY = date(2026, 11, 23)


def open_screen(qtbot, desk, lane, width=1180):
    made = CourtDayScreen(desk, lane)
    desk.listen(lambda change: tasks.announce(lambda: made.heed(change)))
    made.told = []
    made.saved.connect(lambda sentence, undo: made.told.append((sentence, undo)))
    qtbot.addWidget(made)
    made.resize(width, 620)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    work()
    return made


def work() -> None:
    for _ in range(8):
        tasks.settle()
        QApplication.processEvents()


def names(screen) -> list[str]:
    return [screen.docket.model.row(n).said for n in range(screen.docket.model.rowCount())]


def fill(screen, **typed):
    keys = {"said": SAID, "order": ORDER, "due": DUE, "next": NEXT}
    for name, text in typed.items():
        screen.said.fields[key_of(keys[name])].input.put(text)


def facts(desk, hearing):
    with desk.read() as session:
        return court_day.hearing(session, hearing)
