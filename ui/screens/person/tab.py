"""What every tab of a person is: facts read in the record lane, shown, and read anew on change."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers import Subject
from app.desk import Desk
from app.events import Changed
from ui import tasks, theme
from ui.widgets.labels import scrolled

Step = Callable[[], None]


class Tab(QWidget):
    """One tab; `tables` are those whose change concerns it."""

    tables: ClassVar[frozenset[str]] = frozenset()

    wants = Signal(str, object)
    failed = Signal(object)
    saved = Signal(str, object)
    shown = Signal()

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__()
        self.desk, self.person_id = desk, person_id
        self.today = desk.today()
        self._building: QWidget | None = None
        self._standing: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._outer = outer
        self.refresh()

    def read(self, session: Any) -> Any:
        """Return the facts of this tab; runs in the record lane."""
        raise NotImplementedError

    def steps(self, facts: Any, column: QVBoxLayout) -> list[Step]:
        """Return what puts the facts on the page, one short step a turn of the loop."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where work begins in this tab."""
        first = self.nextInFocusChain()
        if first is not None and self.isAncestorOf(first):
            first.setFocus()

    def refresh(self) -> None:
        tasks.run(self._read, owner=self, done=self._show, failed=self.failed.emit)

    def heed(self, change: Changed) -> None:
        """Read anew where something that the tab shows has changed."""
        if change.tables & self.tables:
            self.refresh()

    def form(self, key: str, row_id: int | None = None) -> None:
        """Open a form about this person, or about one row of theirs."""
        self.wants.emit("form", (key, Subject(self.person_id, row_id)))

    def _read(self) -> Any:
        with self.desk.read() as session:
            return self.read(session)

    def _show(self, facts: Any) -> None:
        """Build the page anew beside the old one, and change them when it stands."""
        body = QWidget()
        dressed = theme.current()
        column = scrolled(body)
        edge = dressed.space("xl")
        column.setContentsMargins(edge, dressed.space("l"), edge, edge)
        column.setSpacing(dressed.space("l"))
        self._building = body

        def change() -> None:
            before, self._standing = self._standing, body
            self._outer.addWidget(body)
            body.show()
            if before is not None:
                before.hide()
                before.deleteLater()
            self.shown.emit()

        self._take([*self.steps(facts, column), lambda: column.addStretch(1), change], body)

    def _take(self, steps: list[Step], body: QWidget) -> None:
        if body is not self._building:  # read anew meanwhile
            body.deleteLater()
            return
        first, *rest = steps
        first()
        if rest:
            QTimer.singleShot(0, self, lambda: self._take(rest, body))
