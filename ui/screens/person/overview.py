"""The first tab: everything on one line of time, what waits, and how to reach this person."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from ui.screens.person.contact import contact_card
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
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
            *(lambda part=part: self.line.add_part(part) for part in self.line.parts()),
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
        words = task.reason[:1].upper() + task.reason[1:]
        line.addWidget(with_icon("clock", words, tone="attention"), 1)
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
        card = contact_card(head)
        card.add_padded(actions.link(say("person.contact.edit"), lambda: self.form("contact")))
        return card


@dataclass(frozen=True)
class Part:
    """One stretch of the line of time under its own heading."""

    key: str
    moments: tuple[Moment, ...]
    heading: str


class TimeCard(Card):
    """The line of time, with chips that narrow it."""

    def __init__(self, facts: Timeline, today: Any) -> None:
        super().__init__(say("person.timeline"))
        self._facts, self._today = facts, today
        self.tables: dict[str, Table] = {}
        self._all: dict[str, tuple[Moment, ...]] = {}
        self._more: QPushButton | None = None
        self.chips = [self._chip(key) for key in moments.CHIPS]
        for chip in self.chips:
            self.head.addWidget(chip)
        self.chips[0].setChecked(True)

    def parts(self) -> list[Part]:
        facts = self._facts
        last = facts.last_hearing
        since = (
            say("person.timeline.since", day=dates.weekday(last))
            if last
            else say("person.timeline.past")
        )
        found = [
            Part("coming", facts.coming, say("person.timeline.coming")),
            Part("since", facts.since, since),
            Part("before", facts.before, say("person.timeline.before")),
        ]
        return [part for part in found if part.moments] or [
            Part("none", (), say("person.timeline.none"))
        ]

    def add_part(self, part: Part) -> None:
        head = label(part.heading, "group-head")
        self.add(head)
        if not part.moments:
            return
        model: RowsModel[Moment] = RowsModel(moments.columns(self._today))
        table = Table(model, part.heading)
        table.horizontalHeader().hide()
        self.tables[part.key], self._all[part.key] = table, part.moments
        shown = part.moments[:FIRST] if part.key == "before" else part.moments
        model.show(shown)
        table.fit_height()
        self.add(table)
        if len(shown) < len(part.moments):
            self._more = actions.link(
                say("window.person.more", n=len(part.moments)), self._show_all
            )
            self._more.setObjectName("more")
            self.add_padded(self._more)

    def _show_all(self) -> None:
        if self._more is not None:
            self._more.hide()
        self._narrow()
        self.tables["before"].setFocus()

    def _chip(self, key: str) -> QPushButton:
        chip = QPushButton(say(f"person.timeline.{key}"))
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        chip.setAutoDefault(False)
        chip.setAccessibleName(chip.text())
        chip.clicked.connect(self._narrow)
        chip.setObjectName(key)
        return chip

    def _narrow(self) -> None:
        chosen = next(chip.objectName() for chip in self.chips if chip.isChecked())
        whole = self._more is None or self._more.isHidden() or chosen != "everything"
        for key, table in self.tables.items():
            fitting = [m for m in self._all[key] if m.what in moments.CHIPS[chosen]]
            table.rows.show(fitting if whole or key != "before" else fitting[:FIRST])
            table.fit_height()
