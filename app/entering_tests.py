"""Entering the rows of a drug test log: the nth test of an episode, day and specimen is one test.

A list tells less than a laboratory. Where it says nothing else, what the record holds stays.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names, people
from app.import_job import Job
from app.imports import substances
from app.imports.rows import DrugTestRow
from models.choices import Outcome, Source, Specimen, TestResult, Validity
from models.drug_test import DrugTest, DrugTestResult

Key = tuple[int, date, Specimen | None]
BATCH = 500
FOUND = {TestResult.PRESUMPTIVE, TestResult.CONFIRMED}
# The screen that a list calls positive, and what became of it: not confirmed denies no screen.
SCREENED = {*FOUND, TestResult.NOT_CONFIRMED}
NO_SPECIMEN = {Outcome.NO_SHOW, Outcome.EXCUSED, Outcome.REFUSED, Outcome.UNABLE}
# What a list says of a specimen when it says nothing of it.
SILENT = {None, Validity.NOT_DETERMINED}


def enter(session: Session, rows: list[DrugTestRow], job: Job) -> None:
    """Enter every row, or say in `job` why one cannot be."""
    cases = people.episodes_by_case(session)
    owned = [(row, cases.get(names.folded_number(row.case_number))) for row in rows]
    for row, owner in owned:
        if owner is None:
            job.refuse(row, "case_number", "import.no-such-case", number=row.case_number)
    placed = [(row, owner) for row, owner in owned if owner is not None]
    known = _known(session, {owner[0] for _row, owner in placed})
    found = _found(session, {test.id for tests in known.values() for test in tests})
    new: list[tuple[DrugTestRow, DrugTest]] = []
    times: Counter[Key] = Counter()
    for row, (person_id, episode_id) in placed:
        same = (episode_id, row.collected_on, row.specimen)
        earlier, times[same] = times[same], times[same] + 1
        if earlier >= len(known[same]):
            new.append((row, _test(row, person_id, episode_id)))
            continue
        test = known[same][earlier]
        if job.settle(row, _different(row, test, found[test.id])):
            _update(session, row, test, found[test.id])
    session.add_all(test for _row, test in new)
    session.flush()
    for row, test in new:
        session.add_all(_result(test, substance) for substance in row.positive)
    job.summary.imported += len(new)


def _test(row: DrugTestRow, person_id: int, episode_id: int) -> DrugTest:
    return DrugTest(
        person_id=person_id,
        episode_id=episode_id,
        collected_on=row.collected_on,
        specimen=row.specimen,
        outcome=row.outcome,
        validity=row.validity,
        source=Source.IMPORT,
    )


def _result(test: DrugTest, substance: str) -> DrugTestResult:
    # What a list calls positive was confirmed by nobody that we know of.
    return DrugTestResult(
        drug_test_id=test.id,
        person_id=test.person_id,
        substance=substance,
        result=TestResult.PRESUMPTIVE,
    )


def _known(session: Session, person_ids: Collection[int]) -> defaultdict[Key, list[DrugTest]]:
    """Return the tests of one episode, day and specimen, in order of entry."""
    known: defaultdict[Key, list[DrugTest]] = defaultdict(list)
    ids = sorted(person_ids)
    for at in range(0, len(ids), BATCH):
        query = select(DrugTest).where(DrugTest.person_id.in_(ids[at : at + BATCH]))
        for test in session.scalars(query.order_by(DrugTest.id)):
            known[test.episode_id, test.collected_on, test.specimen].append(test)
    return known


def _found(session: Session, test_ids: Collection[int]) -> defaultdict[int, list[DrugTestResult]]:
    found: defaultdict[int, list[DrugTestResult]] = defaultdict(list)
    ids = sorted(test_ids)
    for at in range(0, len(ids), BATCH):
        query = select(DrugTestResult).where(DrugTestResult.drug_test_id.in_(ids[at : at + BATCH]))
        for result in session.scalars(query):
            found[result.drug_test_id].append(result)
    return found


def _different(row: DrugTestRow, test: DrugTest, results: list[DrugTestResult]) -> list[str]:
    """Return which fields of the file say something else than the record."""
    different = []
    if test.outcome is not row.outcome or test.validity is not _validity(row, test):
        different.append("outcome")
    if _added(row, results) or _withdrawn(row, results):
        different.append("positive")
    return different


def _validity(row: DrugTestRow, test: DrugTest) -> Validity | None:
    """Return what is known of the specimen with the row: of one that is there, the fuller word."""
    silent = row.validity in SILENT and row.outcome not in NO_SPECIMEN
    return test.validity if silent and test.validity is not None else row.validity


def _added(row: DrugTestRow, results: list[DrugTestResult]) -> list[str]:
    """Return the substances that were positive by the file alone."""
    if _names_none(row) and any(result.result in SCREENED for result in results):
        return []
    screened = {result.substance for result in results if result.result in SCREENED}
    return [substance for substance in row.positive if substance not in screened]


def _withdrawn(row: DrugTestRow, results: list[DrugTestResult]) -> list[DrugTestResult]:
    """Return the results that were positive and by the file are not."""
    found = [result for result in results if result.result in FOUND]
    return (
        [] if _names_none(row) else [each for each in found if each.substance not in row.positive]
    )


def _names_none(row: DrugTestRow) -> bool:
    """Whether the file says "positive" and has no word for what it was positive for."""
    return row.positive == (substances.UNKNOWN,)


def _update(
    session: Session, row: DrugTestRow, test: DrugTest, results: list[DrugTestResult]
) -> None:
    """Write what the file says otherwise, and leave every other result as it is."""
    added, withdrawn = _added(row, results), _withdrawn(row, results)
    test.outcome, test.validity = row.outcome, _validity(row, test)
    for result in withdrawn:
        session.delete(result)
    ruled_out = {result.substance: result for result in results if result.result not in SCREENED}
    for substance in added:
        if substance in ruled_out:
            ruled_out[substance].result = TestResult.PRESUMPTIVE
        else:
            session.add(_result(test, substance))
