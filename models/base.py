"""The base of every table, and the one place where a column is described.

A description travels with the column: the form, the table heading, the audit sentence, the export
and the printed page all read it from here.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Enum, ForeignKey, ForeignKeyConstraint, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from models.choices import Source
from models.types import UtcDateTime

# Long enough for any choice to come, so that adding one never changes a column's type.
CHOICE_LENGTH = 40

# Named constraints can be found again by a migration that rebuilds a table.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Ids are stable for ever and never used twice, also after the newest row is gone.
NEVER_REUSED = {"sqlite_autoincrement": True}


@dataclass(frozen=True)
class Field:
    """What a person is told about a column.

    `sensitive` marks what 42 CFR Part 2 covers; of a `bulky` column the trail keeps only a digest;
    a `past` day has happened when it is entered; what `moves` goes on with time, so that a new
    value is news and no correction.
    """

    label: str
    help: str = ""
    sensitive: bool = False
    bulky: bool = False
    past: bool = False
    moves: bool = False


def described(
    label: str,
    help: str = "",  # noqa: A002 - the word on screen
    *,
    sensitive: bool = False,
    bulky: bool = False,
    past: bool = False,
    moves: bool = False,
) -> dict[str, Field]:
    return {"field": Field(label, help, sensitive, bulky, past, moves)}


def _stored(choices: type[enum.Enum]) -> Sequence[str]:
    return [choice.value for choice in choices]


class Base(DeclarativeBase):
    """Every table of a record."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=CHOICE_LENGTH, values_callable=_stored
        ),
    }
    # Whether changes are written to the trail; only what is derived or not yet saved is left out.
    audited: ClassVar[bool] = True


class Identified:
    """A table with an id of its own."""

    __table_args__: Any = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)


class OfPerson:
    """Something that belongs to one person, wherever else it hangs.

    The owner stands in every such row, so that a file can be shown, sealed or destroyed whole and
    the trail knows whose key encrypts the values.
    """

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class OfEpisode:
    """Something clinical or legal: it hangs on one episode, and so on one person."""

    person_id: Mapped[int] = mapped_column(index=True)
    episode_id: Mapped[int] = mapped_column(index=True)

    @declared_attr.directive
    def __table_args__(cls) -> Any:  # noqa: N805 - SQLAlchemy calls it with the class
        return (belongs_to_episode(), NEVER_REUSED)


class Received:
    """Where an entry comes from and when it came; who entered it stands in the trail."""

    source: Mapped[Source] = mapped_column(
        default=Source.FORM, info=described("Source", "Where this was learned.")
    )
    received_on: Mapped[date | None] = mapped_column(
        info=described("Received on", "The day on which the court received this.")
    )


def belongs_to_episode() -> ForeignKeyConstraint:
    """Return the key that keeps episode and person of a row together, checked by the database."""
    return ForeignKeyConstraint(["episode_id", "person_id"], ["episode.id", "episode.person_id"])


def field_of(table: type[Base], column: str) -> Field:
    """Return the description of `column`; KeyError where it has none."""
    found = table.__table__.columns[column].info["field"]
    assert isinstance(found, Field)  # noqa: S101 - only `described` fills info
    return found


def limit_of(table: type[Base], column: str) -> int | None:
    """Return the most characters that `column` takes, None where it is no text."""
    kind = table.__table__.columns[column].type
    return kind.length if isinstance(kind, String) else None
