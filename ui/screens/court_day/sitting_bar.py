"""The head of the court day: which session it is, a new one, and the packet of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import docket, hearings
from app.answers import Answers
from app.court_day import SessionRow
from app.docket import Sitting
from app.errors import Invalid
from app.wording import say
from reports import dates
from ui import actions, theme
from ui.screens.court_day import asking
from ui.screens.court_day.new_session import NewSession
from ui.screens.court_day.work import Work
from ui.widgets.boxes import ChoiceBox
from ui.widgets.labels import label


class SittingBar(QWidget):
    """Says which session was chosen; a new one is chosen as soon as it is on file."""

    chosen = Signal(object)
    packet_wanted = Signal(object)
    made = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._known: tuple[SessionRow, ...] = ()
        self._wanted: int | None = None
        self.session = ChoiceBox()
        self.session.setAccessibleName(say("court.session"))
        self.new = actions.button(actions.NEW_SESSION, self._ask)
        self.packet = actions.button(actions.PACKET, self._make_packet)
        self.asking = NewSession(work.desk.today)
        self._build()
        self.session.currentIndexChanged.connect(self._choose)
        self.asking.wanted.connect(self._open)
        self.asking.closed.connect(self.new.setFocus)

    @property
    def session_id(self) -> int | None:
        found = self.session.currentData()
        return found if isinstance(found, int) else None

    def show_sessions(self, found: tuple[SessionRow, ...]) -> None:
        """Show the sessions, the next one first; the one that was chosen stays so."""
        kept = self._wanted or self.session_id
        self._known, self._wanted = found, None
        self.session.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.session.clear()
        self.session.fill(((words_of(row), row.id) for row in found), kept)
        self.session.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.session.setVisible(bool(found))
        self.chosen.emit(self.session_id)

    def _choose(self, _at: int) -> None:
        self.chosen.emit(self.session_id)

    def _ask(self) -> None:
        self.asking.ask(self._known[0] if self._known else None)

    def _open(self, answers: Answers) -> None:
        try:
            sitting = docket.sitting_of(answers, self._work.desk.today())
        except Invalid as invalid:
            self.asking.tell(invalid.mistakes)
            return
        asking.about_day(self, sitting.held_on, lambda: self._put_on_file(sitting))

    def _put_on_file(self, sitting: Sitting) -> None:
        def work(session: object) -> str:
            self._wanted = docket.open_session(session, sitting)  # type: ignore[arg-type] # never looked into
            return say("court.session-made", day=hearings.day_words(sitting.held_on))

        def done() -> None:
            self.asking.hide()
            self.made.emit()

        self._work.act(work, done)

    def _make_packet(self) -> None:
        self.packet_wanted.emit(self.session_id)

    def _build(self) -> None:
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("m"))
        line = QHBoxLayout()
        line.setSpacing(dressed.space("s"))
        line.addWidget(label(say("window.court-day"), "title"))
        line.addSpacing(dressed.space("s"))
        line.addWidget(self.session)
        line.addWidget(self.new)
        line.addStretch(1)
        line.addWidget(self.packet)
        column.addLayout(line)
        column.addWidget(self.asking)


def words_of(row: SessionRow) -> str:
    """Return a session as the list has it: Tue Nov 24, 2026, 9:00 AM, Courtroom 2."""
    parts = [f"{dates.weekday(row.held_on)}, {row.held_on.year}"]
    parts += [dates.clock(row.starts_at)] if row.starts_at else []
    return ", ".join([*parts, *([row.place] if row.place else [])])
