"""The packet in the window: followed while it is drawn, seen, and only then let go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.desk import Desk
from app.wording import say
from reports import dates
from reports.lane import Lane
from ui import actions, theme
from ui.preview import Preview
from ui.screens.packet.packing import Heard, Packet, Packing
from ui.way_out import WayOut
from ui.widgets.labels import label
from ui.widgets.page import Page


class PacketScreen(Page):
    """How far it is and what can be done on the left, the pages on the right."""

    shown = Signal()
    released = Signal(int)

    def __init__(self, desk: Desk, lane: Lane, court_session_id: int) -> None:
        super().__init__()
        self._court_session_id = court_session_id
        heard = Heard(self._reach, self._show, self._tell_empty)
        self.packing = Packing(desk, lane, self, self._fail, heard)
        self.way = WayOut(self, self.packing, "packet")
        self.way.released.connect(self.released)
        self.title = label(say("packet.title"), "title")
        self.state = label(say("packet.reading"), "", wraps=True)
        self.left_out = label("", "", wraps=True)
        self.progress = QProgressBar()
        self.cancel = actions.button(actions.CANCEL, self._cancel)
        self.again = actions.button(actions.DRAW_AGAIN, self._begin)
        self.preview = Preview()
        self._build()
        self._begin()

    def focus_first(self) -> None:
        for button in (self.way.print, self.cancel, self.again):
            if button.isEnabled() and not button.isHidden():
                button.setFocus()
                return

    def leave(self) -> None:
        if self.packing.shown is None:
            self.packing.stop()

    def _begin(self) -> None:
        self.way.allow(allowed=False)
        self.left_out.hide()
        self._set_drawing(drawing=True)
        self.state.setText(say("packet.reading"))
        self.progress.setRange(0, 0)
        self.packing.draw(self._court_session_id)
        self.focus_first()

    def _reach(self, number: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(number - 1)
        words = say("packet.page", number=number, of=of)
        self.state.setText(words)
        self.progress.setAccessibleDescription(words)

    def _show(self, made: Packet) -> None:
        self._set_drawing(drawing=False)
        self.again.hide()
        self.title.setText(say("packet.of", day=dates.full(made.day)))
        self.preview.show_pdf(made.page.pdf)
        people = say("packet.people", n=len(made.parts))
        self.state.setText(say("packet.drawn", people=people, n=made.page.pages))
        self._tell_left_out(made.left_out)
        self.way.allow(allowed=True)
        self.focus_first()
        self.shown.emit()

    def _tell_left_out(self, names: tuple[str, ...]) -> None:
        self.left_out.setText(say("packet.left-out", n=len(names), names=", ".join(names)))
        self.left_out.setVisible(bool(names))

    def _tell_empty(self, left_out: tuple[str, ...]) -> None:
        self._set_drawing(drawing=False)
        self.state.setText(say("packet.empty"))
        self._tell_left_out(left_out)

    def _cancel(self) -> None:
        self.packing.stop()
        self._set_drawing(drawing=False)
        self.state.setText(say("packet.stopped"))
        self.focus_first()

    def _fail(self, error: Exception) -> None:
        if self.packing.shown is None:
            self._set_drawing(drawing=False)
            self.state.setText(say("packet.not-drawn"))
        self.way.fail(error)

    def _set_drawing(self, *, drawing: bool) -> None:
        self.progress.setVisible(drawing)
        self.cancel.setVisible(drawing)
        self.again.setVisible(not drawing)

    def _build(self) -> None:
        dressed = theme.current()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the Tab key passes it by
        self.setAccessibleName(say("packet.title"))
        self.progress.setAccessibleName(say("packet.title"))
        self.progress.setTextVisible(False)
        self.column.addWidget(self.title)
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("m"))
        for each in (self.state, self.progress, self.cancel, self.again, self.left_out, self.way):
            column.addWidget(each)
        column.addStretch(1)
        column.addWidget(label(say("packet.gate"), "small", wraps=True))
        both = QHBoxLayout()
        both.setSpacing(dressed.space("l"))
        both.addWidget(side)
        both.addWidget(self.preview, 1)
        self.column.addLayout(both, 1)
