"""A form as data: what it asks, in which order, where its answers come from and go to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.answers import Answers, Attribute, Loaded, Subject, is_required, key_of, table_of
from models.base import field_of
from ui.forms.inputs import Today


@dataclass(frozen=True)
class Ask:
    """One question: its column says label, help, limits and kind.

    `lookup` names a list that is read with the form (providers, team, …): of a choice the list
    decides what can be chosen, of a text it is only offered. `optional` may stay empty in
    this form although its column needs a value elsewhere.
    """

    column: Attribute
    lookup: str = ""
    narrow: bool = False
    optional: bool = False

    @property
    def key(self) -> str:
        return key_of(self.column)

    @property
    def moves(self) -> bool:
        """Whether a new answer is news and no correction."""
        return field_of(table_of(self.column), self.column.key).moves

    @property
    def is_required(self) -> bool:
        return is_required(self.column) and not self.optional


def asks(columns: Iterable[Attribute], **lookups: str) -> tuple[Ask, ...]:
    """Return one question a column, in the order of the use case that reads them.

    `lookups` names by column the list that is read with the form.
    """
    return tuple(Ask(column, lookups.get(column.key, "")) for column in columns)


@dataclass(frozen=True)
class Group:
    """Questions that are asked several times: charges, contacts, results."""

    key: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Special:
    """A question with an input of its own; what it says is kept under `key`.

    `follows` names the question on whose answer its offer depends.
    """

    key: str
    make: Callable[[Today], Any]
    follows: str = ""


Part = Ask | Group | Special


@dataclass(frozen=True)
class Section:
    """Questions that belong together, as a conversation goes."""

    key: str
    parts: tuple[Part, ...]


# Use cases of the app; the first argument is its session, which no screen ever looks into.
Load = Callable[[Any, Subject, date], Loaded]
Save = Callable[[Any, Subject, Answers, date], str]


@dataclass(frozen=True)
class Form:
    """One form: `save` is the use case and returns the sentence that says what was saved."""

    key: str
    sections: tuple[Section, ...]
    load: Load
    save: Save
    corrects: bool = False

    def groups(self) -> list[Group]:
        return [part for part in self._parts() if isinstance(part, Group)]

    def asks(self) -> list[Ask]:
        """Return the questions that are asked once."""
        return [part for part in self._parts() if isinstance(part, Ask)]

    def _parts(self) -> list[Part]:
        return [part for section in self.sections for part in section.parts]
