"""A line in which somebody is looked for by name or case number, and put on the docket."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from app import search
from app.desk import Desk
from app.search import Found
from app.wording import say
from ui import tasks


class AddPerson(QLineEdit):
    """Offers the few people whom the words can mean; Down and Enter choose one."""

    chosen = Signal(int)
    failed = Signal(object)
    offered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: list[Found] = []
        self._reading = self._stale = False
        self.setPlaceholderText(say("court.add"))
        self.setAccessibleName(say("court.add"))
        self.setMaxLength(100)
        self.names = QStringListModel(self)
        offers = QCompleter(self.names, self)
        # What is found sounds alike or holds the number; the words need not stand in the name.
        offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := offers.popup()) is not None:
            popup.setAccessibleName(say("court.add"))
        offers.activated.connect(self._choose_named)
        self.setCompleter(offers)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self._choose_first)

    def _look(self, words: str) -> None:
        """Look for what is typed; what is typed meanwhile is looked for once, afterwards."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        desk = self._desk

        def read() -> list[Found]:
            with desk.read() as session:
                return search.people(session, words)

        tasks.run(read, owner=self, done=self._offer, failed=self._fail)

    def _offer(self, found: list[Found]) -> None:
        self._reading = False
        if self._stale:
            self._look(self.text())
            return
        self._found = found
        self.names.setStringList([_offer(each) for each in found])
        if found and self.hasFocus():
            self.completer().complete()
        self.offered.emit()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)

    def _choose_named(self, words: str) -> None:
        found = next((each for each in self._found if _offer(each) == words), None)
        if found is not None:
            self._take(found)

    def _choose_first(self) -> None:
        if self._found and self.text():
            self._take(self._found[0])

    def _take(self, found: Found) -> None:
        self._found = []
        self.names.setStringList([])
        self.chosen.emit(found.person_id)
        self.clear()


def _offer(found: Found) -> str:
    return ", ".join(part for part in (found.said, found.case_number) if part)
