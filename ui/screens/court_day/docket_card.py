"""The docket of a session: who is called in which order, who was heard, and how it is changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.court_day import DocketRow
from app.desk import Desk
from app.wording import say
from models.choices import Appearance
from ui import actions, theme
from ui.actions import Action
from ui.find_person import FindPerson
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import key_cap, label

# As wide as Qt lets anything be.
MOST = 16_777_215
STATES: dict[Appearance, tuple[str, str]] = {
    Appearance.APPEARED: ("check", "good"),
    Appearance.REMOTE: ("check", "good"),
    Appearance.EXCUSED: ("circle-slash", "quiet"),
    Appearance.FAILED: ("user-x", "attention"),
}


class DocketCard(Card):
    """A table that scrolls by itself, because the day in court is worked from top to bottom."""

    chosen = Signal(object)
    moved = Signal(object, int)
    taken_off = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("court.docket"))
        self.model: RowsModel[DocketRow] = RowsModel(columns())
        self.table = Table(self.model, say("court.docket"))
        self.none = label(say("court.docket.none"), "quiet", wraps=True)
        self.add_person = FindPerson(desk, say("court.add"))
        self.up = self._button(actions.MOVE_UP, lambda: self._move(-1))
        self.down = self._button(actions.MOVE_DOWN, lambda: self._move(1))
        self.off = self._button(actions.TAKE_OFF, self._take_off)
        self.add(self.table)
        self.add_padded(self.none)
        foot = QWidget()
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom, foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(theme.current().space("s"))
        self._foot.addWidget(self._keys())
        self._foot.addWidget(self.add_person)
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.add_padded(foot)
        self.set_beside(beside=True)
        self.table.chosen.connect(self._choose)

    @property
    def row(self) -> DocketRow | None:
        found = self.table.current_row()
        return found if isinstance(found, DocketRow) else None

    def set_beside(self, *, beside: bool) -> None:
        """Be narrow beside the page, or take half of the room where the page has none."""
        width = theme.current().size("docket")
        self.setMinimumWidth(width)
        self.setMaximumWidth(width if beside else MOST)
        ways = QBoxLayout.Direction
        self._foot.setDirection(ways.TopToBottom if beside else ways.LeftToRight)
        self._cap.setVisible(beside)  # else the line to add somebody needs its room

    def show_rows(self, rows: Sequence[DocketRow]) -> None:
        """Show the docket; whoever was chosen stays so, else the first who was not heard is."""
        kept = self.row.hearing_id if self.row else None
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.model.show(rows)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        heard = sum(row.appearance is not None for row in rows)
        self.aside.setText(say("court.called", heard=heard, of=len(rows)) if rows else "")
        waiting = (n for n, row in enumerate(rows) if row.appearance is None)
        at = next((n for n, row in enumerate(rows) if row.hearing_id == kept), next(waiting, 0))
        if rows:
            self.table.setCurrentIndex(self.model.index(at, 0))
        else:
            self._choose(None)

    def go_on(self) -> DocketRow | None:
        """Choose the next on the docket, and return who that is; None behind the last one."""
        at = self.table.currentIndex().row() + 1
        if at >= self.model.rowCount():
            return None
        self.table.setCurrentIndex(self.model.index(at, 0))
        return self.row

    def following(self) -> DocketRow | None:
        """Return who is next on the docket."""
        at = self.table.currentIndex().row() + 1
        return self.model.row(at) if 0 < at < self.model.rowCount() else None

    def _choose(self, row: object) -> None:
        found = row if isinstance(row, DocketRow) else None
        self.up.setEnabled(found is not None and found.place > 1)
        self.down.setEnabled(found is not None and found.place < self.model.rowCount())
        self.off.setEnabled(found is not None and found.appearance is None)
        self.chosen.emit(found)

    def _move(self, by: int) -> None:
        if self.row is not None:
            self.moved.emit(self.row, by)

    def _take_off(self) -> None:
        if self.row is not None:
            self.taken_off.emit(self.row)

    def _button(self, action: Action, call: Callable[[], object]) -> QPushButton:
        return actions.button(action, call, look="chip", words=False)

    def _keys(self) -> QWidget:
        dressed = theme.current()
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(dressed.space("s"))
        for each in (self.up, self.down, self.off):
            line.addWidget(each)
        line.addStretch(1)
        self._cap = key_cap(say("court.keys.move"))
        line.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        return part


def columns() -> tuple[Column[DocketRow], ...]:
    return (
        Column(say("court.column.number"), lambda row: Cell(str(row.place)), Cell("88")),
        Column(say("court.column.name"), lambda row: Cell(row.listed), Cell(""), fills=True),
        Column(say("court.column.state"), _state, Cell("", "", "check"), gives=True),
    )


def _state(row: DocketRow) -> Cell:
    if row.appearance is None:
        return Cell("")
    icon, tone = STATES[row.appearance]
    return Cell("", say(f"court.state.{row.appearance.value}"), icon, tone)
