"""What every tab of a person is: facts read in the record lane, shown, and read anew on change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers import Subject
from app.desk import Desk
from app.events import Changed
from ui import tasks, theme
from ui.widgets import in_sight
from ui.widgets.labels import scrolled
from ui.widgets.turns import Step, Turns


@dataclass(frozen=True)
class Shows:
    """What a tab shows: of which tables, how its facts are read, what puts them on the page.

    `read` runs in the record lane; each of the `steps` is short enough for one turn of the loop.
    """

    tables: frozenset[str]
    read: Callable[[Any], Any]
    steps: Callable[[Any, QVBoxLayout], list[Step]]


class Tab(QWidget):
    """One tab of one person."""

    wants = Signal(str, object)
    failed = Signal(object)
    saved = Signal(str, object)
    shown = Signal()

    def __init__(self, desk: Desk, person_id: int, shows: Shows) -> None:
        super().__init__()
        self.desk, self.person_id = desk, person_id
        self._shows = shows
        self._turns = Turns(self)
        self._building: QWidget | None = None
        self._standing: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._outer = outer
        self.refresh()

    @property
    def today(self) -> date:
        """The day it is now; a page may stand there over midnight."""
        return self.desk.today()

    def focus_first(self) -> None:
        """Put the focus where work begins in this tab."""
        first = self.nextInFocusChain()
        if first is not None and self.isAncestorOf(first):
            first.setFocus()

    def refresh(self) -> None:
        tasks.run(self._read, owner=self, done=self._show, failed=self.failed.emit)

    def heed(self, change: Changed) -> None:
        """Read anew where something that the tab shows has changed."""
        if change.tables & self._shows.tables:
            self.refresh()

    def form(self, key: str, row_id: int | None = None) -> None:
        """Open a form about this person, or about one row of theirs."""
        self.wants.emit("form", (key, Subject(self.person_id, row_id)))

    def _read(self) -> Any:
        with self.desk.read() as session:
            return self._shows.read(session)

    def _show(self, facts: Any) -> None:
        """Build the page anew beside the old one, and change them when it stands."""
        body = QWidget()
        dressed = theme.current()
        edge = dressed.space("xl")
        column = scrolled(body, edge)
        column.setContentsMargins(edge, dressed.space("l"), edge, edge)
        column.setSpacing(dressed.space("l"))
        if self._building is not None:  # read anew before it stood
            self._building.deleteLater()
        self._building = body
        steps = self._shows.steps(facts, column)
        self._turns.take([*steps, lambda: column.addStretch(1), partial(self._change, body)])

    def _change(self, body: QWidget) -> None:
        """Let the page that was built stand in the place of the one before."""
        before, self._standing, self._building = self._standing, body, None
        self._outer.addWidget(body)
        body.show()
        in_sight.keep_rows(body)
        if before is not None:
            before.hide()
            before.deleteLater()
        self.shown.emit()
