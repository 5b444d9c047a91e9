"""The card that says how the last good backup stands, and the one button that makes the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.backup.overview import Overview
from app.desk import Desk
from app.wording import say
from models.backup import Reread
from ui import actions, backup_words, icons, theme
from ui.backing_up import Progress
from ui.backups import Backups
from ui.widgets.labels import label, picture

WHOLE = 100


class StateCard(QFrame):
    """Amber after a day, red after three; while a backup runs it says how far that is."""

    check_wanted = Signal(object)

    def __init__(self, desk: Desk, backups: Backups) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(say("backups.list"))
        self._desk, self._backups = desk, backups
        self.icon = picture("hard-drive", "text", "icon_large")
        self.title = label("", "place", wraps=True)
        self.line = label("", "", wraps=True)
        self.warning = label(say("backups.one-place"), "", wraps=True)
        self.progress = QProgressBar()
        self.start = actions.button(actions.BACK_UP, backups.back_up, look="primary")
        self.cancel = actions.button(actions.CANCEL, backups.work.cancel)
        self.check = actions.link(say("backups.check-again"), self._want_check)
        self._build()
        backups.work.began.connect(self._begin)
        backups.work.moved.connect(self._move)

    def show_state(self, found: Overview) -> None:
        """Show how it stands, unless a backup is on its way."""
        running = self._backups.work.is_running
        had_focus = self.cancel.hasFocus()
        for each in (self.progress, self.cancel):
            each.setVisible(running)
        self._offer(running=running)
        if had_focus and not self.start.isHidden():
            self.start.setFocus()
        self.warning.setVisible(found.is_on_one_place and not running)
        self._tell_unproved(found, running=running)
        if running:
            self._move(None)
            return
        state = found.state
        self._wear(backup_words.TONES[state.freshness])
        if state.made_at is None:
            self.title.setText(say("backups.none"))
        else:
            told = backup_words.moment(self._desk.local(state.made_at))
            self.title.setText(say("backups.good", moment=told))
        self.line.setText(self._line(found))

    def _line(self, found: Overview) -> str:
        told = backup_words.state_line(found.state)
        if self._backups.place is not None:
            return told
        labels = [place.label for place in self._backups.seen.places]
        if not labels:
            return f"{told} {say('backups.no-place')}"
        several = labels[0]
        for each in labels[1:]:
            several = say("backups.or", one=several, other=each)
        return f"{told} {say('backups.not-there', places=several)}"

    def _tell_unproved(self, found: Overview, *, running: bool) -> None:
        """Offer to read the newest backup again where that proves something now."""
        newest = found.lines[0] if found.lines else None
        may = newest is not None and self._backups.may_check(newest)
        waits = newest is not None and newest.reread is Reread.CACHED
        self.check.setVisible(may and not running and not self._backups.proof.is_running)
        self.unproved.setVisible(waits and not running)
        if newest is not None and waits:
            key = "backups.again" if may else "backups.unplug"
            self.unproved.setText(say(key, number=newest.seq, place=newest.place or ""))

    def _want_check(self) -> None:
        found = self._backups.overview
        if found is not None and found.lines:
            self.check_wanted.emit(found.lines[0])

    def _offer(self, *, running: bool) -> None:
        place = self._backups.place
        self.start.setVisible(place is not None and not running)
        if place is not None:
            words = say("backups.to", place=place.label)
            self.start.setText(words)
            self.start.setAccessibleName(words)

    def _begin(self, _target: object) -> None:
        had_focus = self.start.hasFocus()
        self._wear("info")
        gone: tuple[QWidget, ...] = (self.start, self.check, self.unproved, self.warning)
        come: tuple[QWidget, ...] = (self.progress, self.cancel)
        for widget in (*gone, *come):
            widget.setVisible(widget in come)
        self.progress.setValue(0)
        if had_focus:
            self.cancel.setFocus()
        self._move(None)

    def _move(self, progress: Progress | None) -> None:
        target = self._backups.work.target
        if target is None or not self._backups.work.is_running:
            return
        words = backup_words.working(target, progress)
        self.title.setText(words)
        self.line.setText(say("backups.meanwhile"))
        self.progress.setAccessibleDescription(words)
        if progress is not None:
            self.progress.setValue(int(progress.whole * WHOLE))

    def _wear(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        name = backup_words.ICONS.get(tone, "hard-drive")
        self.icon.setPixmap(icons.pixmap(name, tone, "icon_large"))

    def _build(self) -> None:
        dressed = theme.current()
        self.unproved = label("", "", wraps=True)
        self.progress.setTextVisible(False)
        self.progress.setObjectName("share")
        self.progress.setRange(0, WHOLE)
        self.progress.setAccessibleName(say("window.backups"))
        words = QVBoxLayout()
        words.setSpacing(dressed.space("xs"))
        lines: tuple[QLabel, ...] = (self.title, self.line, self.unproved, self.warning)
        for each in (*lines, self.check, self.progress):
            words.addWidget(each)
        words.setAlignment(self.check, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(*[dressed.space("l")] * 4)
        line.setSpacing(dressed.space("m"))
        line.addWidget(self.icon)
        line.addLayout(words, 1)
        line.addWidget(self.start)
        line.addWidget(self.cancel)
        for each in (*lines[2:], self.check, self.progress, self.start, self.cancel):
            each.hide()
