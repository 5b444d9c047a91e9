"""Understands a table of drug tests: one row a call, with what the specimen was positive for."""

from datetime import date, timedelta

from app.imports import dates, heading_words, headings, reading, substances, words
from app.imports.headings import Columns
from app.imports.reading import Field, Reading
from app.imports.rows import DrugTestRow, Parsed
from app.imports.sheets import Sheet
from app.imports.values import ValueMistake
from app.imports.words import Finding
from models.base import limit_of
from models.drug_test import DrugTest, DrugTestResult
from models.episode import CourtCase

_SUBSTANCE_LIMIT = limit_of(DrugTestResult, "substance")
# Clocks and time zones differ; a result from the day after tomorrow is a slip of the keys.
_AHEAD = timedelta(days=1)


def _collected(text: str, today: date) -> date:
    found = dates.day(text, today)
    if found > today + _AHEAD:
        raise ValueMistake("import.collected.future", text=text)
    return found


def _substances(text: str, _today: date) -> tuple[str, ...]:
    return substances.named(text, _SUBSTANCE_LIMIT)


def _result(text: str, today: date) -> tuple[Finding, tuple[str, ...]]:
    """Return the finding, and the substances of "positive for ..." in one cell."""
    finding, named = words.outcome(text)
    return finding, _substances(named, today)


FIELDS = (
    Field("case_number", CourtCase, "number", required=True),
    Field("collected_on", DrugTest, read=_collected, required=True),
    Field("specimen", DrugTest, read=lambda text, _: words.specimen(text)),
    Field("outcome", DrugTest, read=_result, required=True),
    Field("positive", DrugTestResult, "substance", read=_substances),
)


def parse(sheet: Sheet, *, today: date, columns: Columns | None = None) -> Parsed[DrugTestRow]:
    """Return every test in the table, and everything in it that cannot be taken as it is.

    `columns` are found by their headings, unless somebody has named them.
    """
    columns = columns or headings.find(sheet, heading_words.DRUG_TESTS)
    lacking = reading.missing(columns, FIELDS)
    mistakes = [*columns.mistakes, *lacking]
    rows: list[DrugTestRow] = []
    for one in () if lacking else reading.readings(sheet, columns, FIELDS, today):
        row = _row(one) if not one.mistakes else None
        mistakes += one.mistakes
        rows += [row] if row else []
    return Parsed(tuple(rows), columns.ignored, reading.first(mistakes))


def _row(one: Reading) -> DrugTestRow | None:
    """Return the test of the row, or None where result and substances do not fit each other."""
    finding, positive = _finding(one)
    if one.mistakes:
        return None
    return DrugTestRow(
        number=one.row.number,
        case_number=one.values["case_number"],
        collected_on=one.values["collected_on"],
        specimen=one.values.get("specimen"),
        outcome=finding.outcome,
        validity=finding.validity,
        positive=positive,
        given=one.given | {"positive"},  # a result always says it, if only that there is none
    )


def _finding(one: Reading) -> tuple[Finding, tuple[str, ...]]:
    """Return what the row found, and refuse what contradicts itself or leaves the result open."""
    finding, named = one.values["outcome"]
    positive = tuple(dict.fromkeys(named + one.values.get("positive", ())))
    has_column = "positive" in one.columns.places
    if positive and not finding.may_be_positive:
        one.refuse("positive", "import.substances.contradiction")
    elif finding.positive and not positive and has_column:
        one.refuse("positive", "import.substances.missing")
    elif finding.positive and not positive:
        return finding, (substances.UNKNOWN,)
    elif finding.says_nothing and not positive:
        one.refuse("outcome", "import.outcome.open")
    return finding, positive
