"""A line in which somebody is looked for by name or case number; the few who fit stand above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app import search
from app.desk import Desk
from app.search import Found
from app.wording import say
from ui import tasks, theme
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table

MOST = 4  # offered at once; whoever is not among them is found with one more letter


class FindPerson(QWidget):
    """Offers the few people whom the words can mean; Enter takes the first, Down goes to them."""

    chosen = Signal(int)
    failed = Signal(object)
    offered = Signal()

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        self._desk = desk
        self._reading = self._stale = False
        self.line = _Line(words)
        self.model: RowsModel[Found] = RowsModel((Column("", _cell, Cell(""), fills=True),))
        self.offers = Table(self.model, say("find-person.offers"))
        self.offers.horizontalHeader().hide()
        self.offers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("xs"))
        column.addWidget(self.offers)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._look)
        self.line.returnPressed.connect(self._take_first)
        self.line.left_downwards.connect(self.offers.setFocus)
        self.line.emptied.connect(self._forget)
        self.offers.opened.connect(self._take)

    def _look(self) -> None:
        """Look for what is typed; what is typed meanwhile is looked for once, afterwards."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        desk, words = self._desk, self.line.text()

        def read() -> list[Found]:
            with desk.read() as session:
                return search.people(session, words, most=MOST)

        tasks.run(read, owner=self, done=self._offer, failed=self._fail)

    def _offer(self, found: list[Found]) -> None:
        self._reading = False
        if self._stale:
            self._look()
            return
        self.model.show(found[:MOST])
        self.offers.choose_first()
        self.offers.setFixedHeight(len(found[:MOST]) * theme.current().size("row"))
        self.offers.setVisible(bool(found))
        self.offered.emit()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)

    def _take_first(self) -> None:
        if self.model.rowCount():
            self._take(self.model.row(0))

    def _take(self, found: object) -> None:
        if isinstance(found, Found):
            self.chosen.emit(found.person_id)
            self._forget()
            self.line.setFocus()

    def _forget(self) -> None:
        self.line.clear()
        self.model.show([])
        self.offers.hide()


class _Line(QLineEdit):
    """Down goes to what is offered, Esc empties the line."""

    left_downwards = Signal()
    emptied = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setMaxLength(100)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


def _cell(found: Found) -> Cell:
    return Cell(found.listed, found.case_number or "")
