"""Drug tests of one person: every one with its reading, the newest first; each opens to correct."""

from typing import Any

from app import choice_words, participants, testing
from app.desk import Desk
from app.progress_facts import Mark
from app.testing import TestFacts
from app.wording import say
from models.choices import Specimen
from ui import actions, marks, moments
from ui.screens.person.listed import Listed, ListedTab
from ui.tables.rows import Cell, Column

TESTS = Listed(
    "person.tab.tests",
    "person.tests.what",
    "window.person.tests.none",
    actions.DRUG_TEST,
    "drug-test",
    frozenset({"drug_test", "drug_test_result", "prescription"}),
)


class TestingTab(ListedTab):
    """Every test is read by what is known now."""

    __test__ = False  # a name that pytest would otherwise collect

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, TESTS, self._facts, self._heads)

    def _facts(self, session: Any) -> list[TestFacts]:
        head = participants.header(session, self.person_id, today=self.today)
        episode = [head.line.episode_id or 0]
        found = testing.tests(session.connection(), until=self.today, episode_id=episode)
        return found[::-1]

    def _heads(self) -> tuple[Column[TestFacts], ...]:
        widest = max((choice_words.words(each) for each in Specimen), key=len)
        return (
            Column(
                say("window.column.day"),
                lambda test: moments.day_cell(test.collected_on, self.today),
                moments.WIDEST_DAY,
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
