"""One input per kind of value; each gives what was typed as text and takes it back the same."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app import typed
from app.answers import Option
from app.imports.values import ValueMistake
from app.typed import Kind, Mistyped
from reports import dates
from ui import theme
from ui.widgets.boxes import ChoiceBox, TickBox
from ui.widgets.labels import label

LINES = 4
FEW_LINES = 2

DayReader = Callable[[str, date], date]
# The day on which somebody types: a form may stay open past midnight.
Today = Callable[[], date]


class Input(Protocol):
    """What every input can do; `edited` says that a person changed it."""

    edited: Signal

    @property
    def widget(self) -> QWidget:
        """The control that takes the keys, for its label and its name."""
        ...

    def text(self) -> str: ...

    def put(self, text: str) -> None: ...


class _Line(QLineEdit):
    """One line of text."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextInput(QWidget):
    """A line of text, with what is on file offered below it as somebody types."""

    edited = Signal()

    def __init__(self, offered: Sequence[Option] = (), *, narrow: bool = False) -> None:
        super().__init__()
        self.line = _Line()
        if offered:
            completer = QCompleter([option.words for option in offered], self.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.line.setCompleter(completer)
        self.line.textChanged.connect(self.edited)
        self._row = _row(self, self.line, narrow=narrow)

    @property
    def widget(self) -> QWidget:
        return self.line

    def text(self) -> str:
        return self.line.text()

    def put(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)


class DayInput(TextInput):
    """A day as people type it, read back with its weekday beside it."""

    def __init__(self, today: Today, read: DayReader = typed.day) -> None:
        super().__init__(narrow=True)
        self._today, self._read = today, read
        self.told = label("", "quiet", wraps=True)
        self.told.hide()
        self._row.insertWidget(1, self.told, 1)
        self.line.setPlaceholderText("MM/DD/YYYY")
        self.line.textChanged.connect(self._tell)
        self.line.left.connect(self._complete)

    def _day(self) -> date | None:
        text = self.line.text().strip()
        try:
            return self._read(text, self._today()) if text else None
        except (ValueMistake, Mistyped):
            return None

    def _tell(self) -> None:
        day = self._day()
        self.told.setText(dates.full(day) if day else "")
        self.told.setVisible(day is not None)

    def _complete(self) -> None:
        """Write the day out in full once somebody has left the field."""
        day = self._day()
        if day is not None and typed.shown(day) != self.line.text():
            self.put(typed.shown(day))


class WordsInput(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, lines: int = LINES) -> None:
        super().__init__()
        dressed = theme.current()
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * dressed.scaled(theme.TYPES["base"][1]) + 2 * dressed.space("m"))
        self.setMaximumWidth(dressed.size("field_words"))
        self.textChanged.connect(self.edited)

    @property
    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        self.setPlainText(text)


class ChoiceInput(ChoiceBox):
    """One of a list; typing its first letters chooses it, the first line is no answer."""

    edited = Signal()

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.fill([("", ""), *((option.words, option.value) for option in options)])
        self.setMaximumWidth(theme.current().size("field"))
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self.edited)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page and never changes an answer."""
        event.ignore()

    @property
    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return str(self.currentData() or "")

    def put(self, text: str) -> None:
        at = self.findData(text)
        if at < 0:  # on file, and no longer on the list
            self.addItem(text, text)
            at = self.count() - 1
        self.setCurrentIndex(at)


class TickInput(TickBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggled.connect(self.edited)

    @property
    def widget(self) -> QWidget:
        return self

    def text(self) -> str:
        return typed.YES if self.isChecked() else ""

    def put(self, text: str) -> None:
        self.setChecked(text == typed.YES)


Made = TextInput | WordsInput | ChoiceInput | TickInput


def make(
    kind: Kind,
    *,
    today: Today,
    options: Sequence[Option] = (),
    narrow: bool = False,
    lines: int = LINES,
    read: DayReader = typed.day,
) -> Made:
    """Return the input for a kind of value."""
    if kind is Kind.CHOICE:
        return ChoiceInput(options)
    if kind is Kind.TICK:
        return TickInput()
    if kind is Kind.WORDS:
        return WordsInput(lines)
    if kind is Kind.DAY:
        return DayInput(today, read)
    return TextInput(options, narrow=narrow or kind in {Kind.NUMBER, Kind.TIME})


def _row(owner: QWidget, line: QLineEdit, *, narrow: bool) -> QHBoxLayout:
    dressed = theme.current()
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(dressed.space("m"))
    if narrow:
        line.setFixedWidth(dressed.size("field_narrow"))
    else:
        line.setMaximumWidth(dressed.size("field"))
    row.addWidget(line, 0 if narrow else 1)
    row.addStretch(0)  # takes what is left when the line is as wide as it may be
    return row


def watch(owner: QObject, made: Input) -> None:
    """Let `owner` hear what is edited."""
    made.edited.connect(owner.edited)  # type: ignore[attr-defined]  # a form or a row of a group
