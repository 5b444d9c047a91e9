"""Every order that was carried out, without names; what is not finished, and who has come back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app import came_back, carrying_out, choice_words, destroyed_files
from app.came_back import Back
from app.destroyed_files import DestroyedRow
from app.events import Changed
from app.vault.record import Record
from app.wording import say
from reports import dates
from ui import actions, tasks, theme
from ui.screens.sealing import cards
from ui.widgets.card import Card
from ui.widgets.labels import label, with_icon
from ui.widgets.page import Page
from ui.widgets.pairs import pairs
from ui.widgets.turns import Step, Turns

TABLES = frozenset({"destroyed_file", "backup", "person"})


@dataclass(frozen=True)
class Listed:
    """What the page shows."""

    rows: tuple[DestroyedRow, ...]
    back: tuple[Back, ...]


class DestroyedScreen(Page):
    """One card a destroyed file, the newest first."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._standing: QWidget | None = None
        self._turns = Turns(self)
        self.ways: list[QPushButton] = []  # what can be done, from the top
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("destroyed.title"))
        self.column.addWidget(label(say("destroyed.title"), "title"))
        self._read()

    def heed(self, change: Changed) -> None:
        if change.tables & TABLES:
            self._read()

    def focus_first(self) -> None:
        (self.ways[0] if self.ways else self).setFocus()

    def _read(self) -> None:
        tasks.run(self._facts, owner=self, done=self._show, failed=self.fail)

    def _facts(self) -> Listed:
        desk = self._record.desk
        with desk.read() as session:
            rows = destroyed_files.listed(desk, session)
            return Listed(rows, came_back.look(session, self._record.files))

    def _show(self, facts: Listed) -> None:
        body, column = self.scroll_below()
        before, self._standing = self._standing, body
        if before is not None:
            before.deleteLater()
        self.ways = []
        steps: list[Step] = []
        if facts.back:
            steps.append(lambda: column.addWidget(self._back(facts.back)))
        elif not facts.rows:
            steps.append(lambda: column.addWidget(label(say("destroyed.none"), "quiet")))
        steps += [partial(self._add, column, row) for row in facts.rows]
        self._turns.take([*steps, lambda: self._settle(column)])

    def _settle(self, column: QVBoxLayout) -> None:
        column.addStretch(1)
        if self.isVisible():
            self.focus_first()
        self.shown.emit()

    def _back(self, back: tuple[Back, ...]) -> Card:
        card = Card(say("destroyed.back"), str(len(back)))
        card.setMaximumWidth(theme.current().size("form"))
        lines = [
            self._way(
                say("destroyed.back.go", name=each.name), self._leading("sealing", each.person_id)
            )
            for each in back
        ]
        told = with_icon("triangle-alert", say("destroyed.back.why"), tone="attention")
        card.add_padded(told, *lines)
        return card

    def _leading(self, key: str, about: int) -> Callable[[], object]:
        return lambda: self.wants.emit(key, about)

    def _add(self, column: QVBoxLayout, row: DestroyedRow) -> None:
        column.addWidget(self._card(row))

    def _card(self, row: DestroyedRow) -> Card:
        at = self._record.desk.local(row.destroyed_at)
        when = say("destroyed.at", day=dates.dated(at.date()), time=dates.clock(at))
        held = "; ".join(cards.copy_words(each) for each in row.copies)
        card = Card(when)
        card.setMaximumWidth(theme.current().size("form"))
        told = (
            ("kind", choice_words.words(row.kind)),
            ("by", row.destroyed_by),
            ("rows", say("destroyed.rows.n", n=row.rows)),
            ("mark", row.mark),
            ("copies", held or say("destroyed.copies.none")),
        )
        card.add_padded(
            pairs([(say(f"destroyed.{name}"), words) for name, words in told]),
            *self._ways(row, when),
        )
        return card

    def _ways(self, row: DestroyedRow, when: str) -> list[QWidget]:
        if row.is_finished:
            show = self._way(say("destroyed.certificate"), self._leading("certificate", row.id))
            show.setAccessibleName(say("destroyed.certificate.of", when=when))
            return [show]
        finish = self._way(say("destroyed.finish"), lambda: self._finish(row.id))
        finish.setAccessibleName(say("destroyed.finish.of", when=when))
        told = with_icon("triangle-alert", say("destroyed.unfinished"), tone="attention")
        return [told, finish]

    def _way(self, words: str, call: Callable[[], object]) -> QPushButton:
        made = actions.link(words, call)
        self.ways.append(made)
        return made

    def _finish(self, number: int) -> None:
        record = self._record
        tasks.run(
            lambda: carrying_out.finish(record, number),
            owner=self,
            done=lambda _done: self.saved.emit(say("destroyed.finished"), None),
            failed=self.fail,
        )
