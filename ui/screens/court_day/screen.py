"""Court day: call one after the other, see each page, keep what was said and ordered."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app import court_day, docket, hearings, typed
from app.answers import Answers, Subject, key_of
from app.court_day import NEXT, DocketRow, HearingFacts
from app.desk import Desk
from app.errors import Invalid
from app.events import Changed
from app.imports.values import ValueMistake
from app.wording import say
from models.choices import Appearance, OrderStatus
from reports.lane import Lane
from ui import theme
from ui.forms.keeper import Keeper
from ui.preview import Preview
from ui.releasing import Releasing, Shown
from ui.screens.court_day import asking
from ui.screens.court_day.docket_card import DocketCard
from ui.screens.court_day.said_card import SaidCard
from ui.screens.court_day.sitting_bar import SittingBar
from ui.screens.court_day.work import Work
from ui.widgets.page import Page

SHOWS = frozenset({"court_session", "hearing", "court_order", "person"})
REST = 300  # milliseconds that a row is chosen before its page is drawn


class CourtDayScreen(Page):
    """Everything is kept in one action each; what is typed and not saved is kept as a draft."""

    shown = Signal()
    drawn = Signal()

    def __init__(self, desk: Desk, lane: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._work = Work(desk, self, self._refuse)
        self._facts: HearingFacts | None = None
        self._keeper: Keeper | None = None
        self._held_early: set[int] = set()
        self._settled = False
        self._releasing = Releasing(desk, lane, self, self.fail)
        self.bar = SittingBar(self._work)
        self.docket = DocketCard(desk)
        self.preview = Preview()
        self.said = SaidCard(desk.today)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._build()
        self._connect()
        self.refresh()

    def focus_first(self) -> None:
        there = not self.docket.table.isHidden()
        (self.docket.table if there else self.bar.new).setFocus()

    def heed(self, change: Changed) -> None:
        if change.tables & SHOWS:
            self.refresh()

    def leave(self) -> None:
        if self._keeper is not None:
            self._keeper.keep_now()

    @property
    def is_kept(self) -> bool:
        return self._keeper is None or not self._keeper.is_behind

    def refresh(self) -> None:
        """Read the sessions, the docket of the one that is chosen, and the hearing anew."""
        today = self._desk.today()
        self._work.read(lambda each: court_day.sessions(each, today), self.bar.show_sessions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.current().size("preview_from")
        self.preview.setVisible(wide)
        for side in (self.docket, self.said):
            side.set_beside(beside=wide)

    def _read_docket(self, session_id: int | None) -> None:
        self.docket.add_person.setEnabled(session_id is not None)
        if session_id is None:
            self._show_docket(())
        else:
            self._work.read(lambda each: court_day.docket_of(each, session_id), self._show_docket)

    def _show_docket(self, rows: tuple[DocketRow, ...]) -> None:
        self.bar.packet.setEnabled(bool(rows))
        self.docket.show_rows(rows)
        if not self._settled and self.isVisible():
            # Later the focus stays where it is, whatever is read anew.
            self._settled = True
            self.focus_first()

    def _choose(self, row: DocketRow | None) -> None:
        self.said.setEnabled(row is not None)
        if row is None:
            self._facts = None
            self.said.show_nobody()
            self.shown.emit()
            return
        if self._facts is None or self._facts.hearing_id != row.hearing_id:
            self.leave()
            self._timer.start()
        self._work.read(lambda each: court_day.hearing(each, row.hearing_id), self._show)

    def _show(self, facts: HearingFacts) -> None:
        row = self.docket.row
        if row is None or row.hearing_id != facts.hearing_id:
            return  # another row was chosen meanwhile
        anew = self._facts is None or self._facts.hearing_id != facts.hearing_id
        self._facts = facts
        self.said.show_hearing(facts, anew=anew)
        following = self.docket.following()
        self.said.name_save(following.said if following else None)
        if anew:
            subject = Subject(facts.person_id, facts.hearing_id)
            self._keeper = Keeper(self._desk, court_day.FORM, subject, self.said.answers)
            self._keeper.setParent(self)
            self._keeper.failed.connect(self.fail)
        self.shown.emit()

    def _draw(self) -> None:
        facts = self._facts
        if facts is not None and self.preview.isVisibleTo(self):
            self._releasing.prepare(facts.person_id, facts.held_on, self._show_page)

    def _show_page(self, shown: Shown) -> None:
        if self._facts is not None and shown.person_id == self._facts.person_id:
            self.preview.show_pdf(shown.page.pdf)
            self.drawn.emit()

    def _appear(self, appearance: Appearance) -> None:
        facts = self._facts
        if facts is None:
            return

        def keep() -> None:
            self._held_early.add(facts.hearing_id)
            self._work.act(lambda each: hearings.appear(each, facts.hearing_id, appearance))

        if facts.held_on <= self._desk.today() or self._held_early:
            keep()
        else:
            asking.about_early(
                self, facts.held_on, keep, lambda: self.said.show_hearing(facts, anew=False)
            )

    def _save(self) -> None:
        facts = self._facts
        if facts is None:
            return
        answers = self.said.answers()
        if answers == said_so_far(facts):
            self._call_next()
        elif facts.appearance is None:
            self.said.tell_appearance()
        else:
            asking.about_day(self, self._next_day(answers), lambda: self._hear(facts, answers))

    def _hear(self, facts: HearingFacts, answers: Answers) -> None:
        if self._keeper is not None:
            self._keeper.forget()
        today = self._desk.today()
        self._work.act(
            lambda each: court_day.hear(each, facts.hearing_id, answers, today), self._call_next
        )

    def _call_next(self) -> None:
        """Go on down the docket; the last one is shown anew where they stand."""
        self._facts = self._keeper = None
        if self.docket.go_on() is None:
            self.hints.emit(say("court.all-called"))
            self._choose(self.docket.row)

    def _next_day(self, answers: Answers) -> date | None:
        text = answers.single.get(key_of(NEXT), "")
        try:
            return typed.day(text, self._desk.today()) if text.strip() else None
        except ValueMistake:
            return None  # saving says what is wrong with it

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self.said.tell(error.mistakes)
        else:
            self.fail(error)

    def _mark(self, order_id: int, status: OrderStatus) -> None:
        today = self._desk.today()
        self._work.act(lambda each: hearings.mark_order(each, order_id, status, today))

    def _move(self, row: DocketRow, by: int) -> None:
        self._work.act(lambda each: docket.move(each, row.hearing_id, by))

    def _take_off(self, row: DocketRow) -> None:
        self._work.act(lambda each: docket.take_off(each, row.hearing_id))

    def _add(self, person_id: int) -> None:
        session_id = self.bar.session_id
        if session_id is not None:
            self._work.act(lambda each: docket.schedule(each, person_id, session_id))

    def _edit(self) -> None:
        if self._keeper is not None:
            self._keeper.note()

    def _make_packet(self, session_id: int) -> None:
        self.wants.emit("packet", session_id)

    def _build(self) -> None:
        dressed = theme.current()
        self.column.addWidget(self.bar)
        across = QHBoxLayout()
        across.setSpacing(dressed.space("l"))
        across.addWidget(self.docket, 1)
        across.addWidget(self.preview, 100)
        across.addWidget(self.said, 1)
        self.column.addLayout(across, 1)

    def _connect(self) -> None:
        ways: tuple[tuple[SignalInstance, Any], ...] = (
            (self.bar.chosen, self._read_docket),
            (self.bar.packet_wanted, self._make_packet),
            (self.bar.made, self.docket.add_person.setFocus),
            (self.docket.chosen, self._choose),
            (self.docket.moved, self._move),
            (self.docket.taken_off, self._take_off),
            (self.docket.add_person.chosen, self._add),
            (self.docket.add_person.failed, self.fail),
            (self.said.appeared, self._appear),
            (self.said.marked, self._mark),
            (self.said.edited, self._edit),
            (self.said.save_wanted, self._save),
            (self._timer.timeout, self._draw),
        )
        for signal, call in ways:
            signal.connect(call)


def said_so_far(facts: HearingFacts) -> Answers:
    """Return what is on file as the fields would hold it, where nobody has typed anything."""
    return Answers({key: text for key, text in facts.answers.single.items() if text})
