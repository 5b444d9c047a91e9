"""Drug tests of one person: every one with its reading, the newest first; each opens to correct."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import choice_words, participants, testing
from app.desk import Desk
from app.progress_facts import Mark
from app.testing import TestFacts
from app.wording import say
from models.choices import Specimen
from reports import dates
from ui import actions, marks
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.turns import Step

FIRST = 100

TABLES = frozenset({"drug_test", "drug_test_result", "prescription"})


class TestingTab(Tab):
    """The list, and the way to record one."""

    __test__ = False  # a name that pytest would otherwise collect

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> list[TestFacts]:
        head = participants.header(session, self.person_id, today=self.today)
        episode = [head.line.episode_id or 0]
        found = testing.tests(session.connection(), until=self.today, episode_id=episode)
        return found[::-1]

    def _steps(self, facts: list[TestFacts], column: QVBoxLayout) -> list[Step]:
        self.add = actions.button(actions.DRUG_TEST, lambda: self.form("drug-test"))
        line = QHBoxLayout()
        line.addWidget(label(say("person.tests.what"), "quiet", wraps=True), 1)
        line.addWidget(self.add)
        column.addLayout(line)
        return [lambda: column.addWidget(self._card(facts))]

    def _card(self, facts: list[TestFacts]) -> Card:
        card = Card(say("person.tab.tests"), str(len(facts)) if facts else "")
        if not facts:
            card.add_padded(label(say("window.person.tests.none"), "quiet", wraps=True))
            return card
        self.table = Table(RowsModel(self._columns()), say("person.tab.tests"))
        self.table.rows.show(facts[:FIRST])
        self.table.fit_height()
        self.table.opened.connect(lambda test: self.form("drug-test", test.id))
        card.add(self.table)
        if len(facts) > FIRST:
            self.more = actions.link(
                say("window.person.more", n=len(facts)), lambda: self._show_all(facts)
            )
            card.add_padded(self.more)
        return card

    def _show_all(self, facts: list[TestFacts]) -> None:
        self.table.rows.show(facts)
        self.table.fit_height()
        self.more.hide()
        self.table.setFocus()

    def _columns(self) -> tuple[Column[TestFacts], ...]:
        widest = max((choice_words.words(each) for each in Specimen), key=len)
        return (
            Column(
                say("window.column.day"),
                lambda test: Cell("", _day(test, self)),
                Cell("", "Wed Nov 28, 2028"),
            ),
            Column(say("window.column.outcome"), marks.test_cell, marks.cell(Mark.DECLINED)),
            Column(
                say("window.column.specimen"),
                lambda test: Cell(choice_words.words(test.specimen) if test.specimen else ""),
                Cell(widest),
            ),
            Column(
                say("window.column.detail"),
                lambda test: Cell(marks.detail(test)),
                Cell(""),
                fills=True,
            ),
        )


def _day(test: TestFacts, tab: Tab) -> str:
    told = dates.weekday(test.collected_on)
    far = (tab.today - test.collected_on).days >= 180
    return f"{told}, {test.collected_on.year}" if far else told
