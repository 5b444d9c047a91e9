"""Understands a caseload table: who is in the program, by case number."""

from datetime import date
from typing import Any

from app.imports import dates, heading_words, headings, names, phases, reading, words
from app.imports.headings import Columns
from app.imports.reading import Field, Reading
from app.imports.rows import Parsed, ParticipantRow
from app.imports.sheets import Sheet
from models.base import limit_of
from models.episode import CourtCase, Episode, StatusPeriod
from models.person import Person
from models.phase import PhasePeriod

_NAME_LIMIT = limit_of(Person, "last_name")

_FIELDS = (
    Field("case_number", CourtCase, "number", required=True),
    Field("middle_name", Person),
    Field("preferred_name", Person),
    Field("birth_date", Person, read=dates.birth),
    Field("sex", Person, read=lambda text, _: words.sex(text)),
    Field("status", StatusPeriod, read=lambda text, _: words.status(text)),
    Field("track", Episode),
    Field("phase", PhasePeriod, "number", read=lambda text, _: phases.phase(text)),
    Field("referred_on", Episode, read=dates.day),
    Field("admitted_on", Episode, read=dates.day),
)
_NAMES = (
    Field("last_name", Person, required=True),
    Field("first_name", Person, required=True),
)
_WHOLE_NAME = Field(
    "name",
    Person,
    "last_name",
    required=True,
    read=lambda text, _: names.split(text, _NAME_LIMIT),
    words="import.whole-name",
)
FIELDS = (_FIELDS[0], *_NAMES, _WHOLE_NAME, *_FIELDS[1:])


def parse(sheet: Sheet, *, today: date, columns: Columns | None = None) -> Parsed[ParticipantRow]:
    """Return everyone in the table, and everything in it that cannot be taken as it is.

    `columns` are found by their headings, unless somebody has named them.
    """
    columns = columns or headings.find(sheet, heading_words.PARTICIPANTS)
    fields = _FIELDS + ((_WHOLE_NAME,) if "name" in columns.places else _NAMES)
    mistakes = [*columns.mistakes, *reading.missing(columns, fields)]
    rows: list[ParticipantRow] = []
    seen: dict[str, int] = {}
    if not reading.missing(columns, fields):
        for one in reading.readings(sheet, columns, fields, today):
            _refuse_second(one, seen)
            mistakes += one.mistakes
            if not one.mistakes:
                rows.append(_row(one))
    return Parsed(tuple(rows), columns.ignored, reading.first(mistakes))


def _refuse_second(one: Reading, seen: dict[str, int]) -> None:
    """Refuse a case number that an earlier row has: nobody can know which of the two is right."""
    if number := one.values.get("case_number"):
        earlier = seen.setdefault(number.casefold(), one.row.number)
        if earlier != one.row.number:
            one.refuse("case_number", "import.case_number.twice", text=number, row=earlier)


def _row(one: Reading) -> ParticipantRow:
    values = dict(one.values)
    if "name" in values:
        values["last_name"], values["first_name"] = values.pop("name")
    fields: dict[str, Any] = {field.name: values.get(field.name) for field in _FIELDS + _NAMES}
    return ParticipantRow(number=one.row.number, given=frozenset(values), **fields)
