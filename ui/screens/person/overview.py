"""The first tab: everything on one line of time, what waits, and how to reach this person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import court_day, participants, tasks_due, timeline
from app.answers import Subject
from app.desk import Desk
from app.participants import HeaderFacts
from app.tasks_due import Task
from app.timeline import Moment, Timeline
from app.wording import say
from reports import dates
from ui import actions, moments, theme
from ui.capitals import capital
from ui.screens.person.contact import contact_card
from ui.screens.person.tab import Shows, Tab
from ui.screens.person.time_table import Heading, Line, TimeTable
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import label, with_icon
from ui.widgets.sides import Sides
from ui.widgets.turns import Step

FIRST = 14  # rows of what was before the last hearing, until all of it is wanted


@dataclass(frozen=True)
class OverviewFacts:
    """What the first tab shows."""

    head: HeaderFacts
    time: Timeline
    tasks: tuple[Task, ...]


TABLES = frozenset(
    {"drug_test", "drug_test_result", "prescription", "attendance", "hearing", "court_session",
     "court_order", "note", "objective", "treatment_plan", "phase_period", "status_period",
     "person", "person_race", "contact_method", "episode", "draft"}
)  # fmt: skip


class OverviewTab(Tab):
    """Reads once; the chips narrow what is there."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> OverviewFacts:
        head = participants.header(session, self.person_id, today=self.today)
        return OverviewFacts(
            head,
            timeline.of_episode(session, head.line.episode_id, self.today),
            tasks_due.of_person(session, self.person_id, self.today),
        )

    def _steps(self, facts: OverviewFacts, column: QVBoxLayout) -> list[Step]:
        sides = Sides()
        column.addWidget(sides)
        self.line = TimeCard(facts.time, self.today)
        return [
            lambda: sides.main.addWidget(self.line),
            self.line.fill,
            lambda: sides.side.addWidget(self._tasks(facts.tasks)),
            lambda: sides.side.addWidget(self._contact(facts.head)),
            sides.finish,
        ]

    def _tasks(self, tasks: Sequence[Task]) -> Card:
        card = Card(say("person.tasks"), str(len(tasks)) if tasks else "")
        if not tasks:
            card.add_padded(label(say("person.tasks.none"), "quiet", wraps=True))
        for task in tasks:
            card.add(self._task(task))
        return card

    def _task(self, task: Task) -> QWidget:
        made = QWidget()
        dressed = theme.current()
        line = QHBoxLayout(made)
        line.setContentsMargins(
            dressed.space("l"), dressed.space("xs"), dressed.space("s"), dressed.space("xs")
        )
        line.addWidget(with_icon("clock", capital(task.reason), tone="attention"), 1)
        go = QPushButton(say(f"person.task.{task.kind.tab}"))
        go.setProperty("look", "chip")
        go.setAutoDefault(False)
        go.setAccessibleName(say("person.task.go", go=go.text(), what=task.reason))
        go.clicked.connect(lambda: self._do(task))
        line.addWidget(go)
        return made

    def _do(self, task: Task) -> None:
        if task.draft is not None and task.draft[0] == court_day.FORM:
            self.wants.emit("court-day", None)
        elif task.draft is not None:
            form, subject = task.draft
            self.wants.emit("form", (form, Subject.from_text(subject)))
        else:
            self.wants.emit("person", (self.person_id, task.kind.tab))

    def _contact(self, head: HeaderFacts) -> Card:
        return contact_card(
            head, actions.link(say("person.contact.edit"), lambda: self.form("contact"))
        )


class TimeCard(Card):
    """The line of time, with chips that narrow it."""

    def __init__(self, facts: Timeline, today: date) -> None:
        super().__init__(say("person.timeline"))
        self._facts, self._today = facts, today
        self._short = len(facts.before) > FIRST
        self.table: TimeTable | None = None
        self.chips = [self._chip(key) for key in moments.CHIPS]
        for each in self.chips:
            self.head.addWidget(each)
        self.chips[0].setChecked(True)

    def fill(self) -> None:
        """Put the line into the card, and below it the way to what was longer ago."""
        if not self._parts():
            self.add(label(say("person.timeline.none"), "group-head"))
            return
        self.table = table = TimeTable(self._today)
        self.add(table)
        if self._short:
            words = say("window.person.more", n=len(self._facts.before))
            self.more = actions.link(words, lambda: self._show_all(table))
            self.add_padded(self.more)
        self._narrow()

    def _parts(self) -> list[tuple[str, Sequence[Moment]]]:
        """Return each part that has a moment, with its heading."""
        facts, last = self._facts, self._facts.last_hearing
        since = (
            say("person.timeline.since", day=dates.weekday(last))
            if last
            else say("person.timeline.past")
        )
        found = (
            (say("person.timeline.coming"), facts.coming),
            (since, facts.since),
            (say("person.timeline.before"), facts.before),
        )
        return [part for part in found if part[1]]

    def _narrow(self) -> None:
        if self.table is None:
            return
        chosen = next(each.objectName() for each in self.chips if each.isChecked())
        lines: list[Line] = []
        for heading, part in self._parts():
            fitting = [moment for moment in part if moment.what in moments.CHIPS[chosen]]
            short = self._short and part is self._facts.before and chosen == "everything"
            lines += [Heading(heading), *(fitting[:FIRST] if short else fitting)]
        self.table.show_lines(lines)

    def _show_all(self, table: TimeTable) -> None:
        self._short = False
        self.more.hide()
        self._narrow()
        table.setFocus()

    def _chip(self, key: str) -> QPushButton:
        made = Chip(say(f"person.timeline.{key}"))
        made.setAutoExclusive(True)
        made.clicked.connect(self._narrow)
        made.setObjectName(key)
        return made
