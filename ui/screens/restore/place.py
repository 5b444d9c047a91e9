"""The third step back: where the record goes, and what becomes of the one that stands there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app import clock, first_start
from app.backup import comparing
from app.backup.comparing import Comparison, Stand
from app.backup.verifying import OpenBackup
from app.errors import sentence
from app.wording import say
from models.errors import BadInput
from ui import actions, backup_words, dialogs, icons, tasks, theme
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.screens.restore.answers import Answers
from ui.steps.step import Step
from ui.widgets.labels import label, picture
from ui.widgets.question import Question

CHOOSE = Action("choose-file", "", "folder-open")
TOP = Qt.AlignmentFlag.AlignTop
SOON = 300  # milliseconds after the last key
MARKS = {
    Stand.FREE: ("circle-check", "good"),
    Stand.NEWER: ("circle-check", "good"),
    Stand.OLDER: ("triangle-alert", "attention"),
    Stand.UNKNOWN: ("triangle-alert", "attention"),
    Stand.FOREIGN: ("octagon-alert", "problem"),
}


@dataclass(frozen=True)
class Offer:
    """A path, and how the backup stands to what is there; `beside` is a court that has its own."""

    target: Path
    found: Comparison
    beside: bool = False


class PlaceStep(Step):
    """One path, offered so that nobody has to change it; nothing that stands there is lost."""

    key = "place"
    texts = "restore"
    answers: Answers

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self.path = QLineEdit()
        self.choose = actions.button(CHOOSE, self._choose)
        self.row = Question(say("restore.place.path"), self.path, say("first.place.path.help"))
        self.row.line.addWidget(self.choose)
        self.standing = label("", wraps=True)
        self._mark = picture(*MARKS[Stand.FREE])
        self._shown: Offer | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._look)
        self.path.textEdited.connect(lambda _text: self._soon.start())
        self.column.addWidget(self.row)
        self.column.addWidget(self._line())

    @property
    def what(self) -> str:
        opened = self.answers.backup
        facts = opened.manifest
        return say(
            "restore.place.what",
            number=opened.head.seq, court=facts.court, moment=self.answers.moment,
            who=facts.made_by,
        )  # fmt: skip

    @property
    def onward(self) -> str:
        return say("restore.go")

    def enter(self) -> None:
        said = self.answers
        self._shown = None
        self.standing.setText("")
        self._mark.hide()
        self._run(lambda: _offer(said))

    def focus_first(self) -> None:
        self.path.setFocus()

    def go_on(self) -> None:
        """Look once more, and go on only with what stands on the page."""
        self.row.tell("")
        try:
            target = first_start.record_at(self.path.text())
        except BadInput as error:
            self.point_at(self.row, sentence(error))
            return
        said = self.answers
        self._soon.stop()
        self.working.emit(say("restore.place.looking"))
        tasks.run(lambda: _look_at(said, target), owner=self, done=self._decide, failed=self.fail)

    def _decide(self, offer: Offer) -> None:
        self.working.emit("")
        before = self._shown
        self._show(offer)
        if offer.found.stand is Stand.FOREIGN:
            self.point_at(self.row, self.standing.text())
        elif before is None or before != offer:
            self.tell(say("restore.place.changed"))
        else:
            self.answers.target = offer.target
            self.settled.emit()

    def _look(self) -> None:
        """Say how it stands to what is typed, as far as that is a path yet."""
        said = self.answers
        try:
            target = first_start.record_at(self.path.text())
        except BadInput:
            return
        self._run(lambda: _look_at(said, target), typed=self.path.text())

    def _run(self, look: Callable[[], Offer], typed: str | None = None) -> None:
        def take(offer: Offer) -> None:
            if typed is None or typed == self.path.text():
                self._show(offer, fill=typed is None)

        tasks.run(look, owner=self, done=take, failed=self.fail)

    def _show(self, offer: Offer, *, fill: bool = True) -> None:
        self._shown = offer
        if fill:
            self.path.setText(str(offer.target))
        self._mark.setPixmap(icons.pixmap(*MARKS[offer.found.stand]))
        self._mark.show()
        self.standing.setText(told(self.answers.backup, offer))

    def _choose(self) -> None:
        wanted = FileWanted(
            say("first.place.choose"), say("window.open.kind"), self.path.text(), saving=True
        )
        dialogs.choose_file(self, wanted, self._take)

    def _take(self, path: Path) -> None:
        self.path.setText(str(path))
        self._look()

    def _line(self) -> QWidget:
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("s"))
        self._mark.setFixedHeight(theme.current().scaled(theme.TYPES["base"][1]))
        line.addWidget(self._mark)
        line.addWidget(self.standing, 1)
        line.setAlignment(self._mark, TOP)
        return part


def told(opened: OpenBackup, offer: Offer) -> str:
    """Return how the backup stands to what is there, and what becomes of that."""
    found = offer.found
    parts = [say("restore.stand.beside")] if offer.beside else []
    facts: dict[str, object] = {"court": opened.manifest.court}
    key = found.stand.value
    if found.latest is not None:
        facts["moment"] = backup_words.moment(_local(found.latest))
        apart = abs(found.latest - opened.head.created)
        facts["time"] = backup_words.span(apart) or say("restore.stand.a-moment")
    parts.append(say(f"restore.stand.{key}", **facts))
    if found.stand not in {Stand.FREE, Stand.FOREIGN}:
        parts.append(say("restore.stand.kept"))
    if found.other_keys:
        parts.append(say("restore.stand.other-keys"))
    return " ".join(parts)


def _local(moment: datetime) -> datetime:
    """Return a moment by the clock of this computer: that of the court is inside the record."""
    return clock.local(moment, clock.machine_zone())


def _offer(said: Answers) -> Offer:
    """Return where the record goes unless somebody says otherwise: where it was, or a free name."""
    target = said.remembered or first_start.offered_path()
    found = comparing.compare(said.backup, target, said.present)
    if found.stand is not Stand.FOREIGN:
        return Offer(target, found)
    return Offer(comparing.free_name(target), Comparison(Stand.FREE), beside=True)


def _look_at(said: Answers, target: Path) -> Offer:
    return Offer(target, comparing.compare(said.backup, target, said.present))
