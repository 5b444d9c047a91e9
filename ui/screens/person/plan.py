"""The treatment plan of one person: a tree to work in, its review, and the versions before it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout

from app import acting, plan_review, plan_tree
from app.acting import Done
from app.desk import Desk
from app.plan_facts import PlanShown
from app.wording import say
from ui import actions, tasks, theme
from ui.screens.person import plan_cards, plan_lines
from ui.screens.person.plan_lines import Key, PlanLine
from ui.screens.person.plan_table import PlanTable
from ui.screens.person.tab import Shows, Tab
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.sides import Sides
from ui.widgets.turns import Step

TABLES = frozenset({"treatment_plan", "problem", "goal", "objective", "intervention", "provider"})


class PlanTab(Tab):
    """The newest version to change, or an earlier one to read."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        self._plan_id: int | None = None
        self._can_change = True
        self._folded: set[Key] = set()
        self._chosen: Key | None = None
        self._had_focus = False
        self.table: PlanTable | None = None
        self.add: QPushButton | None = None
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))
        self.shown.connect(self._give_focus_back)

    def _facts(self, session: Any) -> PlanShown | None:
        return plan_tree.of_person(session, self.person_id, self._plan_id)

    def _steps(self, facts: PlanShown | None, column: QVBoxLayout) -> list[Step]:
        focused = QApplication.focusWidget()
        self._had_focus = focused is not None and self.isAncestorOf(focused)
        self.table = self.add = None
        if facts is None:
            return [lambda: column.addWidget(self._empty())]
        self._can_change = facts.is_newest
        sides = Sides()
        return [
            lambda: column.addLayout(self._head(facts)),
            lambda: column.addWidget(sides),
            lambda: sides.main.addWidget(self._tree(facts)),
            lambda: self._add_side(sides, facts),
            sides.finish,
        ]

    def focus_first(self) -> None:
        """Work begins in the tree, or with the first problem."""
        first = self.table or self.add
        if first is not None:
            first.setFocus()

    def _empty(self) -> Card:
        return plan_cards.empty_card(self._adding("primary"), lambda: self.form("plan"))

    def _adding(self, look: str) -> QPushButton:
        self.add = actions.button(actions.PROBLEM, lambda: self.form("problem"), look=look)
        return self.add

    def _head(self, facts: PlanShown) -> QHBoxLayout:
        plan = facts.plan
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("m"))
        line.addWidget(label(plan_cards.version_words(plan.version, plan.started_on), "strong"))
        if not facts.is_newest:
            line.addWidget(label(say("plan.earlier.shown"), "quiet"), 1)
            return line
        chip = plan_cards.review_chip(plan.next_review_on, self.today)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.print = actions.button(actions.PLAN_PAGE, self._print)
        self.review = actions.button(actions.REVIEW, self._review)
        line.addWidget(self.print)
        line.addWidget(self.review)
        return line

    def _tree(self, facts: PlanShown) -> Card:
        problems = len(facts.plan.problems)
        card = Card(say("plan.tree"), str(problems) if problems else "")
        if facts.is_newest:
            card.head.addWidget(self._adding("chip"))
        if not problems:
            card.add_padded(label(say("plan.no-problem"), "quiet", wraps=True))
            return card
        lines = plan_lines.lines(facts.plan, self.today)
        self.table = PlanTable(lines, self._folded, self._chosen)
        self.table.chosen.connect(self._choose)
        if facts.is_newest:
            self.table.opened.connect(lambda line: self.form(*line.opens))
        card.add(self.table)
        keys = say("plan.keys" if facts.is_newest else "plan.keys.earlier")
        card.add_padded(label(keys, "small", wraps=True))
        return card

    def _add_side(self, sides: Sides, facts: PlanShown) -> None:
        self._about_line = QVBoxLayout()
        sides.side.addLayout(self._about_line)
        self.versions = plan_cards.versions_chip(facts)
        if self.versions is not None:
            self.versions.changed.connect(self._show_version)
        sides.side.addWidget(
            plan_cards.about_card(facts, self.today, lambda: self.form("plan"), self.versions)
        )
        if self.table is not None:
            self._choose(self.table.line)

    def _choose(self, line: PlanLine | None) -> None:
        """Tell of the chosen line beside the tree."""
        if line is None:  # between two sets of lines
            return
        self._chosen = line.key
        while (item := self._about_line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        change = partial(self.form, *line.opens) if self._can_change else None
        self._about_line.addWidget(plan_cards.line_card(line, change))

    def _show_version(self) -> None:
        self._plan_id = self.versions.chosen if self.versions else None
        self.refresh()

    def _print(self) -> None:
        self.wants.emit("plan-page", self.person_id)

    def _review(self) -> None:
        """Begin a new version at once; it can be taken back like everything that was saved."""
        desk, person_id, today = self.desk, self.person_id, self.today
        self.review.setEnabled(False)

        def begin() -> Done:
            return acting.act(desk, lambda session: plan_review.begin(session, person_id, today))

        tasks.run(begin, owner=self, done=self._reviewed, failed=self._fail)

    def _reviewed(self, done: Done) -> None:
        self.saved.emit(done.sentence, partial(acting.take_back, self.desk, done))

    def _fail(self, error: Exception) -> None:
        self.review.setEnabled(True)
        self.failed.emit(error)

    def _give_focus_back(self) -> None:
        if self._had_focus and self.isVisible():
            self.focus_first()
