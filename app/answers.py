"""What a form was told, as typed: read column by column, every mistake told at once.

A key is `table.column`; the rows of a repeating group stand under the group's name. Answers are
plain text, so that a draft keeps them as they were typed and a screen shows them again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from sqlalchemy import Column
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from app import typed
from app.errors import Invalid
from app.typed import Mistyped
from app.wording import say
from models.base import Base, field_of

REASON = "reason"
Attribute = InstrumentedAttribute[Any]
GroupRow = dict[str, str]


@dataclass(frozen=True)
class Answers:
    """What stands in a form: one text a key, and the rows of its groups."""

    single: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, Sequence[GroupRow]] = field(default_factory=dict)

    def to_text(self) -> str:
        """Return all of it as one text, for a draft."""
        return json.dumps({"single": self.single, "groups": self.groups}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Answers":
        plain = json.loads(text)
        return cls(plain["single"], plain["groups"])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed at all."""
        rows = (row for group in self.groups.values() for row in group)
        return not any(self.single.values()) and not any(any(row.values()) for row in rows)


@dataclass(frozen=True)
class Subject:
    """What a form is about: a person, and the row that it corrects; neither for somebody new."""

    person_id: int | None = None
    row_id: int | None = None

    @property
    def text(self) -> str:
        return f"{self.person_id or ''}/{self.row_id or ''}"

    @classmethod
    def from_text(cls, text: str) -> "Subject":
        person, _, row = text.partition("/")
        return cls(int(person) if person else None, int(row) if row else None)


@dataclass(frozen=True)
class Option:
    """One choice of a list: what is kept, and what is read."""

    value: str
    words: str


@dataclass(frozen=True)
class Loaded:
    """What a form opens with: what is on file, lists to choose from, and whom it is about.

    `rows` says by table which row an answer comes from, so that its earlier values can be shown.
    """

    answers: Answers = field(default_factory=Answers)
    lookups: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    about: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)


def key_of(attribute: Attribute) -> str:
    """Return the key under which a form keeps what was typed for `attribute`."""
    column = column_of(attribute)
    return f"{column.table.name}.{column.key}"


def column_of(attribute: Attribute) -> Column[Any]:
    return cast("Column[Any]", attribute.property.columns[0])


def table_of(attribute: Attribute) -> type[Base]:
    return cast("type[Base]", attribute.class_)


def shown(row: Any, *attributes: Attribute) -> dict[str, str]:
    """Return the answers that a row on file would have been typed as."""
    return {key_of(each): typed.shown(getattr(row, each.key)) for each in attributes}


class Reading:
    """Reads answers for one use case and gathers what is wrong with them.

    `mistakes` holds a sentence a key; in a group the key is `group[row].table.column`.
    """

    def __init__(self, answers: Answers, today: date) -> None:
        self.answers = answers
        self.today = today
        self.mistakes: dict[str, str] = {}

    def value(self, attribute: Attribute, *, required: bool | None = None) -> Any:
        """Return the value of one answer; None for nothing, and for what is wrong and is noted."""
        key = key_of(attribute)
        return self._value(attribute, self.answers.single.get(key, ""), key, required)

    def values(self, *attributes: Attribute) -> dict[str, Any]:
        """Return the values of several answers by the name of their columns."""
        return {each.key: self.value(each) for each in attributes}

    def rows(self, group: str, *attributes: Attribute) -> list[dict[str, Any]]:
        """Return the rows of a group in which something was typed."""
        return [
            {
                each.key: self._value(
                    each, row.get(key_of(each), ""), f"{group}[{number}].{key_of(each)}", None
                )
                for each in attributes
            }
            for number, row in self.filled(group)
        ]

    def filled(self, group: str) -> Iterator[tuple[int, GroupRow]]:
        """Give number and texts of the rows of a group in which something was typed."""
        for number, row in enumerate(self.answers.groups.get(group, ())):
            if any(text.strip() for key, text in row.items() if key != "id"):
                yield number, row

    def refuse(self, key: str, sentence: str) -> None:
        """Note that something is wrong with the answer `key`; what is noted first stays."""
        self.mistakes.setdefault(key, sentence)

    def finish(self) -> None:
        """Raise one `Invalid` with every mistake, where there is one."""
        if self.mistakes:
            raise Invalid(self.mistakes)

    def _value(self, attribute: Attribute, text: str, key: str, required: bool | None) -> Any:  # noqa: FBT001
        column = column_of(attribute)
        try:
            found = typed.read(column, text, self.today)
        except Mistyped as mistyped:
            self.refuse(key, str(mistyped))
            return None
        if found is None and (is_required(attribute) if required is None else required):
            label = field_of(table_of(attribute), attribute.key).label
            self.refuse(key, say("typed.missing", field=label))
        return default_of(attribute) if found is None else found


def default_of(attribute: Attribute) -> Any:
    """Return what a column that is never empty holds where nothing was answered, else None."""
    column = column_of(attribute)
    default = None if column.nullable else column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def is_required(attribute: Attribute) -> bool:
    """Whether a row cannot be without a value: the column says so and has no default of its own."""
    column = column_of(attribute)
    return not column.nullable and column.default is None


def change(reading: Reading, row: Any, *attributes: Attribute) -> bool:
    """Give `row` the answers that differ from what it holds; True where one replaces another.

    A first answer is no correction; an answer that takes the place of another one is.
    """
    corrects = False
    for each in attributes:
        key = key_of(each)
        if key not in reading.answers.single:
            continue
        found = reading.value(each)
        before = getattr(row, each.key)
        if key not in reading.mistakes and found != before:
            corrects = corrects or is_correction(each, before)
            setattr(row, each.key, found)
    return corrects


def is_correction(attribute: Attribute, before: object) -> bool:
    """Whether a new value takes the place of one that was wrong; first answers and news do not."""
    moves = field_of(table_of(attribute), attribute.key).moves
    return not moves and before is not None and before is not False


def ask_why(reading: Reading, *, corrects: bool) -> None:
    """Refuse a correction without a reason; what was on file is kept, and so is why it changed."""
    try:
        typed.check_reason(reading.answers.single.get(REASON, ""))
    except Mistyped as mistyped:
        reading.refuse(REASON, str(mistyped))
    if corrects and not reading.answers.single.get(REASON, "").strip():
        reading.refuse(REASON, say("typed.reason"))
