"""The judge's copy of a progress report: seen first, then printed or saved through the gate."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import participants
from app.desk import Desk
from app.wording import say
from models.errors import NoSuchThing
from reports import dates
from reports.lane import Lane
from ui import tasks, theme
from ui.preview import Preview
from ui.releasing import Releasing, Shown
from ui.way_out import WayOut
from ui.widgets.boxes import DateBox
from ui.widgets.labels import label
from ui.widgets.page import Page


class ReportScreen(Page):
    """Preview on the left, what can be done with it on the right."""

    shown = Signal()
    released = Signal(int)

    def __init__(self, desk: Desk, lane: Lane, person_id: int) -> None:
        super().__init__()
        self._desk = desk
        self._person_id = person_id
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("window.report.title"))
        self._releasing = Releasing(desk, lane, self, self._fail)
        self.preview = Preview()
        self.day = DateBox()
        self._way = WayOut(self, self._releasing, "report")
        self.print, self.save = self._way.print, self._way.save
        self.told = label("", "quiet", wraps=True)
        self.state = label(say("window.report.drawing"), "quiet", wraps=True)
        self._build()
        self._way.released.connect(self.released)
        tasks.run(self._find_next, owner=self, done=self._start, failed=self._fail)

    def focus_first(self) -> None:
        (self.print if self.print.isEnabled() else self).setFocus()

    def _build(self) -> None:
        dressed = theme.current()
        self.column.addWidget(label(say("window.report.title"), "title"))
        both = QHBoxLayout()
        both.setSpacing(dressed.space("l"))
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("s"))
        self._set_day_field()
        head = label(say("window.report.day"), "field")
        head.setBuddy(self.day)
        column.addWidget(head)
        column.addWidget(self.day)
        column.addWidget(self.told)
        column.addSpacing(dressed.space("l"))
        column.addWidget(self._way)
        column.addWidget(self.state)
        column.addStretch(1)
        column.addWidget(label(say("window.report.gate"), "small", wraps=True))
        both.addWidget(side)
        both.addWidget(self.preview, 1)
        self.column.addLayout(both, 1)

    def _set_day_field(self) -> None:
        self.day.setAccessibleName(say("window.report.day"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd MMM d, yyyy")
        # A date typed digit by digit asks for one page, not for ten.
        self.day.setKeyboardTracking(False)

    def _find_next(self) -> date | None:
        with self._desk.read() as session:
            try:
                found = participants.header(session, self._person_id, today=self._desk.today())
            except KeyError:
                raise NoSuchThing("window.person.missing") from None
            return found.line.next_hearing_on

    def _start(self, following: date | None) -> None:
        day = following or self._desk.today()
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.dateChanged.connect(self._prepare)
        self._prepare()

    def _chosen_day(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _prepare(self) -> None:
        self._way.allow(allowed=False)
        self.state.setText(say("window.report.drawing"))
        self._releasing.prepare(self._person_id, self._chosen_day(), self._show)

    def _show(self, shown: Shown) -> None:
        if shown.facts.hearing.on != self._chosen_day():
            return  # another date was chosen meanwhile; its page is on the way
        self.preview.show_pdf(shown.page.pdf)
        hearing = shown.facts.hearing
        key = "on-file" if hearing.on_file else "not-on-file"
        self.told.setText(say(f"window.report.{key}", day=dates.full(hearing.on)))
        self.state.setText(say("window.report.pages", n=shown.page.pages))
        self._way.allow(allowed=True)
        if self.hasFocus():
            self.focus_first()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        if self._releasing.shown is None:
            self.state.setText(say("window.report.not-drawn"))
        self._way.fail(error)
