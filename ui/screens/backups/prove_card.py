"""The card that proves the chosen backup: restored on trial, compared, and cleared again."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.backup.overview import BackupLine
from app.desk import Desk
from app.wording import say
from ui import actions, backup_words, icons, theme
from ui.backups import Backups
from ui.proving import STEPS, Trial
from ui.widgets.card import Card
from ui.widgets.labels import label, picture

WHOLE = 100
# How a step looks before, while, and after it is done.
NEXT, NOW, PASSED = ("circle-dashed", "quiet"), ("circle-dot", "info"), ("circle-check", "good")


class ProveStep(QWidget):
    """One step in words, with a mark that says whether it has passed."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._words = say(f"backups.prove.{key}")
        self._mark = picture("circle-dashed", "quiet")
        self._told: QLabel = label(self._words, "quiet", wraps=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("s"))
        line.addWidget(self._mark)
        line.addWidget(self._told, 1)
        self.turn(NEXT)

    def turn(self, look: tuple[str, str]) -> None:
        name, tone = look
        self._mark.setPixmap(icons.pixmap(name, tone))
        self._told.setProperty("look", {NEXT: "quiet", NOW: "strong", PASSED: ""}[look])
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        state = {NEXT: "next", NOW: "now", PASSED: "passed"}[look]
        self._told.setAccessibleName(f"{self._words}: {say(f'backups.prove.{state}')}")


class ProveCard(Card):
    """Shows the steps only while they are taken, and afterwards what came of them."""

    def __init__(self, desk: Desk, backups: Backups) -> None:
        super().__init__(say("backups.prove"))
        self._desk, self._backups = desk, backups
        self._line: BackupLine | None = None
        self._running: Trial | None = None
        self.state = label("", "", wraps=True)
        self.steps = {key: ProveStep(key) for key in STEPS}
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setObjectName("share")
        self.progress.setRange(0, WHOLE)
        self.progress.setAccessibleName(say("backups.prove"))
        self.prove = actions.button(actions.PROVE, self._start)
        self.cancel = actions.button(actions.CANCEL, backups.proof.cancel)
        what = label(say("backups.prove.what"), "small", wraps=True)
        line = QHBoxLayout()
        for each in (self.prove, self.cancel):
            line.addWidget(each)
        line.addStretch(1)
        buttons = QWidget()
        buttons.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self.add_padded(self.state, what, *self.steps.values(), self.progress, buttons)
        self._connect()
        self._running = backups.proof.trial if backups.proof.is_running else None
        self._settle()

    def show_line(self, line: BackupLine | None) -> None:
        """Be about this backup, unless another one is being proved."""
        self._line = line
        if not self._backups.proof.is_running:
            self._settle()

    def _start(self) -> None:
        line = self._line
        folder = self._backups.folder_of(line) if line is not None else None
        if line is not None and folder is not None:
            self._backups.proof.start(Trial(line, folder))

    def _settle(self) -> None:
        line, running = self._line, self._running
        number = running.line.seq if running is not None else line.seq if line else None
        self.aside.setText(say("backups.prove.of", number=number) if number else "")
        here = line is not None and self._backups.folder_of(line) is not None
        self.prove.setVisible(running is None and here)
        self.prove.setEnabled(not self._backups.work.is_running)
        for each in (self.cancel, self.progress, *self.steps.values()):
            each.setVisible(running is not None)
        self.state.setVisible(running is None)
        self.state.setText(self._words(line, here=here))

    def _words(self, line: BackupLine | None, *, here: bool) -> str:
        if line is None:
            return say("backups.prove.none")
        if line.proved_at is not None:
            day = self._desk.local(line.proved_at).date()
            told = backup_words.near(day, self._desk.today())
            return say("backups.prove.done", day=told)
        if here:
            return say("backups.prove.not-yet")
        if line.place is None:
            return say("backups.prove.away.unknown")
        return say("backups.prove.away", place=line.place)

    def _connect(self) -> None:
        proof = self._backups.proof
        proof.began.connect(self._begin)
        proof.reached.connect(self._reach)
        proof.fetched.connect(self._fetch)
        for ended in (proof.passed, proof.failed):
            ended.connect(self._end)
        proof.called_off.connect(self._stop)

    def _begin(self, trial: Trial) -> None:
        had_focus = self.prove.hasFocus()
        self._running = trial
        self._settle()
        for key, step in self.steps.items():
            step.turn(NOW if key == trial.steps[0] else NEXT)
            step.setVisible(key in trial.steps)
        self.progress.setValue(0)
        if had_focus:
            self.cancel.setFocus()

    def _fetch(self, part: float) -> None:
        self.progress.setValue(int(part * WHOLE))

    def _reach(self, key: str) -> None:
        self.steps[key].turn(PASSED)
        left = STEPS[STEPS.index(key) + 1 :]
        if left:
            self.steps[left[0]].turn(NOW)
            self.progress.hide()  # from here on there is nothing to count

    def _end(self, _what: object) -> None:
        had_focus = self.cancel.hasFocus()
        self._running = None
        self._settle()
        if had_focus and not self.prove.isHidden():
            self.prove.setFocus()

    def _stop(self) -> None:
        self._end(None)
        self.state.setText(say("backups.prove.stopped"))
