"""Says on the first page that somebody came back whose file was destroyed by order."""

from PySide6.QtCore import Qt

from app import came_back
from app.came_back import Back
from app.vault.record import Record
from app.wording import say
from ui import tasks
from ui.widgets.page import Page


def told_on(page: Page, record: Record) -> Page:
    """Return `page`; behind it a look is taken, and what its banner says already is read first."""

    def look() -> tuple[Back, ...]:
        with record.desk.read() as session:
            return came_back.look(session, record.files)

    def show() -> None:
        page.banner.tell("attention", words[0], say("came-back.show"), go)

    def go() -> None:
        page.wants.emit("destroyed", None)

    def told(back: tuple[Back, ...]) -> None:
        if not back:
            return
        words.append(say("came-back", n=len(back)))
        if page.banner.isHidden():
            show()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            page.banner.closed.connect(show, once)

    words: list[str] = []
    tasks.run(look, owner=page, done=told, failed=page.fail)
    return page
