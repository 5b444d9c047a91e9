"""What the court is called, also before the record is open; a change counts at once."""

from PySide6.QtCore import QObject, Signal

from app import court
from app.desk import Desk
from app.events import Changed
from ui import failures, tasks
from ui.machine import Machine

TABLE = "court"


class CourtName(QObject):
    """Reads the name anew when the profile of the court has changed, and tells it."""

    changed = Signal(str)

    def __init__(self, desk: Desk, machine: Machine, name: str) -> None:
        super().__init__()
        self._desk, self._machine = desk, machine
        self.name = name

    def heed(self, change: Changed) -> None:
        if TABLE in change.tables:
            tasks.run(self._read, owner=self, done=self._take, failed=failures.show)

    def _read(self) -> str:
        with self._desk.read() as session:
            return court.facts(session).name

    def _take(self, name: str) -> None:
        # This computer remembers the court for the page before the record is open, and never the
        # sample court: that one was not remembered in the first place.
        if self._machine.settings.court == self.name:
            self._machine.change(court=name)
        self.name = name
        self.changed.emit(name)
