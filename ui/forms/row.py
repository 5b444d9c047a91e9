"""One question on the page: label with its buddy, input, help, and the mistake beside the field."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import person_first, typed
from app.answers import Option, column_of, table_of
from app.choice_words import words
from app.history import Entry
from app.typed import Kind
from app.wording import say
from models.base import Field, field_of, limit_of
from ui import actions, theme
from ui.forms import inputs
from ui.forms.ask import Ask
from ui.tables.rows import Column, RowsModel
from ui.tables.view import Table
from ui.widgets.labels import label, picture

WIDE = 100
# Up to this many characters a text is one or two sentences.
SHORT = 300


class Row(QWidget):
    """Shows one question; `edited` says that a person changed the answer."""

    edited = Signal()
    history_wanted = Signal(object)

    def __init__(self, ask: Ask, today: date, options: Sequence[Option] = ()) -> None:
        super().__init__()
        self.ask = ask
        self._field = field_of(table_of(ask.column), ask.column.key)
        self._kind = typed.kind_of(column_of(ask.column))
        shown = options or choices_of(ask)
        kind = Kind.CHOICE if shown and self._kind is Kind.NUMBER else self._kind
        limit = limit_of(table_of(ask.column), ask.column.key)
        lines = inputs.FEW_LINES if limit is not None and limit <= SHORT else inputs.LINES
        self.input = inputs.make(
            kind,
            today=today,
            options=shown,
            narrow=ask.narrow,
            lines=lines,
            read=partial(typed.day_of, column_of(ask.column)),
        )
        self._input_line = QHBoxLayout()
        self._mistake = self._make_mistake()
        self._better = label("", "small", wraps=True)
        self._better.hide()
        self._earlier: Table | None = None
        self._build()
        self.input.edited.connect(self._edit)

    def text(self) -> str:
        return self.input.text()

    def put(self, text: str) -> None:
        """Show an answer; nobody has edited it by that."""
        self.input.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.input.put(text)
        self.input.blockSignals(False)  # noqa: FBT003 - Qt's own

    def tell(self, sentence: str) -> None:
        """Show what is wrong with the answer beside it; nothing, where nothing is."""
        self._mistake_words.setText(sentence)
        self._mistake.setVisible(bool(sentence))
        told = sentence or self._field.help
        self.input.widget.setAccessibleDescription(told)

    def focus(self) -> None:
        # As Tab does, so that what stands there is marked and typed over.
        self.input.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def offer_history(self) -> None:
        """Show the way to the earlier values of the field."""
        told = say("form.history.of", field=self._field.label)
        way = actions.link(say("form.history"), lambda: self.history_wanted.emit(self.ask))
        way.setAccessibleName(told)
        way.setObjectName("history")
        self._input_line.insertWidget(1, way)

    def show_history(self, columns: Sequence[Column[Entry]], entries: Sequence[Entry]) -> None:
        """Show the earlier values in a table below the field, or take it away again."""
        if self._earlier is not None:
            self._earlier.deleteLater()
            self._earlier = None
            return
        table = Table(RowsModel(columns), say("form.history.of", field=self._field.label))
        table.rows.show(entries)
        table.fit_height()
        self._earlier = table
        self._column.addWidget(table)

    def _build(self) -> None:
        dressed = theme.current()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("xs"))
        line = self._input_line
        line.setSpacing(dressed.space("m"))
        if self._kind is Kind.TICK:
            self._name_tick()
        else:
            column.addWidget(self._label())
        line.addWidget(self.input, 0 if isinstance(self.input, inputs.TickInput) else WIDE)
        line.addWidget(self._mistake, WIDE)
        line.addStretch(1)  # takes what is left when the input is as wide as it may be
        column.addLayout(line)
        if self._field.help:
            column.addWidget(label(self._field.help, "small", wraps=True))
        column.addWidget(self._better)
        widget = self.input.widget
        widget.setObjectName(self.ask.key)
        widget.setAccessibleName(self._field.label)
        widget.setAccessibleDescription(self._field.help)

    def _label(self) -> QWidget:
        made = label(self._field.label, "field")
        made.setBuddy(self.input.widget)
        if self.ask.is_required:
            return made
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.current().space("s"))
        across.addWidget(made)
        across.addWidget(label(say("form.optional"), "small"))
        across.addStretch(1)
        return line

    def _name_tick(self) -> None:
        if isinstance(self.input, inputs.TickInput):
            self.input.setText(self._field.label)

    def _make_mistake(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("xs"))
        self._mistake_words = label("", "problem", wraps=True)
        line.addWidget(picture("octagon-alert", "problem"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._mistake_words, 1)
        made.hide()
        return made

    def _edit(self) -> None:
        if self._mistake.isVisibleTo(self):
            self.tell("")
        if self._kind in {Kind.WORDS, Kind.TEXT}:
            self._suggest()
        self.edited.emit()

    def _suggest(self) -> None:
        found = person_first.suggestions(self.text()) if self._kind is Kind.WORDS else []
        told = [say("form.better", found=each.found, better=each.better) for each in found]
        self._better.setText(" ".join(told))
        self._better.setVisible(bool(told))


def choices_of(ask: Ask) -> list[Option]:
    """Return the choices that the column itself has."""
    found = getattr(column_of(ask.column).type, "enum_class", None)
    return [Option(choice.value, words(choice)) for choice in found] if found else []


def field_label(ask: Ask) -> Field:
    return field_of(table_of(ask.column), ask.column.key)
