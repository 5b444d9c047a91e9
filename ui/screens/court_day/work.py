"""How the court day reads and acts: in the record lane, one action each, told in a sentence."""

from collections.abc import Callable
from typing import Any

from app import acting
from app.acting import Done
from app.desk import Desk
from ui import tasks
from ui.widgets.page import Page


class Work:
    """Works at a desk for a page; `refuse` hears of what could not be done."""

    def __init__(self, desk: Desk, page: Page, refuse: Callable[[Exception], None]) -> None:
        self.desk = desk
        self._page = page
        self._refuse = refuse

    def read(self, read: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Read facts; `read` is given the session."""
        desk = self.desk

        def work() -> Any:
            with desk.read() as session:
                return read(session)

        tasks.run(work, owner=self._page, done=done, failed=self._page.fail)

    def act(self, work: Callable[[Any], str], then: Callable[[], object] | None = None) -> None:
        """Carry out one action, and say what it did and how it is taken back."""
        desk = self.desk

        def done(made: Done) -> None:
            undo = (lambda: acting.take_back(desk, made)) if made.is_reversible else None
            self._page.saved.emit(made.sentence, undo)
            if then is not None:
                then()

        tasks.run(lambda: acting.act(desk, work), owner=self._page, done=done, failed=self._refuse)
