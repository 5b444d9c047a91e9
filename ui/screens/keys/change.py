"""One change of key holders: who asks for it, what is new, and what it means afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import sentence
from app.vault.holders import Holders
from app.vault.record import Record
from app.wording import say
from models.errors import Trouble, WrongSecret
from ui import actions, tasks, theme
from ui.actions import Action
from ui.screens.keys.changes import CHANGES, ROLES, Change, Filled
from ui.widgets.boxes import ChoiceBox
from ui.widgets.labels import label, marked
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.own_secret import OwnSecret
from ui.widgets.page import Page
from ui.widgets.question import Question
from ui.widgets.tall import Tall

NEW_KEYS = Action("new-keys", "", "refresh-cw")
CLOSE = Action("close-change", "", "")


class KeyChangeScreen(Page):
    """Asks once more for the secret of whoever is at work; nothing changes before it is right."""

    def __init__(self, record: Record, key: str, about: str) -> None:
        super().__init__()
        self._record, self._about = record, about
        self.change: Change = CHANGES[key]
        self.own = OwnSecret(record.desk.holder)
        self.name = QLineEdit(about if key == "rename" else "")
        self.role = ChoiceBox()
        self.role.fill((role.capitalize(), role) for role in ROLES)
        self.name_row = Question(say("holders.name"), self.name, say("holders.name.help"))
        self.role_row = Question(say("holders.role"), self.role)
        self.new = NewPassphrase()
        self.doing = label("", "quiet", wraps=True)
        self.problem = label("", "problem", wraps=True)
        self._trouble = marked(self.problem)
        self.carry_out = actions.button(Action(f"holders-do-{key}"), self._check, look="primary")
        self.cancel = actions.button(actions.CANCEL, self.left.emit, look="flat")
        self.renew = actions.button(NEW_KEYS, lambda: self.wants.emit("new-keys", None))
        self.close_ = actions.button(CLOSE, self.left.emit, look="primary")
        self._build()
        self._connect()

    def focus_first(self) -> None:
        self.own.focus_first()

    def _build(self) -> None:
        key = self.change.key
        self.column.addWidget(label(say(f"holders.{key}.title", name=self._about), "title"))
        _body, column = self.scroll_below()
        self._form = Tall()
        form = self._form.column
        form.addWidget(label(say(f"holders.{key}.what", name=self._about), wraps=True))
        for part, is_asked in (
            (self.own, True),
            (self.name_row, self.change.asks_name),
            (self.role_row, self.change.asks_role),
            (self.new, self.change.asks_passphrase),
            (self._trouble, True),
        ):
            form.addWidget(part)
            part.setVisible(is_asked)
        self._trouble.hide()
        form.addLayout(_beside(self.carry_out, self.cancel, self.doing))
        column.addWidget(self._form)
        column.addWidget(self._told())
        column.addStretch(1)

    def _told(self) -> QWidget:
        """Return what stands there once a passphrase has ended."""
        self._after = Tall()
        column = self._after.column
        column.addWidget(label(say("keys.earlier-backups"), wraps=True))
        column.addLayout(_beside(self.close_, self.renew))
        self._after.hide()
        return self._after

    def _connect(self) -> None:
        self.new.taken.connect(self._carry_out)
        self.new.refused.connect(_point_at)
        self.new.failed.connect(self.fail)
        self.new.working.connect(self._work)
        for field in (self.name, self.own.passphrase):
            field.returnPressed.connect(self._check)
        self.own.sheet.returned.connect(self._check)

    def _check(self) -> None:
        for row in (self.name_row, self.own):
            row.tell("")
        self._tell("")
        if self.change.asks_passphrase:
            self.new.check()
        else:
            self._carry_out("")

    def _carry_out(self, passphrase: str) -> None:
        filled = Filled(
            self._about,
            " ".join(self.name.text().split()),
            self.role.currentData(),
            passphrase,
        )
        secret, record = self.own.secret(), self._record
        self._work(say("holders.doing"))
        tasks.run(
            lambda: self.change.run(record, secret, filled),
            owner=self,
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, done: Holders) -> None:
        self._work("")
        key = self.change.key
        words = say(f"holders.{key}.done", name=self.name.text().strip() or self._about)
        if done.to_add_again:
            again = say("holders.to-add-again", names=", ".join(done.to_add_again))
            words = f"{words} {again}"
        self.saved.emit(words, None)
        if self.change.ends_passphrase:
            self._form.hide()
            self._after.show()
            self.close_.setFocus()
            self.shown.emit()
        else:
            self.left.emit()

    def _refuse(self, error: Exception) -> None:
        self._work("")
        if isinstance(error, WrongSecret):
            self.own.tell(sentence(error), error.facts.get("group"))
        elif isinstance(error, Trouble) and self.change.asks_name:
            _point_at(self.name_row, sentence(error))
        elif isinstance(error, Trouble):
            self._tell(sentence(error))
        else:
            self.fail(error)

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self._trouble.setVisible(bool(words))

    def _work(self, words: str) -> None:
        """Say what is being done, during which nothing else can be asked for."""
        self.doing.setText(words)
        for part in (self.carry_out, self.cancel, self.name, self.role, self.new, self.own):
            part.setEnabled(not words)


def _point_at(row: Question, mistake: str) -> None:
    row.tell(mistake)
    row.field.setFocus(Qt.FocusReason.TabFocusReason)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.current().space("s"))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
