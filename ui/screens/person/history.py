"""The trail of one person in words: what was done, when, by whom and why."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app import history
from app.desk import Desk
from app.history import Entry
from app.wording import say
from reports import dates
from ui import actions, tasks
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.turns import Step

TABLES = frozenset({"audit"})


class HistoryTab(Tab):
    """Two hundred events at a time, the newest first."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> list[Entry]:
        return history.of_person(session, self.person_id)

    def _steps(self, facts: list[Entry], column: QVBoxLayout) -> list[Step]:
        column.addWidget(label(say("person.history.what"), "quiet", wraps=True))
        self._entries = list(facts)
        return [lambda: column.addWidget(self._card(facts))]

    def _card(self, entries: list[Entry]) -> Card:
        card = Card(say("person.history"))
        self.table = Table(RowsModel(self._columns()), say("person.history"))
        self.table.rows.show(entries)
        self.table.fit_height()
        card.add(self.table)
        self.more = actions.link(say("person.history.more"), self._read_more)
        card.add_padded(self.more)
        self.more.setVisible(len(entries) == history.PAGE)
        return card

    def _read_more(self) -> None:
        last = self._entries[-1].seq

        def read() -> list[Entry]:
            with self.desk.read() as session:
                return history.of_person(session, self.person_id, before=last)

        tasks.run(read, owner=self, done=self._append, failed=self.failed.emit)

    def _append(self, entries: list[Entry]) -> None:
        self._entries += entries
        self.table.rows.append(entries)
        self.table.fit_height()
        self.more.setVisible(len(entries) == history.PAGE)

    def _columns(self) -> tuple[Column[Entry], ...]:
        return (
            Column(say("person.history.at"), self._at, Cell("", "Nov 28, 2028, 12:44 PM")),
            Column(
                say("person.history.did"),
                lambda entry: Cell(entry.sentence, strong=True),
                Cell("Treatment plan changed", strong=True),
            ),
            Column(
                say("person.history.changes"),
                lambda entry: Cell(entry.details, entry.reason or ""),
                Cell(""),
                fills=True,
            ),
            Column(say("form.history.by"), lambda entry: Cell(entry.holder), Cell("Dana Whitlock")),
        )

    def _at(self, entry: Entry) -> Cell:
        at = self.desk.local(entry.at)
        return Cell("", f"{dates.dated(at.date())}, {dates.clock(at)}")
