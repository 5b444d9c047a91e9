"""Hearings of one person: what is to come, what was, and under each what the judge ordered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import choice_words, hearings
from app.desk import Desk
from app.hearings import HearingWithOrders
from app.wording import say
from reports import dates
from ui import actions, moments
from ui.screens.person.listed import Listed, ListedTab
from ui.tables.rows import Cell, Column


@dataclass(frozen=True)
class Line:
    """A hearing, or an order given at it, as one line of the table."""

    hearing_id: int
    on: date | None
    what: Cell
    words: str
    due: date | None = None


HEARINGS = Listed(
    "person.tab.hearings",
    "person.hearings.what",
    "window.person.court.none",
    actions.HEARING,
    "hearing",
    frozenset({"hearing", "court_session", "court_order"}),
    rows=lambda facts: list(lines(facts)),
    opens=lambda line: line.hearing_id,
)


class HearingsTab(ListedTab):
    """Orders stand under the hearing at which they were given."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, HEARINGS, self._facts, self._heads)

    def _facts(self, session: Any) -> list[HearingWithOrders]:
        return hearings.of_person(session, self.person_id)

    def _heads(self) -> tuple[Column[Line], ...]:
        return (
            Column(
                say("window.column.day"),
                lambda line: moments.day_cell(line.on, self.today) if line.on else Cell(""),
                moments.WIDEST_DAY,
            ),
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


def lines(facts: list[HearingWithOrders]) -> Iterator[Line]:
    for each in facts:
        kind = Cell(choice_words.words(each.type), "", "gavel", "quiet", strong=True)
        at = dates.clock(each.at) if each.at else ""
        came = choice_words.words(each.appearance).lower() if each.appearance else ""
        said = say("person.hearings.said", words=each.said) if each.said else ""
        parts = (at, each.judge or "", came, said)
        yield Line(each.id, each.on, kind, ", ".join(part for part in parts if part))
        for order in each.orders:
            icon, tone = moments.ORDERS[order.status]
            status = choice_words.words(order.status)
            yield Line(each.id, None, Cell(status, "", icon, tone), order.words, order.due_on)
