"""The trail of the whole record: who did what, when and why; narrowed as somebody types."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget

from app import trail_list
from app.events import Changed
from app.trail_list import TrailRow, Wanted
from app.vault.record import Record
from app.wording import say
from ui import actions, tasks, theme
from ui.screens.trail import columns
from ui.screens.trail.filters import Filters
from ui.screens.trail.reading import Reading, Rows
from ui.screens.trail.verifying import Verifying
from ui.tables.rows import RowsModel
from ui.tables.view import Table
from ui.widgets.empty import Empty
from ui.widgets.labels import label
from ui.widgets.page import Page

SHOWS = frozenset({"audit"})
# Lines of the event below the table, and in a window so low that the table needs the room.
LINES, FEW_LINES, LOW = 3, 1, 520


class TrailScreen(Page):
    """One table, the newest event first; what is chosen in it stands below it whole."""

    def __init__(self, record: Record, wanted: Wanted | None = None) -> None:
        super().__init__()
        self._desk = record.desk
        self._wanted = wanted or Wanted()
        self._before: int | None = None
        self.reading = Reading(record.desk, self, self.fail)
        self.extract = actions.button(actions.TRAIL_EXTRACT, self._to_extract, look="primary")
        self.filters = Filters(record.desk, self._wanted)
        self.model = RowsModel(columns.columns(record.desk), ask=self._more, parent=self)
        self.table = Table(self.model, say("trail.title"))
        self.empty = Empty()
        self.whole = QPlainTextEdit()
        self.verifying = Verifying(record)
        self._build()
        self._connect()
        self.refresh()

    def focus_first(self) -> None:
        self.table.setFocus()

    def heed(self, change: Changed) -> None:
        """Count anew; the rows stay as they are while somebody reads them."""
        if change.tables & SHOWS:
            self.verifying.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        person = self._wanted.person_id
        desk = self._desk

        def around() -> tuple[list[str], str]:
            with desk.read() as session:
                name = trail_list.name_of(session, person) if person is not None else ""
                return trail_list.holders(session), name

        tasks.run(around, owner=self, done=self._show_around, failed=self.fail)
        self.verifying.refresh()
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        dressed = theme.current()
        lines = FEW_LINES if self.height() < dressed.scaled(LOW) else LINES
        around = 2 * dressed.space("m")
        self.whole.setFixedHeight(lines * dressed.scaled(theme.TYPES["base"][1]) + around)

    def leave(self) -> None:
        self.reading.stop()
        self.verifying.watch.stop()

    def _build(self) -> None:
        dressed = theme.current()
        head = QHBoxLayout()
        head.setSpacing(dressed.space("m"))
        head.addWidget(label(say("trail.title"), "title"))
        head.addWidget(self.verifying, 1)
        head.addWidget(self.extract)
        self.column.addLayout(head)
        self.column.addWidget(self.filters)
        self._places = QStackedWidget()
        self._places.setObjectName("card")
        self._places.addWidget(self.table)
        self._places.addWidget(self.empty)
        self.column.addWidget(self._places, 1)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName(say("trail.whole.name"))
        self.column.addWidget(self.whole)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.filters.left_downwards.connect(self.table.setFocus)
        self.filters.failed.connect(self.fail)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self._open)
        self.verifying.found.connect(lambda words: self.banner.tell("problem", words))
        self.verifying.whole.connect(lambda words: self.banner.tell("good", words))
        self.verifying.failed.connect(self.fail)
        actions.shortcut(actions.FILTER, self, self._to_filter)

    def _to_filter(self) -> None:
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    def _to_extract(self) -> None:
        self.wants.emit("trail-extract", self._wanted)

    def _show_around(self, around: tuple[list[str], str]) -> None:
        names, person = around
        self.filters.show_holders(names)
        self.filters.show_person(person)

    def _narrow(self) -> None:
        before, self._wanted = self._wanted, self.filters.wanted
        if self._wanted == before:
            return
        self.stands.emit(self._wanted)
        if self._wanted.person_id != before.person_id:
            self.refresh()
        else:
            self._read()

    def _read(self) -> None:
        self.model.show([])
        self.whole.clear()
        self._places.setCurrentWidget(self.empty)
        self.empty.tell(say("trail.looking"))
        self.reading.begin(self._wanted, trail_list.PAGE, self._take)

    def _more(self, _start: int) -> None:
        self.reading.begin(self._wanted, trail_list.PAGE, self._take, self._before)

    def _take(self, rows: Rows, before: int | None, done: bool) -> None:  # noqa: FBT001 - as it is heard
        first = not self.model.rowCount()
        self._before = before
        self.model.append(rows, more=done and before is not None)
        if rows and first:
            self._places.setCurrentWidget(self.table)
            self.table.choose_first()
        if done:
            self._tell_end()

    def _tell_end(self) -> None:
        if not self.model.rowCount():
            mark = trail_list.is_mark(self._wanted.words)
            key = "trail.no-mark" if mark else "trail.none"
            self.empty.tell(say(key), say("trail.show-all"), self._show_all)
        self.shown.emit()

    def _show_all(self) -> None:
        self.filters.clear()
        self._narrow()
        self.table.setFocus()

    def _tell(self, row: object) -> None:
        told, hint = "", ""
        if isinstance(row, TrailRow):
            told = columns.whole(self._desk, row)
            hint = say("trail.hint", name=row.who) if row.who else ""
        self.whole.setPlainText(told)
        self.hints.emit(hint)

    def _open(self, row: object) -> None:
        """Go to the history of whom the event is about."""
        if isinstance(row, TrailRow) and row.who:
            self.wants.emit("person", (row.entry.person_id, "history"))
