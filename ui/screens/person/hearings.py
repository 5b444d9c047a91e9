"""Hearings of one person: what is to come, what was, and under each what the judge ordered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import choice_words, hearings
from app.desk import Desk
from app.hearings import HearingWithOrders
from app.wording import say
from reports import dates
from ui import actions, moments
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.turns import Step


@dataclass(frozen=True)
class Line:
    """A hearing, or an order given at it, as one line of the table."""

    hearing_id: int
    on: date | None
    what: Cell
    words: str
    due: date | None = None


TABLES = frozenset({"hearing", "court_session", "court_order"})


class HearingsTab(Tab):
    """One table; Enter opens the hearing with its orders."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> list[HearingWithOrders]:
        return hearings.of_person(session, self.person_id)

    def _steps(self, facts: list[HearingWithOrders], column: QVBoxLayout) -> list[Step]:
        self.add = actions.button(actions.HEARING, lambda: self.form("hearing"))
        line = QHBoxLayout()
        line.addWidget(label(say("person.hearings.what"), "quiet", wraps=True), 1)
        line.addWidget(self.add)
        column.addLayout(line)
        return [lambda: column.addWidget(self._card(facts))]

    def _card(self, facts: list[HearingWithOrders]) -> Card:
        card = Card(say("person.tab.hearings"), str(len(facts)) if facts else "")
        if not facts:
            card.add_padded(label(say("window.person.court.none"), "quiet", wraps=True))
            return card
        self.table = Table(RowsModel(self._columns()), say("person.tab.hearings"))
        self.table.rows.show(list(_lines(facts)))
        self.table.fit_height()
        self.table.opened.connect(lambda line: self.form("hearing", line.hearing_id))
        card.add(self.table)
        return card

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(say("window.column.day"), self._day, Cell("", "Wed Nov 28, 2028")),
            Column(
                say("person.hearings.column"),
                lambda line: line.what,
                Cell(say("moment.order"), icon="gavel", strong=True),
                gives=True,
            ),
            Column(say("moment.words"), lambda line: Cell(line.words), Cell(""), fills=True),
            Column(
                say("person.hearings.due"),
                lambda line: Cell("", dates.near(line.due, self.today) if line.due else ""),
                Cell("", "Nov 28, 2028"),
            ),
        )

    def _day(self, line: Line) -> Cell:
        if line.on is None:
            return Cell("")
        told = dates.weekday(line.on)
        far = abs((line.on - self.today).days) >= 180
        return Cell("", f"{told}, {line.on.year}" if far else told)


def _lines(facts: list[HearingWithOrders]) -> Iterator[Line]:
    for each in facts:
        kind = Cell(choice_words.words(each.type), "", "gavel", "quiet", strong=True)
        at = dates.clock(each.at) if each.at else ""
        came = choice_words.words(each.appearance) if each.appearance else ""
        said = say("person.hearings.said", words=each.said) if each.said else ""
        parts = (at, each.judge or "", came, said)
        yield Line(each.id, each.on, kind, ", ".join(part for part in parts if part))
        for order in each.orders:
            icon, tone = moments.ORDERS[order.status]
            status = choice_words.words(order.status)
            yield Line(each.id, None, Cell(status, "", icon, tone), order.words, order.due_on)
