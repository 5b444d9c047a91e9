"""One person, to read: a head that stays, and cards of what is on file, with honest gaps."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app import participants
from app.desk import Desk
from app.participants import ContactFacts, DetailFacts
from app.wording import say
from models.errors import NoSuchThing
from ui import actions, tasks, theme
from ui.person_tables import SECTIONS, Section
from ui.tables.rows import RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label, scrolled, with_icon
from ui.widgets.page import Page
from ui.widgets.person_header import PersonHeader

NEWEST = 8


class PersonScreen(Page):
    """What is known of one person, read once when the page is opened."""

    shown = Signal()

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__()
        self._desk = desk
        self._person_id = person_id
        self.tables: dict[str, Table] = {}
        self.report = actions.button(actions.REPORT, self._report, look="primary")
        self._sides: QBoxLayout | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        tasks.run(self._read, owner=self, done=self._show, failed=self.fail)

    def focus_first(self) -> None:
        self.report.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_sides()

    def _read(self) -> DetailFacts:
        with self._desk.read() as session:
            try:
                return participants.details(session, self._person_id, today=self._desk.today())
            except KeyError:
                raise NoSuchThing("window.person.missing") from None

    def _show(self, facts: DetailFacts) -> None:
        today = self._desk.today()
        steps: list[Callable[[], None]] = [
            lambda: self._head(facts, today),
            lambda: self._side_column.addWidget(contact_card(facts)),
            *(partial(self._add, section, facts, today) for section in SECTIONS),
            self._finish,
        ]
        self._take(steps)

    def _take(self, steps: list[Callable[[], None]]) -> None:
        """Take one step a turn of the loop, so that no turn is a long one."""
        first, *rest = steps
        first()
        if rest:
            QTimer.singleShot(0, self, lambda: self._take(rest))

    def _head(self, facts: DetailFacts, today: date) -> None:
        self.column.addWidget(PersonHeader(facts, today, self.report))
        body = QWidget()
        self.column.addWidget(body, 1)
        self._lay_out(scrolled(body))
        if self.isVisible():
            self.focus_first()

    def _add(self, section: Section, facts: DetailFacts, today: date) -> None:
        into = self._main_column if section.wide else self._side_column
        into.addWidget(self._card(section, facts, today))

    def _finish(self) -> None:
        self._main_column.addStretch(1)
        self._side_column.addStretch(1)
        self.shown.emit()

    def _lay_out(self, column: QVBoxLayout) -> None:
        dressed = theme.current()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(dressed.space("l"))
        column.addLayout(self._sides)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        self._side = QWidget()
        self._main_column, self._side_column = QVBoxLayout(), QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        for each in (self._main_column, self._side_column):
            each.setSpacing(dressed.space("l"))
        self._sides.addLayout(self._main_column, 1)
        self._sides.addWidget(self._side)
        self._set_sides()

    def _card(self, section: Section, facts: DetailFacts, today: date) -> Card:
        rows = section.rows(facts)
        card = Card(say(f"window.person.{section.key}"), str(len(rows)) if rows else "")
        if not rows:
            card.add_padded(label(say(f"window.person.{section.key}.none"), "quiet", wraps=True))
            return card
        model: RowsModel[Any] = RowsModel(section.columns(today))
        table = Table(model, say(f"window.person.{section.key}"))
        self.tables[section.key] = table
        model.show(rows[:NEWEST])
        table.fit_height()
        card.add(table)
        if len(rows) > NEWEST:
            self._add_more(card, table, rows)
        return card

    def _add_more(self, card: Card, table: Table, rows: Sequence[Any]) -> None:
        def everything() -> None:
            table.rows.show(rows)
            table.fit_height()
            more.hide()
            table.setFocus()

        more = actions.link(say("window.person.more", n=len(rows)), everything)
        more.setObjectName("more")
        card.add_padded(more)

    def _set_sides(self) -> None:
        """Put the two columns below one another where the window is narrow."""
        if self._sides is None:
            return
        dressed = theme.current()
        narrow = self.width() < dressed.size("stacks_below")
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else dressed.size("side_column"))
        self._side.setMaximumWidth(self.width() if narrow else dressed.size("side_column"))

    def _report(self) -> None:
        self.wants.emit("report", self._person_id)


def contact_card(facts: DetailFacts) -> Card:
    """Return how to reach somebody, and first of all whether a message may be left."""
    card = Card(say("window.person.contact"))
    lines: list[QWidget] = [_contact(contact) for contact in facts.contacts]
    lines += [
        with_icon("info", say(f"window.person.{key}", what=what), tone="info")
        for key, what in (
            ("interpreter", facts.interpreter),
            ("accommodations", facts.accommodations),
        )
        if what
    ]
    if not facts.contacts:
        lines.insert(0, label(say("window.person.contact.none"), "quiet", wraps=True))
    card.add_padded(*lines)
    return card


def _contact(contact: ContactFacts) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.current().space("xs"))
    kind = say(f"window.contact.{contact.kind.value}")
    column.addWidget(label(say("window.contact", kind=kind, value=contact.value), wraps=True))
    if contact.confidential:
        column.addWidget(with_icon("eye-off", say("window.contact.confidential"), "quiet"))
    if contact.kind.value == "phone":
        may = contact.may_leave_message
        name, key = ("message-square", "may") if may else ("message-square-off", "may-not")
        column.addWidget(with_icon(name, say(f"window.contact.{key}"), "quiet"))
    if contact.safe_times:
        words = say("window.contact.safe", times=contact.safe_times)
        column.addWidget(with_icon("clock", words, "quiet"))
    return part
