"""One person's file and the order about it: what it means, the number typed, and the certificate.

The order's number is typed and never chosen, and a question stands before the end: nothing here can
be taken back.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app import carrying_out
from app.answers import Subject
from app.carrying_out import Before, Destroyed
from app.destroying import NUMBER
from app.errors import Invalid, sentence
from app.events import Changed
from app.vault.record import Record
from app.wording import say
from reports.lane import Lane
from ui import actions, dialogs, tasks, theme
from ui.actions import Action
from ui.dialogs import Question as Asked
from ui.screens.sealing import cards
from ui.screens.sealing.certificate import CertificatePart
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label
from ui.widgets.page import Page
from ui.widgets.question import Question
from ui.widgets.sides import Sides
from ui.widgets.turns import Step, Turns

DESTROY = Action("destroy-file", "", "")
KEEP = Action("keep-file", "", "")
TABLES = frozenset({"sealing_order", "backup"})


class SealingScreen(Page):
    """Says everything first; what was done turns the page into the certificate."""

    def __init__(self, record: Record, lane: Lane, person_id: int) -> None:
        super().__init__()
        self._record, self._lane, self._person_id = record, lane, person_id
        self._before: Before | None = None
        self.way: QWidget | None = None  # to the form of the order
        self.certificate: CertificatePart | None = None
        self._is_done = False
        self._standing: QWidget | None = None
        self._turns = Turns(self)
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("sealing.title"))
        self.title = label(say("sealing.title"), "title")
        self._about = Elided("", "quiet")
        self.number = QLineEdit()
        self.asked = Question(say("sealing.type"), self.number, say("sealing.type.help"))
        self.asked.setParent(self)
        self.end = actions.button(DESTROY, self._ask)
        self.keep = actions.button(KEEP, self.left.emit)
        self.doing = label("", "quiet", wraps=True)
        for part in (self.asked, self.end, self.keep, self.doing):
            part.setParent(self)
            part.hide()
        self.number.returnPressed.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(theme.current().space("m"))
        head.addWidget(self.title)
        head.addWidget(self._about, 1)
        self.column.addLayout(head)
        self._read()

    def focus_first(self) -> None:
        first = self.number if self.number.isVisible() else self.way
        (first or self).setFocus()

    def heed(self, change: Changed) -> None:
        if change.tables & TABLES and not self._is_done:
            self._read()

    def _read(self) -> None:
        record, person_id = self._record, self._person_id
        tasks.run(
            lambda: carrying_out.before(record, person_id),
            owner=self,
            done=self._show,
            failed=self.fail,
        )

    def _show(self, before: Before) -> None:
        if self._is_done:
            return
        self._before = before
        self._about.setText(before.name)
        sides = Sides()
        body, column = self.scroll_below()
        column.addWidget(sides)
        column.addStretch(1)
        self._replace(body)
        self.way = way = cards.way_to_order(before, self._enter)
        main, side = sides.main, sides.side
        steps: list[Step] = [
            lambda: main.addWidget(cards.order(before, way)),
            lambda: main.addWidget(cards.means()),
            lambda: side.addWidget(cards.copies(before)),
        ]
        if before.kind is not None:
            steps.insert(2, lambda: main.addWidget(self._carrying_out()))
        if before.mentions:
            steps.append(lambda: side.addWidget(cards.mentions(before, self.wants.emit)))
        self._turns.take([*steps, sides.finish, self._settle])

    def _replace(self, body: QWidget) -> None:
        """Let a new body stand in the place of the one before; what is typed stays."""
        before, self._standing, self.way = self._standing, body, None
        if before is not None:
            for part in (self.asked, self.end, self.keep, self.doing):
                part.setParent(self)
            before.deleteLater()

    def _settle(self) -> None:
        if self.isVisible():
            self.focus_first()
        self.shown.emit()

    def _carrying_out(self) -> Card:
        card = Card(say("sealing.do"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("s"))
        for part in (self.end, self.keep):
            line.addWidget(part)
            part.show()
        line.addStretch(1)
        self.asked.show()
        card.add_padded(self.asked, row, self.doing, apart="m")
        return card

    def _enter(self) -> None:
        self.wants.emit("form", ("sealing", Subject(self._person_id)))

    def _ask(self) -> None:
        if self._before is None or not self.end.isEnabled():
            return
        question = Asked(
            say("sealing.ask", name=self._before.name),
            say("sealing.ask.text"),
            yes=say("sealing.ask.yes"),
            no=say("sealing.ask.no"),
        )
        dialogs.ask(self, question, lambda yes: self._carry_out() if yes else None)

    def _carry_out(self) -> None:
        self._work(say("sealing.doing"))
        record, person_id, typed = self._record, self._person_id, self.number.text()
        self._is_done = True  # what is announced meanwhile is this very change
        tasks.run(
            lambda: carrying_out.carry_out(record, person_id, typed),
            owner=self,
            done=self._done,
            failed=self._refuse,
        )

    def _work(self, words: str) -> None:
        self.doing.setText(words)
        self.doing.setVisible(bool(words))
        for part in (self.number, self.end, self.keep):
            part.setEnabled(not words)

    def _done(self, done: Destroyed) -> None:
        self._before = self.way = None
        self.number.clear()
        self._about.setText("")
        self.title.setText(say("sealing.done.title"))
        self.saved.emit(say("sealing.done"), None)
        if self._standing is not None:
            self._standing.hide()
        if done.trouble is not None:
            self.banner.tell(
                "problem",
                say("sealing.not-finished", why=sentence(done.trouble)),
                say("destroyed.title"),
                lambda: self.wants.emit("destroyed", None),
            )
            return
        part = CertificatePart(self, self._record.desk, self._lane, say("sealing.done.what"))
        edge = theme.current().space("xl")
        self.column.setContentsMargins(edge, theme.current().space("l"), edge, edge)
        self._outer.setStretchFactor(self.column, 1)
        self.column.addWidget(part, 1)
        self.certificate = part
        part.show_facts(done.certificate)

    def _refuse(self, error: Exception) -> None:
        self._is_done = False
        self._work("")
        if isinstance(error, Invalid):
            self.asked.tell(error.mistakes[NUMBER])
            self.asked.focus()
        else:
            self.fail(error)
