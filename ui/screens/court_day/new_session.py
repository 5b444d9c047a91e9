"""Four questions in one line, with which a court session is put on file."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import typed
from app.answers import Answers, key_of
from app.court_day import SessionRow
from app.wording import say
from models.base import field_of
from models.hearing import CourtSession
from ui import actions, theme
from ui.forms.field import Field
from ui.forms.inputs import DayInput, TextInput, Today
from ui.widgets.card import Card

DAY, TIME = CourtSession.held_on, CourtSession.starts_at
PLACE, JUDGE = CourtSession.place, CourtSession.judge


class NewSession(Card):
    """Asks for date, time, place and judge; those of the last session are offered."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__(say("court.new-session"))
        self.fields = {
            key_of(column): Field(field_of(CourtSession, column.key).label, made)
            for column, made in (
                (DAY, DayInput(today)),
                (TIME, TextInput()),
                (PLACE, TextInput()),
                (JUDGE, TextInput()),
            )
        }
        self.keep = actions.button(actions.KEEP_SESSION, self._keep, look="primary")
        self.cancel = actions.button(actions.CANCEL, self._close)
        self._build()
        self.hide()

    def ask(self, like: SessionRow | None) -> None:
        """Show the questions, with time, place and judge as they were last."""
        usual = {
            key_of(TIME): typed.shown(like.starts_at if like else None),
            key_of(PLACE): typed.shown(like.place if like else None),
            key_of(JUDGE): typed.shown(like.judge if like else None),
        }
        for key, field in self.fields.items():
            field.put(usual.get(key, ""))
            field.tell("")
        self.show()
        self.fields[key_of(DAY)].focus()

    def answers(self) -> Answers:
        return Answers({key: field.text() for key, field in self.fields.items()})

    def tell(self, mistakes: Mapping[str, str]) -> None:
        """Show each mistake below its field, and go to the first one."""
        for key, field in self.fields.items():
            field.tell(mistakes.get(key, ""))
        wrong = [field for key, field in self.fields.items() if key in mistakes]
        if wrong:
            wrong[0].focus()

    def _keep(self) -> None:
        self.wanted.emit(self.answers())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        dressed = theme.current()
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("m"))
        line, keys = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(dressed.space("l"))
        for key, field in self.fields.items():
            line.addWidget(field, 2 if key == key_of(DAY) else 1, Qt.AlignmentFlag.AlignTop)
        keys.setSpacing(dressed.space("s"))
        keys.addWidget(self.keep)
        keys.addWidget(self.cancel)
        keys.addStretch(1)
        column.addLayout(line)
        column.addLayout(keys)
        self.add_padded(part)
