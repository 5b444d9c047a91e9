"""A page about one person: seen first, then printed or saved through the gate."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk import Desk
from app.wording import say
from reports.lane import Lane
from ui import releasing, tasks, theme
from ui.preview import Preview
from ui.releasing import Printed, Releasing, Shown
from ui.way_out import WayOut
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.page_choices import DayChoice, PageChoice, RecipientChoice


@dataclass(frozen=True)
class PageKind:
    """One kind of page: the key of its words, what is drawn, and what is chosen before."""

    key: str
    printed: Printed
    choice: Callable[[], PageChoice]


REPORT = PageKind("report", releasing.REPORT, DayChoice)
PLAN = PageKind("plan-page", releasing.PLAN, RecipientChoice)


class ReportScreen(Page):
    """What can be chosen and done on the left, the preview beside it."""

    shown = Signal()
    released = Signal(int)

    def __init__(self, desk: Desk, lane: Lane, person_id: int, kind: PageKind = REPORT) -> None:
        super().__init__()
        self._desk = desk
        self._person_id = person_id
        self._title = say(f"window.{kind.key}.title")
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self._title)
        self._releasing = Releasing(desk, lane, self, self._fail, kind.printed)
        self.preview = Preview()
        self.choice = kind.choice()
        self._way = WayOut(self, self._releasing, kind.key)
        self.print, self.save = self._way.print, self._way.save
        self.state = label(say("window.report.drawing"), "quiet", wraps=True)
        self._build()
        self._way.released.connect(self.released)
        tasks.run(self._look_up, owner=self, done=self._start, failed=self._fail)

    def focus_first(self) -> None:
        (self.print if self.print.isEnabled() else self).setFocus()

    def _build(self) -> None:
        dressed = theme.current()
        self.column.addWidget(label(self._title, "title"))
        both = QHBoxLayout()
        both.setSpacing(dressed.space("l"))
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("s"))
        column.addWidget(self.choice)
        column.addSpacing(dressed.space("l"))
        column.addWidget(self._way)
        column.addWidget(self.state)
        column.addStretch(1)
        column.addWidget(label(say("window.report.gate"), "small", wraps=True))
        both.addWidget(side)
        both.addWidget(self.preview, 1)
        self.column.addLayout(both, 1)

    def _look_up(self) -> Any:
        with self._desk.read() as session:
            return self.choice.look_up(session, self._person_id, self._desk.today())

    def _start(self, found: Any) -> None:
        self.choice.begin(found)
        self.choice.changed.connect(self._prepare)
        self._prepare()

    def _prepare(self) -> None:
        self._way.allow(allowed=False)
        self.state.setText(say("window.report.drawing"))
        self._releasing.prepare(self._person_id, self.choice.value(), self._show)

    def _show(self, shown: Shown) -> None:
        if not self.choice.is_of(shown.facts):
            return  # something else was chosen meanwhile; its page is on the way
        self.preview.show_pdf(shown.page.pdf)
        self.choice.tell(shown.facts)
        self.state.setText(say("window.report.pages", n=shown.page.pages))
        self._way.allow(allowed=True)
        if self.hasFocus():
            self.focus_first()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        if self._releasing.shown is None:
            self.state.setText(say("window.report.not-drawn"))
        self._way.fail(error)
