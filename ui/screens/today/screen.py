"""Today: the next court date, to-dos with their one key, who needs attention, and today's tests."""

from collections import deque

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import court_day, today
from app.answers import Subject
from app.attention import Attention
from app.desk import Desk
from app.events import Changed
from app.tasks_due import Task
from app.today import TestToday, TodayFacts
from app.wording import say
from reports import dates
from ui import actions, tasks
from ui.backups import Backups
from ui.find_person import FindPerson
from ui.screens.today import tables
from ui.screens.today.backup_card import BackupCard
from ui.screens.today.court_card import CourtCard
from ui.screens.today.rows_card import RowsCard
from ui.widgets import in_sight
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.sides import Sides
from ui.widgets.turns import Step, Turns

# A change to anything but what only derives from the rest is seen here.
UNSEEN = frozenset({"audit", "disclosure", "backup", "backup_place", "branch"})


class TodayScreen(Page):
    """Read anew whenever something changes; the rows keep their place meanwhile."""

    def __init__(self, desk: Desk, backups: Backups) -> None:
        super().__init__()
        self._desk = desk
        self._facts: TodayFacts | None = None
        self._reading = self._stale = self._settled = False
        self._turns = Turns(self)
        self.heading, self.active = label("", "title"), label("", "quiet")
        self.court = CourtCard(self._open_court_day, self._make_packet)
        self.test = FindPerson(desk, say("today.test"))
        self.to_do = RowsCard("to-do", tables.to_do(desk.today()))
        self.attention = RowsCard("attention", tables.attention())
        self.tests = RowsCard("tests", tables.tests(), self.test)
        self.backup = BackupCard(desk, backups)
        for card in (self.to_do, self.attention, self.tests, self.backup):
            card.setParent(self)  # until each has its place
            card.hide()
        self._build()
        self._unplaced = deque(self._cards())
        self._connect()
        self.refresh()

    def focus_first(self) -> None:
        (self.to_do.table if self.to_do.table.isVisible() else self.court.open_day).setFocus()

    def heed(self, change: Changed) -> None:
        if change.tables - UNSEEN:
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew; what changes meanwhile is read once, when this is done."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        tasks.run(self._read, owner=self, done=self._show, failed=self._fail)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter does the one thing that the chosen row offers under it; others do nothing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text().upper()
            plain = event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            }
            task = self.to_do.table.current_row()
            if plain and letter.isalpha() and isinstance(task, Task):
                if task.kind.letter == letter:
                    self._do(task)
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> TodayFacts:
        with self._desk.read() as session:
            return today.facts(session, self._desk.today())

    def _show(self, facts: TodayFacts) -> None:
        self._reading = False
        if self._stale:
            self.refresh()
            return
        self._facts = facts
        self.heading.setText(dates.full(facts.day))
        self.active.setText(say("today.active", n=facts.active))
        self.court.tell(facts.court, facts.day)
        self._turns.take(
            [
                *[self._place_next] * len(self._unplaced),
                lambda: self.to_do.show_rows(facts.to_do.tasks, facts.to_do.total),
                lambda: self.attention.show_rows(facts.attention, len(facts.attention)),
                lambda: self.tests.show_rows(facts.tests, len(facts.tests)),
                self._settle,
            ]
        )

    def _place_next(self) -> None:
        """Put one more card in its place; what has its place keeps it when all is read anew."""
        self._unplaced.popleft()()

    def _cards(self) -> list[Step]:
        main, side = self._sides.main, self._sides.side
        return [
            lambda: _place(main, self.to_do),
            lambda: _place(main, self.attention),
            lambda: _place(side, self.tests),
            self._place_backup,
            lambda: in_sight.keep_rows(self),
            self._sides.finish,
        ]

    def _place_backup(self) -> None:
        self._sides.side.addWidget(self.backup)
        self.backup.stand()

    def _settle(self) -> None:
        """Put the focus on the first row, once there is one; later it stays where it is."""
        if not self._settled and self.isVisible():
            self.focus_first()
        self._settled = True
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.fail(error)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.active)
        self.column.addLayout(head)
        _body, column = self.scroll_below()
        column.addWidget(self.court)
        self._sides = Sides()
        column.addWidget(self._sides)
        column.addStretch(1)

    def _connect(self) -> None:
        self.to_do.table.installEventFilter(self)
        self.to_do.table.opened.connect(self._do)
        self.to_do.table.chosen.connect(self._hint)
        self.attention.table.opened.connect(self._open_attention)
        self.tests.table.opened.connect(self._open_test)
        self.backup.opened.connect(lambda: self.wants.emit("backups", None))
        self.test.chosen.connect(self._record_test)
        self.test.failed.connect(self.fail)
        actions.shortcut(actions.DRUG_TEST, self, self.test.setFocus)

    def _hint(self, task: Task | None) -> None:
        if task is not None and self.isVisible():
            facts = {"letter": task.kind.letter, "action": tables.action_of(task), "who": task.who}
            self.hints.emit(say("today.hint", **facts))

    def _do(self, task: Task) -> None:
        if task.draft is None:
            self.wants.emit("person", (task.person_id, task.kind.tab))
        elif task.draft[0] == court_day.FORM:
            self.wants.emit("court-day", None)
        else:
            form, subject = task.draft
            self.wants.emit("form", (form, Subject.from_text(subject)))

    def _open_attention(self, row: Attention) -> None:
        self.wants.emit("person", row.person_id)

    def _open_test(self, row: TestToday) -> None:
        self.wants.emit("person", (row.test.person_id, "tests"))

    def _open_court_day(self) -> None:
        self.wants.emit("court-day", None)

    def _make_packet(self) -> None:
        if self._facts is not None and self._facts.court is not None:
            self.wants.emit("packet", self._facts.court.session_id)

    def _record_test(self, person_id: int) -> None:
        self.wants.emit("form", ("drug-test", Subject(person_id)))


def _place(column: QVBoxLayout, card: Card) -> None:
    column.addWidget(card)
    card.show()
