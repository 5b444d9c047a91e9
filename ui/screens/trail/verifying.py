"""How far the trail was found whole, and the way to verify all of it now."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import trail_checks, trail_list
from app.trail_checks import Check
from app.trail_walk import Walk
from app.vault.record import Record
from app.wording import say
from reports import dates
from ui import actions, tasks, theme
from ui.screens.trail.watch import Watch, finding
from ui.widgets.labels import label


@dataclass(frozen=True)
class Standing:
    """How many events there are, and the last verification."""

    events: int
    last: Check | None


class Verifying(QWidget):
    """A sentence, and one button that verifies everything or stops that."""

    found = Signal(str)
    whole = Signal(str)
    failed = Signal(object)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._events = 0
        self.watch = Watch(record, self)
        self.told = label("", "quiet", wraps=True)
        self.verify = actions.button(actions.VERIFY, self._begin)
        self.cancel = actions.button(actions.CANCEL, self._stop)
        self.cancel.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("m"))
        line.addWidget(self.told, 1)
        line.addWidget(self.cancel)
        line.addWidget(self.verify)
        self.watch.reached.connect(self._reach)
        self.watch.ended.connect(self._end)
        self.watch.failed.connect(self._fail)

    def refresh(self) -> None:
        """Read how the trail stands."""
        tasks.run(self._read, owner=self, done=self._show, failed=self.failed.emit)

    def _read(self) -> Standing:
        record = self._record
        with record.desk.read() as session:
            known = trail_checks.checks(session.connection(), record.unlocked.keys.audit)
            events = trail_list.count(session)
            return Standing(events, known[0] if known else None)

    def _show(self, standing: Standing) -> None:
        self._events = standing.events
        if not self.watch.is_on:
            self._say(self._last(standing.last))

    def _say(self, told: str) -> None:
        count = say("trail.total", n=self._events, count=f"{self._events:,}")
        self.told.setText(say("trail.standing", count=count, told=told))

    def _last(self, last: Check | None) -> str:
        if last is None:
            return say("trail.never-verified")
        at = self._record.desk.local(last.at)
        key = "trail.verified" if last.is_good else "trail.not-whole"
        day = f"{dates.dated(at.date())}, {dates.clock(at)}"
        return say(key, seq=f"{last.reached:,}", at=day)

    def _begin(self) -> None:
        self._turn(on=True)
        self._reach(0)
        self.watch.begin(whole=True)

    def _stop(self) -> None:
        self.watch.stop()
        self._turn(on=False)
        self.refresh()

    def _reach(self, seq: int) -> None:
        self._say(say("trail.verifying", seq=f"{seq:,}", of=f"{self._events:,}"))

    def _end(self, walk: Walk) -> None:
        self._turn(on=False)
        if walk.problems:
            self.found.emit(finding(walk))
        else:
            self.whole.emit(say("trail.whole-now", seq=f"{walk.at.seq:,}"))
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self._turn(on=False)
        self.failed.emit(error)

    def _turn(self, *, on: bool) -> None:
        """Show what can be done, and let the focus stay where the button was."""
        focused = self.verify.hasFocus() or self.cancel.hasFocus()
        self.cancel.setVisible(on)
        self.verify.setVisible(not on)
        if focused:
            (self.cancel if on else self.verify).setFocus()
