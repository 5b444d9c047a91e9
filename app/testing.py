"""Drug tests as facts, and how each result is read (rules.md 2 to 4).

A result is read with the prescriptions in force on the collection day, by what is known now, so
that a prescription entered or verified later changes the reading of every test that it covers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from app import medicines
from app.progress_facts import Mark
from models.choices import Answer, Outcome, Reading, Source, Specimen, TestResult, Validity
from models.drug_test import DrugTest, DrugTestResult, Prescription

VALID = {Validity.ACCEPTABLE, Validity.NOT_DETERMINED}
NOTHING_EITHER_WAY = {Validity.DILUTE, Validity.INVALID}


@dataclass(frozen=True)
class ResultFacts:
    """One substance of one test; `reading` is None where confirmation is unknown."""

    substance: str
    result: TestResult
    analyte: str | None
    answer: Answer | None
    reading: Reading | None


@dataclass(frozen=True)
class TestFacts:
    """One day's call with everything that is known of it."""

    __test__ = False  # a name that pytest would otherwise collect

    id: int
    person_id: int
    episode_id: int
    collected_on: date
    specimen: Specimen | None
    outcome: Outcome
    reason: str | None
    validity: Validity | None
    awaiting: bool
    sent_on: date | None
    imported: bool
    results: tuple[ResultFacts, ...]

    @property
    def is_valid(self) -> bool:
        """Whether the specimen is evidence: tested, and nothing found wrong with it."""
        return self.outcome is Outcome.TESTED and self.validity in VALID


def tests(
    connection: Connection,
    *,
    until: date,
    known_on: date | None = None,  # noqa: PT028 - no test of pytest's
    **of: Collection[int],
) -> list[TestFacts]:
    """Return tests in order of day and entry, each result read by what is known now.

    An answer of the laboratory that came after `known_on` (else `until`) was not known then: the
    result is still presumptive. `of` narrows to `person_id=` or `episode_id=` ids. There is no
    first day to ask for, because an earlier use decides how a later positive is read.
    """
    rows = _rows(connection, DrugTest, of, DrugTest.collected_on <= until)
    rows.sort(key=lambda row: (row.collected_on, row.id))
    results = _results(connection, of, {row.person_id for row in rows})
    prescriptions = _rows(connection, Prescription, {"person_id": {row.person_id for row in rows}})
    last_use: dict[tuple[int, str], date] = {}
    found = []
    for row in rows:
        covering = [p.medicine for p in prescriptions if _covers(p, row)]
        then = [_as_known(each, known_on or until) for each in results.get(row.id, ())]
        read = tuple(_read(row, each, covering, last_use) for each in then)
        found.append(_facts(row, read))
    return found


def mark_of(test: TestFacts) -> Mark:
    """Return the mark of a test on every court page; expected and negative share one."""
    if test.outcome is not Outcome.TESTED:
        return OUTCOME_MARKS[test.outcome]
    marks = {_result_mark(test, result) for result in test.results}
    if test.awaiting:
        marks.add(Mark.WAITING)
    if test.validity in NOTHING_EITHER_WAY:
        marks.add(Mark.DILUTE)
    if test.validity in {Validity.SUBSTITUTED, Validity.ADULTERATED}:
        marks.add(Mark.DECLINED)
    return heaviest(marks | {Mark.AS_EXPECTED})


def heaviest(marks: Collection[Mark]) -> Mark:
    """Return the mark that stands for a day with several."""
    return min(marks, key=WEIGHT.index)


OUTCOME_MARKS = {
    Outcome.NO_SHOW: Mark.NO_SHOW,
    Outcome.EXCUSED: Mark.NO_SPECIMEN,
    Outcome.UNABLE: Mark.NO_SPECIMEN,
    Outcome.REJECTED: Mark.NO_SPECIMEN,
    Outcome.REFUSED: Mark.DECLINED,
    Outcome.TAMPERED: Mark.DECLINED,
}
READING_MARKS = {
    Reading.NEGATIVE: Mark.AS_EXPECTED,
    Reading.EXPECTED: Mark.AS_EXPECTED,
    # No substance may be named on a court page, so what a prescription could explain waits.
    Reading.EXPLAINED: Mark.WAITING,
    Reading.UNEXPECTED: Mark.POSITIVE,
    Reading.DISPUTED: Mark.UNCONFIRMED,
    Reading.CONTINUING: Mark.UNCONFIRMED,
    Reading.PENDING: Mark.UNCONFIRMED,
}
WEIGHT = (
    Mark.POSITIVE,
    Mark.UNCONFIRMED,
    Mark.DECLINED,
    Mark.NO_SHOW,
    Mark.WAITING,
    Mark.DILUTE,
    Mark.NO_SPECIMEN,
    Mark.AS_EXPECTED,
    Mark.NOT_IN_POOL,
    Mark.NONE,
)


def _result_mark(test: TestFacts, result: ResultFacts) -> Mark:
    if result.reading is not None:
        return READING_MARKS[result.reading]
    if result.result is TestResult.NOT_TESTED:
        return Mark.AS_EXPECTED
    # Imported: confirmation unknown. These four wait until somebody says what is prescribed.
    waits = test.imported and medicines.is_single_drug_assay(result.substance)
    return Mark.WAITING if waits else Mark.UNCONFIRMED


def _rows(
    connection: Connection, table: type[Any], of: dict[str, Collection[int]], *where: Any
) -> list[Any]:
    narrowed = [getattr(table, column).in_(ids) for column, ids in of.items()]
    return list(connection.execute(select(table.__table__).where(*narrowed, *where)))


def _results(
    connection: Connection, of: dict[str, Collection[int]], people: Collection[int]
) -> dict[int, list[Any]]:
    by_test: dict[int, list[Any]] = {}
    narrowed = {"person_id": of.get("person_id", people)}
    for row in _rows(connection, DrugTestResult, narrowed):
        by_test.setdefault(row.drug_test_id, []).append(row)
    return by_test


def _covers(prescription: Any, test: Any) -> bool:
    return bool(
        prescription.person_id == test.person_id
        and prescription.started_on <= test.collected_on
        and (prescription.ended_on is None or test.collected_on <= prescription.ended_on)
    )


def _as_known(result: Any, day: date) -> Any:
    """Return a result as it stood on `day`, before an answer that came later."""
    if result.confirmed_on is None or result.confirmed_on <= day:
        return result
    return SimpleNamespace(
        drug_test_id=result.drug_test_id,
        substance=result.substance,
        result=TestResult.PRESUMPTIVE,
        analyte=None,
        answer=result.answer,
    )


def _read(
    test: Any, row: Any, covering: list[str], last_use: dict[tuple[int, str], date]
) -> ResultFacts:
    reading = _reading(test, row, covering)
    if reading is Reading.UNEXPECTED:
        last = last_use.get((test.person_id, row.substance))
        window = medicines.carry_over_days(row.substance)
        if last is not None and 0 < (test.collected_on - last).days <= window:
            reading = Reading.CONTINUING
        else:
            last_use[test.person_id, row.substance] = test.collected_on
    return ResultFacts(row.substance, row.result, row.analyte, row.answer, reading)


def _reading(test: Any, row: Any, covering: list[str]) -> Reading | None:
    if row.result in PLAIN_READINGS:
        return PLAIN_READINGS[row.result]
    confirmed = row.result is TestResult.CONFIRMED
    found = row.analyte or row.substance
    produced = any(found in medicines.produced_by(medicine) for medicine in covering)
    if produced and (confirmed or medicines.is_single_drug_assay(row.substance)):
        return Reading.EXPECTED
    explained = any(row.substance in medicines.explained_by(medicine) for medicine in covering)
    # A class that was confirmed without saying which analyte is not known to be another drug.
    if explained and (not confirmed or row.analyte is None):
        return Reading.EXPLAINED
    if confirmed:
        return Reading.UNEXPECTED
    if test.source is Source.IMPORT and row.answer is None:
        return None
    return ANSWERS[row.answer]


PLAIN_READINGS = {
    TestResult.NEGATIVE: Reading.NEGATIVE,
    TestResult.NOT_CONFIRMED: Reading.NEGATIVE,
    TestResult.NOT_TESTED: None,
}
ANSWERS = {
    None: Reading.PENDING,
    Answer.ADMITTED: Reading.UNEXPECTED,
    Answer.DISPUTED: Reading.DISPUTED,
}


def _facts(row: Any, results: tuple[ResultFacts, ...]) -> TestFacts:
    return TestFacts(
        id=row.id,
        person_id=row.person_id,
        episode_id=row.episode_id,
        collected_on=row.collected_on,
        specimen=row.specimen,
        outcome=row.outcome,
        reason=row.reason,
        validity=row.validity,
        awaiting=row.awaiting_laboratory,
        sent_on=row.sent_on,
        imported=row.source is Source.IMPORT,
        results=results,
    )
