"""The note that says what was saved and takes it back for a while.

It stands below the page, so that nothing moves under somebody's hands.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import sentence
from app.wording import say
from models.errors import Trouble
from ui import actions, failures, tasks, theme
from ui.widgets.banner import Banner

STAYS = 20_000  # milliseconds


class SavedNote(QWidget):
    """Only for what was done last: the next thing, or twenty seconds, take it away.

    What takes it back is work on the record, so it runs in the record lane.
    """

    undone = Signal(object)  # what the taking back was

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.banner = Banner()
        self._undo: Callable[[], object] | None = None
        dressed = theme.current()
        column = QVBoxLayout(self)
        edge, around = dressed.space("xl"), dressed.space("s")
        column.setContentsMargins(edge, around, edge, around)
        column.addWidget(self.banner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)
        self.banner.closed.connect(self.forget)
        self.hide()

    @property
    def can_undo(self) -> bool:
        return self._undo is not None

    def tell(self, words: str, undo: Callable[[], object] | None) -> None:
        """Say what was saved; `undo` is the opposite of what was done."""
        self._undo = undo
        text = say("window.saved", what=words)
        action = actions.UNDO.text if undo else ""
        self.banner.tell("good", text, action, self.undo, keys=actions.UNDO.keys)
        self.show()
        self._timer.start(STAYS)

    def undo(self) -> None:
        """Take back what was done last, once."""
        undo = self._undo
        self.forget()
        if undo is not None:
            tasks.run(undo, owner=self, done=self.undone.emit, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            failures.show(error)
            return
        self.banner.tell("problem", sentence(error))
        self.show()
        self._timer.start(STAYS)

    def forget(self) -> None:
        self._timer.stop()
        self._undo = None
        self.hide()
