"""The tabs that are one list: what it is, the way to add to it, and rows that open to correct."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.desk import Desk
from app.wording import say
from ui import actions
from ui.actions import Action
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.turns import Step

Read = Callable[[Any], list[Any]]
Columns = Callable[[], Sequence[Column[Any]]]
FIRST = 100  # rows that are shown until all of them are wanted


@dataclass(frozen=True)
class Listed:
    """One list: its words by their keys, the form that adds to it, and what a row is.

    `rows` makes the rows of the table of what was read, and `opens` says which one the form opens.
    """

    heading: str
    what: str
    none: str
    add: Action
    form: str
    tables: frozenset[str]
    rows: Callable[[list[Any]], list[Any]] = list
    opens: Callable[[Any], int] = lambda row: int(row.id)


class ListedTab(Tab):
    """Shows one list: what `read` finds on file in the record lane, in its `columns`."""

    def __init__(
        self, desk: Desk, person_id: int, listed: Listed, read: Read, columns: Columns
    ) -> None:
        self._listed, self._columns = listed, columns
        super().__init__(desk, person_id, Shows(listed.tables, read, self._steps))

    def _steps(self, facts: list[Any], column: QVBoxLayout) -> list[Step]:
        listed = self._listed
        self.add = actions.button(listed.add, self._add)
        line = QHBoxLayout()
        line.addWidget(label(say(listed.what), "quiet", wraps=True), 1)
        line.addWidget(self.add)
        column.addLayout(line)
        return [lambda: column.addWidget(self._card(facts))]

    def _add(self) -> None:
        self.form(self._listed.form)

    def _open(self, row: Any) -> None:
        self.form(self._listed.form, self._listed.opens(row))

    def _card(self, facts: list[Any]) -> Card:
        listed = self._listed
        card = Card(say(listed.heading), str(len(facts)) if facts else "")
        if not facts:
            card.add_padded(label(say(listed.none), "quiet", wraps=True))
            return card
        rows = listed.rows(facts)
        self.table = Table(RowsModel(self._columns()), say(listed.heading))
        self._show_rows(rows[:FIRST])
        self.table.opened.connect(self._open)
        card.add(self.table)
        if len(rows) > FIRST:
            words = say("window.person.more", n=len(facts))
            self.more = actions.link(words, lambda: self._show_all(rows))
            card.add_padded(self.more)
        return card

    def _show_rows(self, rows: list[Any]) -> None:
        self.table.rows.show(rows)
        self.table.fit_height()

    def _show_all(self, rows: list[Any]) -> None:
        self._show_rows(rows)
        self.more.hide()
        self.table.setFocus()
