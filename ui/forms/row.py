"""One question on the page: label with its buddy, input, help, and the mistake beside the field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from app import person_first, typed
from app.answers import Option, column_of, table_of
from app.choice_words import words
from app.history import Entry
from app.typed import Kind
from app.wording import say
from models.base import Field as Described
from models.base import field_of, limit_of
from ui import actions
from ui.forms import inputs
from ui.forms.ask import Ask
from ui.forms.field import Field
from ui.forms.inputs import Today
from ui.tables.rows import Column, RowsModel
from ui.tables.view import Table
from ui.widgets.labels import label

NARROW = {Kind.DAY, Kind.TIME}
# Up to this many characters a text is one or two sentences.
SHORT = 300


class Row(Field):
    """Shows one question as its column describes it."""

    history_wanted = Signal(object)

    def __init__(self, ask: Ask, today: Today, options: Sequence[Option] = ()) -> None:
        self.ask = ask
        self._described = field_label(ask)
        self._kind = typed.kind_of(column_of(ask.column))
        is_tick = self._kind is Kind.TICK
        super().__init__(
            "" if is_tick else self._described.label,
            make(ask, self._kind, today, options),
            self._described.help,
            beside=True,
        )
        self._better = label("", "small", wraps=True)
        self._better.hide()
        self._earlier: Table | None = None
        self._finish()

    def offer_history(self) -> None:
        """Show the way to the earlier values of the field."""
        told = say("form.history.of", field=self._described.label)
        way = actions.link(say("form.history"), lambda: self.history_wanted.emit(self.ask))
        way.setAccessibleName(told)
        way.setObjectName("history")
        self.line.insertWidget(1, way)

    def show_history(self, columns: Sequence[Column[Entry]], entries: Sequence[Entry]) -> None:
        """Show the earlier values in a table below the field, or take it away again."""
        if self._earlier is not None:
            self._earlier.deleteLater()
            self._earlier = None
            return
        table = Table(RowsModel(columns), say("form.history.of", field=self._described.label))
        table.rows.show(entries)
        table.fit_height()
        self._earlier = table
        self.column.addWidget(table)

    def tell(self, mistake: str) -> None:
        """Say what is wrong right behind a narrow field, or in the other half of the line."""
        super().tell(mistake)
        is_tick = self._kind is Kind.TICK
        self.line.setStretch(0, 0 if is_tick or (mistake and self._kind in NARROW) else 1)

    def _finish(self) -> None:
        """Say what need not be answered, and give each kind of input the room it needs."""
        if isinstance(self.input, inputs.TickInput):
            self.input.setText(self._described.label)
        elif not self.ask.is_required:
            self.head.addWidget(label(say("form.optional"), "small"))
        self.head.addStretch(1)
        self.line.addStretch(0)  # takes what is left when the input is as wide as it may be
        self.column.addWidget(self._better)
        self.field.setObjectName(self.ask.key)
        self.field.setAccessibleName(self._described.label)

    def _edit(self) -> None:
        if self._kind in {Kind.WORDS, Kind.TEXT}:
            self._suggest()
        super()._edit()

    def _suggest(self) -> None:
        found = person_first.suggestions(self.text()) if self._kind is Kind.WORDS else []
        told = [say("form.better", found=each.found, better=each.better) for each in found]
        self._better.setText(" ".join(told))
        self._better.setVisible(bool(told))


def choices_of(ask: Ask) -> list[Option]:
    """Return the choices that the column itself has."""
    found = getattr(column_of(ask.column).type, "enum_class", None)
    return [Option(choice.value, words(choice)) for choice in found] if found else []


def make(ask: Ask, kind: Kind, today: Today, options: Sequence[Option]) -> inputs.Made:
    """Return the input for a question: a list where there are choices, room for its limit."""
    shown = options or choices_of(ask)
    limit = limit_of(table_of(ask.column), ask.column.key)
    return inputs.make(
        Kind.CHOICE if shown and kind is Kind.NUMBER else kind,
        today=today,
        options=shown,
        narrow=ask.narrow,
        lines=inputs.FEW_LINES if limit is not None and limit <= SHORT else inputs.LINES,
        read=partial(typed.day_of, column_of(ask.column)),
    )


def field_label(ask: Ask) -> Described:
    return field_of(table_of(ask.column), ask.column.key)
