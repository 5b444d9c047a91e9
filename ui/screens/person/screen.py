"""One person: the head that stays, the tabs with their keys, and the one way to the report."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from app import history, participants
from app.desk import Desk
from app.events import Changed
from app.participants import HeaderFacts
from app.wording import say
from models.errors import NoSuchThing
from ui import actions, tasks, theme
from ui.screens.person.tab import Tab
from ui.screens.person.tabs import TABS, TabSpec
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.person_header import PersonHeader

HEAD = frozenset({"person", "episode", "court_case", "status_period", "phase_period", "hearing",
                  "contact_method", "court_session"})  # fmt: skip


class PersonScreen(Page):
    """The head is read first; each tab reads its own facts when it is opened for the first time."""

    def __init__(self, desk: Desk, person_id: int, tab: str = "overview") -> None:
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self._read_head()  # first, so that the lane reads while the frame is made
        self.report = actions.button(actions.REPORT, self._report, look="primary")
        self.bar = QTabBar()
        self.stack = QStackedWidget()
        self._made: dict[str, Tab] = {}
        self._header: PersonHeader | None = None
        self.shown.connect(self._note_view, Qt.ConnectionType.SingleShotConnection)
        self._build(TABS)
        self.bar.setCurrentIndex([spec.key for spec in TABS].index(tab))
        self.bar.currentChanged.connect(self._turn_to)

    @property
    def tab(self) -> Tab:
        """The tab that is shown, once the head stands."""
        return self._made[TABS[self.bar.currentIndex()].key]

    def focus_first(self) -> None:
        self.bar.setFocus()

    def heed(self, change: Changed) -> None:
        if change.tables & HEAD:
            self._read_head()
        for tab in self._made.values():
            tab.heed(change)

    def _read_head(self) -> None:
        tasks.run(self._head_facts, owner=self, done=self._show_head, failed=self.fail)

    def _head_facts(self) -> HeaderFacts:
        with self._desk.read() as session:
            try:
                return participants.header(session, self._person_id, today=self._desk.today())
            except KeyError:
                raise NoSuchThing("window.person.missing") from None

    def _show_head(self, facts: HeaderFacts) -> None:
        header = PersonHeader(facts, self._desk.today(), self.report)
        if self._header is None:
            self.column.insertWidget(0, header)
            self._turn(self.bar.currentIndex())
            if self.isVisible():
                self.focus_first()
        else:
            self.column.replaceWidget(self._header, header)
            self._header.deleteLater()
        self._header = header

    def _note_view(self) -> None:
        """Write down that the page was opened, once it stands."""
        desk, person_id = self._desk, self._person_id

        def write() -> None:
            with desk.work() as session:
                history.note_view(session, person_id)

        tasks.run(write, owner=self, done=lambda _done: None, failed=self.fail)

    def _turn_to(self, number: int) -> None:
        if self._header is not None:
            self._turn(number)

    def _turn(self, number: int) -> None:
        """Show a tab; it is made when it is first turned to, and only for somebody on file."""
        spec = TABS[number]
        if spec.key not in self._made:
            tab = spec.make(self._desk, self._person_id)
            tab.wants.connect(self.wants)
            tab.failed.connect(self.fail)
            tab.saved.connect(self.saved)
            tab.shown.connect(self.shown)
            self._made[spec.key] = tab
            self.stack.addWidget(tab)
        self.stack.setCurrentWidget(self._made[spec.key])
        self.stands.emit((self._person_id, spec.key))

    def _build(self, specs: Sequence[TabSpec]) -> None:
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(say("person.tabs"))
        for number, spec in enumerate(specs, start=1):
            self.bar.addTab(say(f"person.tab.{spec.key}"))
            self.bar.setTabToolTip(number - 1, say("person.tab.keys", number=number))
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda at=number - 1: self.bar.setCurrentIndex(at))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        line = _line(self.bar, label(say("person.tabs.keys", n=len(specs)), "small"))
        self.column.removeWidget(self.banner)
        self.column.addWidget(line)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.stack, 1)

    def _report(self) -> None:
        self.wants.emit("report", self._person_id)


def _line(bar: QTabBar, keys: QWidget) -> QWidget:
    line = QWidget()
    line.setObjectName("tab-line")
    dressed = theme.current()
    across = QHBoxLayout(line)
    across.setContentsMargins(dressed.space("m"), 0, dressed.space("xl"), 0)
    across.addWidget(bar)
    across.addStretch(1)
    across.addWidget(keys)
    return line
