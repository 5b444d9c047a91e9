"""Everybody: filtered as somebody types, narrowed by status and phase, opened with Enter."""

from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app import listing
from app.desk import Desk
from app.events import Changed
from app.listing import ParticipantRow, Wanted
from app.wording import say
from models.choices import Status
from ui import actions, tasks, theme
from ui.participant_columns import columns, name_of
from ui.tables.rows import RowsModel
from ui.tables.view import Table
from ui.widgets.chips import Chips, Choice
from ui.widgets.empty import Empty
from ui.widgets.labels import label
from ui.widgets.menu_chip import MenuChip
from ui.widgets.page import Page
from ui.widgets.search_box import SearchBox

SHOWS = {"person", "episode", "court_case", "status_period", "phase_period", "drug_test", "hearing"}
FIRST = (
    Status.ACTIVE,
    Status.REFERRED,
    Status.SCREENING,
    Status.SUSPENDED,
    Status.GRADUATED,
)
REFERRAL = ("referral", None)  # the form, and the person it is about: nobody yet


@dataclass(frozen=True)
class Counts:
    """How many people stand where, for the chips."""

    statuses: dict[Status, int]
    phases: dict[int, int]


class ParticipantsScreen(Page):
    """One table; what it holds is read 200 rows at a time, away from the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = Wanted(statuses=frozenset({Status.ACTIVE}))
        self._reading = False
        self._stale = False
        self._counted = Counts({}, {})
        self._fitting = len(FIRST)
        self.total = label("", "quiet")
        self.filter = SearchBox("window.filter", actions.FILTER)
        self.chips = Chips(self._wanted.statuses)
        self.phase = MenuChip(say("window.participants.phase"), say("window.participants.phases"))
        self.model = RowsModel(columns(desk.today()), ask=self._more, parent=self)
        self.table = Table(self.model, say("window.participants"))
        self.empty = Empty()
        self._build()
        self._connect()
        self.refresh()

    @property
    def is_reading(self) -> bool:
        return self._reading

    def search(self, words: str) -> None:
        """Show whose names or case numbers hold `words`."""
        if words != self._wanted.words:
            self._wanted = replace(self._wanted, words=words)
            self._read()

    def refresh(self) -> None:
        """Read the list and the counts on the chips anew."""
        tasks.run(self._counts, owner=self, done=self._show_counts, failed=self.fail)
        self._read()

    def heed(self, change: Changed) -> None:
        """Read anew where something that the list shows has changed."""
        if change.tables & SHOWS:
            self.refresh()

    def focus_first(self) -> None:
        self.table.setFocus()

    def open_first(self) -> None:
        """Open the row that is chosen, which is the first where nobody chose."""
        self.table.open_current()

    def open_found(self) -> None:
        """Open the first that was found, once what was typed last has been looked for."""
        if self._reading:
            self.shown.connect(self.open_first, Qt.ConnectionType.SingleShotConnection)
        else:
            self.open_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        dressed = theme.current()
        head = QHBoxLayout()
        head.setSpacing(dressed.space("m"))
        head.addWidget(label(say("window.participants"), "title"))
        head.addWidget(self.total)
        head.addStretch(1)
        head.addWidget(actions.button(actions.IMPORT, self._import, keys=False))
        refer = actions.button(actions.NEW_REFERRAL, self._refer, look="primary", keys=False)
        head.addWidget(refer)
        line = QHBoxLayout()
        line.setSpacing(dressed.space("m"))
        line.addWidget(self.filter)
        # The chips follow the width of the window; they never hold it open.
        self.chips.setMinimumWidth(1)
        line.addWidget(self.chips)
        line.addSpacing(dressed.space("xs"))
        line.addWidget(self.phase)
        line.addStretch(1)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self._places = QStackedWidget()
        self._places.setObjectName("card")
        self._places.addWidget(self.table)
        self._places.addWidget(self.empty)
        self.column.addWidget(self._places, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.search)
        self.filter.left_downwards.connect(self.focus_first)
        self.filter.returnPressed.connect(self.open_found)
        self.chips.changed.connect(self._narrow)
        self.phase.changed.connect(self._narrow)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._hint)
        actions.shortcut(actions.FILTER, self, self._to_filter)

    def _to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _import(self) -> None:
        self.wants.emit("import", None)

    def _refer(self) -> None:
        self.wants.emit("form", REFERRAL)

    def _fit(self) -> None:
        """Show as many chips as there is room for; the others stand behind "More"."""
        dressed = theme.current()
        narrow = self.width() < dressed.size("stacks_below")
        self.filter.setFixedWidth(dressed.size("filter_narrow" if narrow else "filter"))
        beside = self.phase.sizeHint().width() + self.filter.width()
        around = 2 * dressed.space("xl") + dressed.space("l") + dressed.space("m")
        room = self.width() - around - beside
        fitting = max(1, room // dressed.size("chip_room") - 1)  # one is "More"
        if fitting != self._fitting:
            self._fitting = fitting
            self._show_chips()

    def _read(self) -> None:
        """Read what is wanted now; what is typed meanwhile is read once, when this is done."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        wanted, desk = self._wanted, self._desk
        tasks.run(
            lambda: read(desk, wanted), owner=self, done=self._show, failed=self._fail_reading
        )

    def _show(self, rows: list[ParticipantRow]) -> None:
        self._reading = False
        if self._stale:
            self._read()
            return
        self.model.show(rows, more=len(rows) == listing.PAGE)
        self.table.choose_first()
        self._show_total(rows)
        self._places.setCurrentWidget(self.table if rows else self.empty)
        if not rows:
            self._tell_empty()
        self.shown.emit()

    def _show_total(self, rows: list[ParticipantRow]) -> None:
        """Say how many there are; behind a full page they are counted once the rows stand."""
        if len(rows) < listing.PAGE:
            self.total.setText(say("window.participants.total", n=len(rows)))
            return
        wanted, desk = self._wanted, self._desk

        def show(found: int) -> None:
            if wanted is self._wanted:
                self.total.setText(say("window.participants.total", n=found))

        tasks.run(lambda: count(desk, wanted), owner=self, done=show, failed=self.fail)

    def _append(self, rows: list[ParticipantRow]) -> None:
        self.model.append(rows, more=len(rows) == listing.PAGE)

    def _fail_reading(self, error: Exception) -> None:
        self._reading = False
        self.fail(error)

    def _more(self, start: int) -> None:
        wanted, desk = self._wanted, self._desk
        tasks.run(
            lambda: read(desk, wanted, start),
            owner=self,
            done=lambda rows: self._append(rows) if wanted is self._wanted else None,
            failed=self.fail,
        )

    def _counts(self) -> Counts:
        with self._desk.read() as session:
            return Counts(listing.count_by_status(session), listing.count_by_phase(session))

    def _show_counts(self, counts: Counts) -> None:
        self._counted = counts
        self._show_chips()
        self.phase.show_choices(
            [
                (phase, say("window.participants.phase-of", phase=phase, count=count))
                for phase, count in counts.phases.items()
            ]
        )

    def _show_chips(self) -> None:
        counts = self._counted.statuses
        choices = {
            status: Choice(status, say(f"window.status.{status.value}"), counts[status])
            for status in Status
            if counts.get(status)
        }
        shown = [status for status in FIRST if status in choices][: self._fitting]
        more = [choice for status, choice in choices.items() if status not in shown]
        self.chips.show_choices([choices[status] for status in shown], more)
        stops = [self.filter, *self.chips.chips, self.phase, self.table]
        for before, behind in pairwise(stops):
            self.setTabOrder(before, behind)

    def _narrow(self) -> None:
        self._wanted = replace(self._wanted, statuses=self.chips.chosen, phase=self.phase.chosen)
        self._read()

    def _tell_empty(self) -> None:
        wanted = self._wanted
        if wanted.statuses or wanted.phase is not None:
            key = "none-so" if wanted.phase is None else "none-phase"
            everybody = say("window.participants.everybody")
            self.empty.tell(say(f"window.participants.{key}"), everybody, self._everybody)
        elif wanted.words:
            self.empty.tell(say("window.participants.none-found", words=wanted.words))
        else:
            self.empty.tell(say("window.participants.none"), actions.IMPORT.text, self._import)

    def _everybody(self) -> None:
        self.phase.choose(None)
        self.chips.choose(frozenset())
        self._show_chips()

    def _open(self, row: ParticipantRow) -> None:
        self.wants.emit("person", row.person_id)

    def _hint(self, row: ParticipantRow | None) -> None:
        self.hints.emit(say("window.participants.hint", name=name_of(row)) if row else "")


def read(desk: Desk, wanted: Wanted, start: int = 0) -> list[ParticipantRow]:
    """Return a page of rows as narrowed; runs in the record lane."""
    with desk.read() as session:
        return listing.page(session, wanted, start=start)


def count(desk: Desk, wanted: Wanted) -> int:
    with desk.read() as session:
        return listing.count(session, wanted)
