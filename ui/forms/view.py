"""A form on the page: sections of questions, read as one set of answers; it knows no saving."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers import Answers, Loaded
from app.wording import say
from ui import theme
from ui.forms.ask import Form, Group, Part, Section, Special
from ui.forms.group import GroupRows
from ui.forms.inputs import Today
from ui.forms.row import Row
from ui.forms.special import SpecialRow
from ui.widgets.card import Card

IN_GROUP = re.compile(r"(?P<group>[^\[]+)\[(?P<row>\d+)\]\.(?P<key>.+)")


class FormView(QWidget):
    """Shows answers, gives them back as typed, and puts each mistake beside its field."""

    edited = Signal()
    history_wanted = Signal(object)

    def __init__(self, form: Form, today: Today) -> None:
        super().__init__()
        self.form = form
        self._today = today
        self.rows: dict[str, Row] = {}
        self.specials: dict[str, SpecialRow] = {}
        self.groups: dict[str, GroupRows] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space("l"))

    def add_section(self, section: Section, loaded: Loaded) -> None:
        """Add the questions of one section below those that are there."""
        parts = [self._part(part, loaded) for part in section.parts]
        card = Card(say(f"form.{self.form.key}.{section.key}"))
        card.add_padded(*parts, apart="l")
        self._column.addWidget(card)

    def add_line(self, group: str) -> None:
        """Add one more line to a group, empty as yet."""
        self.groups[group].add()

    def answers(self) -> Answers:
        return Answers(
            {key: row.text() for key, row in (self.rows | self.specials).items()},
            {key: group.rows() for key, group in self.groups.items()},
        )

    def put(self, answers: Answers) -> None:
        """Show `answers` in place of what stands there."""
        for key, row in self.rows.items():
            row.put(answers.single.get(key, ""))
        for key, special in self.specials.items():
            self._follow(special)
            special.put(answers.single.get(key, ""))
        for key, group in self.groups.items():
            group.put(list(answers.groups.get(key, ())))

    def tell(self, mistakes: Mapping[str, str]) -> list[str]:
        """Put each mistake beside its field; those of no field here are returned."""
        for row in (self.rows | self.specials).values():
            row.tell("")
        for group in self.groups.values():
            group.forget_mistakes()
        wrong: list[Row | SpecialRow] = []
        left = []
        for key, sentence in mistakes.items():
            row_found = self._row_of(key)
            if row_found is None:
                left.append(sentence)
            else:
                row_found.tell(sentence)
                wrong.append(row_found)
        if wrong:
            min(wrong, key=self._reading_order).focus()
        return left

    def focus_first(self) -> None:
        first = next(iter(self.findChildren(Row)), None)
        if first is not None:
            first.focus()

    def _part(self, part: Part, loaded: Loaded) -> QWidget:
        if isinstance(part, Special):
            return self._special(part)
        if isinstance(part, Group):
            group = GroupRows(part, self._today, loaded.lookups)
            group.edited.connect(self.edited)
            self.groups[part.key] = group
            return group
        row = Row(part, self._today, loaded.lookups.get(part.lookup, ()))
        row.edited.connect(self.edited)
        row.history_wanted.connect(self.history_wanted)
        self.rows[part.key] = row
        return row

    def _special(self, part: Special) -> SpecialRow:
        made = SpecialRow(part, self._today)
        made.edited.connect(self.edited)
        self.specials[part.key] = made
        if part.follows:
            self.rows[part.follows].edited.connect(lambda: self._follow(made))
        return made

    def _follow(self, special: SpecialRow) -> None:
        """Let the offer of a question follow the answer that it depends on."""
        if special.special.follows:
            special.look_for(self.rows[special.special.follows].text())

    def _row_of(self, key: str) -> Row | SpecialRow | None:
        found = IN_GROUP.fullmatch(key)
        if found is None:
            return self.rows.get(key) or self.specials.get(key)
        group = self.groups.get(found["group"])
        lines = group.lines if group is not None else []
        number = int(found["row"])
        return lines[number].fields.get(found["key"]) if number < len(lines) else None

    def _reading_order(self, row: QWidget) -> int:
        return row.mapTo(self, row.rect().topLeft()).y()
