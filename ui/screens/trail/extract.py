"""The extract before it leaves: pages to look at, print and save, or everything as a table."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desk import Desk
from app.trail_list import Wanted
from app.wording import say
from reports.lane import Lane
from ui import actions, dialogs, theme
from ui.dialogs import FileWanted, Question
from ui.preview import Preview
from ui.screens.trail.leaving import Extract, Extracting, name_of
from ui.way_out import WayOut
from ui.widgets.labels import label
from ui.widgets.page import Page


class ExtractScreen(Page):
    """What can be done on the left, the pages beside it."""

    shown = Signal()
    released = Signal(int)

    def __init__(self, desk: Desk, lane: Lane, wanted: Wanted | None = None) -> None:
        super().__init__()
        self._wanted = wanted or Wanted()
        self.extracting = Extracting(desk, lane, self, self._fail)
        self.way = WayOut(self, self.extracting, "trail-extract")
        self.way.released.connect(self.released)
        self.table = actions.button(actions.TRAIL_TABLE, self._ask_for_table)
        self.state = label("", "quiet", wraps=True)
        self.cut = label("", "", wraps=True)
        self.preview = Preview()
        self._build()
        self._begin()

    def focus_first(self) -> None:
        (self.way.print if self.way.print.isEnabled() else self).setFocus()

    def leave(self) -> None:
        self.extracting.stop()

    def _build(self) -> None:
        dressed = theme.current()
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        title = say("window.trail-extract.title")
        self.setAccessibleName(title)
        self.column.addWidget(label(title, "title"))
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("s"))
        for each in (self.state, self.cut, self.way, self.table):
            column.addWidget(each)
        column.addStretch(1)
        column.addWidget(label(say("trail.extract.gate"), "small", wraps=True))
        both = QHBoxLayout()
        both.setSpacing(dressed.space("l"))
        both.addWidget(side)
        both.addWidget(self.preview, 1)
        self.column.addLayout(both, 1)

    def _begin(self) -> None:
        self._allow(allowed=False)
        self.cut.hide()
        self._reach(0)
        self.extracting.draw(self._wanted, self._reach, self._show)

    def _reach(self, events: int) -> None:
        self.state.setText(say("trail.extract.reading", n=f"{events:,}"))

    def _show(self, made: Extract) -> None:
        self.preview.show_pdf(made.page.pdf)
        self._tell(made)
        self._allow(allowed=True)
        if self.hasFocus():
            self.focus_first()
        self.shown.emit()

    def _tell(self, made: Extract) -> None:
        events = f"{len(made.facts.rows):,}"
        self.state.setText(say("trail.extract.pages", n=made.page.pages, events=events))
        self.cut.setText(say("trail.extract.cut"))
        self.cut.setVisible(made.facts.is_cut)

    def _allow(self, *, allowed: bool) -> None:
        self.way.allow(allowed=allowed)
        self.table.setEnabled(allowed)

    def _fail(self, error: Exception) -> None:
        made = self.extracting.shown
        if made is None:
            self.state.setText(say("trail.extract.not-drawn"))
        else:
            self._tell(made)
        self.table.setEnabled(made is not None)
        self.way.fail(error)

    def _ask_for_table(self) -> None:
        question = Question(
            say("window.save.title"),
            say("window.save.warning"),
            yes=say("window.save.yes"),
            no=say("window.save.no"),
        )
        dialogs.ask(self, question, lambda yes: self._choose() if yes else None)

    def _choose(self) -> None:
        made = self.extracting.shown
        if made is None:
            return
        name = name_of(made.facts, "csv")
        wanted = FileWanted(say("trail.csv.choose"), say("trail.csv.file"), name, saving=True)
        dialogs.choose_file(self, wanted, self._save_table)

    def _save_table(self, target: Path) -> None:
        self._allow(allowed=False)
        named = target if target.suffix else target.with_suffix(".csv")
        self.extracting.save_table(self._wanted, named, self._reach, self._saved)

    def _saved(self, target: Path, events: int, disclosure_id: int) -> None:
        words = say("trail.csv.done", file=target.name, events=f"{events:,}", number=disclosure_id)
        made = self.extracting.shown
        if made is not None:
            self._tell(made)
        self._allow(allowed=True)
        self.banner.tell("good", words)
        self.released.emit(disclosure_id)
