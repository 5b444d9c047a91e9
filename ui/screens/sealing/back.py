"""Says on the first page what is still to be done about files that were destroyed by order."""

from PySide6.QtCore import Qt

from app import came_back, destroyed_files
from app.vault.record import Record
from app.wording import say
from ui import tasks
from ui.widgets.page import Page


def told_on(page: Page, record: Record) -> Page:
    """Return `page`; behind it a look is taken, and what its banner says already is read first."""

    def look() -> str:
        with record.desk.read() as session:
            back = came_back.look(session, record.files)
            waiting = destroyed_files.unfinished(session)
        if back:
            return say("came-back", n=len(back))
        return say("destroyed.waiting", n=waiting) if waiting else ""

    def show(words: str) -> None:
        page.banner.tell("attention", words, say("came-back.show"), go)

    def go() -> None:
        page.wants.emit("destroyed", None)

    def told(words: str) -> None:
        if words and page.banner.isHidden():
            show(words)
        elif words:
            once = Qt.ConnectionType.SingleShotConnection
            page.banner.closed.connect(lambda: show(words), once)

    tasks.run(look, owner=page, done=told, failed=page.fail)
    return page
