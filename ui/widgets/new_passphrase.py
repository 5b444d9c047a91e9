"""A new passphrase: five words that Milepost made, or one of a person's own; typed twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import sentence
from app.vault import passphrase
from app.vault.passphrase import Strength
from app.vault.word_list import five_words
from app.wording import say
from models.errors import Trouble
from ui import actions, icons, tasks, theme
from ui.actions import Action
from ui.widgets.labels import label, picture, with_icon
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.question import Question

ANOTHER = Action("another", "", "refresh-cw")
MARKS = {
    "none": ("circle-dashed", "quiet"),
    "short": ("circle-dashed", "quiet"),
    "weak": ("triangle-alert", "attention"),
    "good": ("circle-check", "good"),
    "strong": ("circle-check", "good"),
}


class NewPassphrase(QWidget):
    """Asks until both fields say the same, and tells how hard it is to guess meanwhile."""

    taken = Signal(str)
    refused = Signal(object, str)  # the question with the mistake, and the sentence about it
    failed = Signal(object)
    working = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.made, self.own = (QRadioButton(say(f"first.key.{way}")) for way in ("made", "own"))
        self.words = label("", "figure", wraps=True)
        self.back, self.typed, self.again = (PassphraseField() for _ in range(3))
        self.rows = {
            "back": Question(say("first.key.back"), self.back),
            "typed": Question(say("first.key.typed"), self.typed, _floor()),
            "again": Question(say("first.key.again"), self.again),
        }
        self.strength = label("", "quiet", wraps=True)
        self._mark = picture(*MARKS["none"])
        self.caps = with_icon("triangle-alert", say("window.unlock.caps"), "", "attention")
        self.another = actions.button(ANOTHER, self._make_another)
        self._ways = QButtonGroup(self)
        self._build()
        self._make_another()
        self.made.setChecked(True)

    @property
    def is_own(self) -> bool:
        return self.own.isChecked()

    def check(self) -> None:
        """Look at what was typed; `taken` or `refused` tells."""
        for row in self.rows.values():
            row.tell("")
        if self.is_own:
            self._check_own()
        elif _same(self.back.text(), self.words.text()):
            self._take(self.words.text())
        else:
            self.refused.emit(self.rows["back"], say("first.key.not-words"))

    def _build(self) -> None:
        for number, way in enumerate((self.made, self.own)):
            self._ways.addButton(way, number)
        self._made_part, self._own_part = QWidget(), QWidget()
        _fill(self._made_part, self.words, _told(), self.another, self.rows["back"])
        _fill(self._own_part, self.rows["typed"], self._weight(), self.rows["again"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("m"))
        for part in (self.made, self._made_part, self.own, self._own_part, self.caps):
            column.addWidget(part)
        self.caps.hide()
        self._own_part.hide()
        self.own.toggled.connect(self._turn)
        self.typed.textChanged.connect(self._weigh)
        for field in (self.back, self.typed, self.again):
            field.caps_lock.connect(self.caps.setVisible)

    def _weight(self) -> QWidget:
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._mark)
        line.addWidget(self.strength, 1)
        return part

    def _turn(self, own: bool) -> None:  # noqa: FBT001 - as Qt calls it
        self._made_part.setHidden(own)
        self._own_part.setVisible(own)

    def _make_another(self) -> None:
        self.words.setText(five_words())
        told = say("first.key.words", words=self.words.text())
        self.words.setAccessibleName(told)
        self.another.setAccessibleDescription(told)  # where somebody who listens comes by
        self.back.clear()

    def _weigh(self, text: str) -> None:
        """Say how hard the passphrase is to guess; the estimate is made away from the window."""
        tasks.run(
            lambda: _strength(text),
            owner=self,
            done=lambda found: self._show_strength(text, found),
            failed=self.failed.emit,
            lane=tasks.PAGES,
        )

    def _show_strength(self, text: str, found: str) -> None:
        if text == self.typed.text():
            self.strength.setText(say(f"first.key.strength.{found}"))
            self._mark.setPixmap(icons.pixmap(*MARKS[found]))

    def _check_own(self) -> None:
        text = self.typed.text()
        self.working.emit(say("first.key.looking"))
        tasks.run(
            lambda: passphrase.refuse_weak(text),
            owner=self,
            done=lambda _fine: self._compare(text),
            failed=self._refuse_own,
            lane=tasks.PAGES,
        )

    def _compare(self, text: str) -> None:
        self.working.emit("")
        if _same(text, self.again.text()):
            self._take(text)
        else:
            self.refused.emit(self.rows["again"], say("first.key.not-equal"))

    def _refuse_own(self, error: Exception) -> None:
        self.working.emit("")
        if isinstance(error, Trouble):
            self.refused.emit(self.rows["typed"], sentence(error))
        else:
            self.failed.emit(error)

    def _take(self, text: str) -> None:
        for field in (self.back, self.typed, self.again):
            field.hide_again()
        self.taken.emit(text)


def _floor() -> str:
    return say("first.key.typed.help", shortest=passphrase.SHORTEST)


def _told() -> QWidget:
    return label(say("first.key.made.help"), "small", wraps=True)


def _fill(part: QWidget, *widgets: QWidget) -> None:
    dressed = theme.current()
    column = QVBoxLayout(part)
    column.setContentsMargins(dressed.space("xl"), 0, 0, 0)
    column.setSpacing(dressed.space("s"))
    for widget in widgets:
        narrow = isinstance(widget, QPushButton)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))


def _strength(text: str) -> str:
    """Return the word for how hard `text` is to guess; what none may hold is told later."""
    if not text:
        return "none"
    try:
        return passphrase.strength(text).value
    except Trouble:
        return Strength.WEAK.value


def _same(one: str, other: str) -> bool:
    try:
        return passphrase.normal(one) == passphrase.normal(other)
    except Trouble:
        return False
