"""Entering the rows of a drug test log: the nth test of a case, day and specimen is one test."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import names, people
from app.import_job import Job
from app.imports.rows import DrugTestRow
from models.choices import Source, Specimen, TestResult
from models.drug_test import DrugTest, DrugTestResult

Key = tuple[int, date, Specimen | None, int]
BATCH = 500
FOUND = {TestResult.PRESUMPTIVE, TestResult.CONFIRMED}


def enter(session: Session, rows: list[DrugTestRow], job: Job) -> None:
    """Enter every row, or say in `job` why one cannot be."""
    cases = people.episodes_by_case(session)
    owned = [(row, cases.get(names.folded_number(row.case_number))) for row in rows]
    for row, owner in owned:
        if owner is None:
            job.refuse(row, "case_number", "import.no-such-case", number=row.case_number)
    placed = [(row, owner) for row, owner in owned if owner is not None]
    known = _known(session, {owner[0] for _row, owner in placed})
    found = _found(session, {test.id for test in known.values()})
    new: list[tuple[DrugTestRow, DrugTest]] = []
    for row, (person_id, episode_id) in placed:
        test = known.get((person_id, row.collected_on, row.specimen, row.nth))
        if test is None:
            new.append((row, _test(row, person_id, episode_id)))
        elif job.settle(row, _different(row, test, found)):
            _update(session, row, test, found)
    session.add_all(test for _row, test in new)
    session.flush()
    for row, test in new:
        _add_results(session, row, test)
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


def _add_results(session: Session, row: DrugTestRow, test: DrugTest) -> None:
    # What a list calls positive was confirmed by nobody that we know of.
    session.add_all(
        DrugTestResult(
            drug_test_id=test.id,
            person_id=test.person_id,
            substance=substance,
            result=TestResult.PRESUMPTIVE,
        )
        for substance in row.positive
    )


def _known(session: Session, person_ids: Collection[int]) -> dict[Key, DrugTest]:
    known: dict[Key, DrugTest] = {}
    times: dict[tuple[int, date, Specimen | None], int] = defaultdict(int)
    ids = sorted(person_ids)
    for at in range(0, len(ids), BATCH):
        query = select(DrugTest).where(DrugTest.person_id.in_(ids[at : at + BATCH]))
        for test in session.scalars(query.order_by(DrugTest.id)):
            same = (test.person_id, test.collected_on, test.specimen)
            times[same] += 1
            known[*same, times[same]] = test
    return known


def _found(session: Session, test_ids: Collection[int]) -> dict[int, list[DrugTestResult]]:
    found: dict[int, list[DrugTestResult]] = defaultdict(list)
    ids = sorted(test_ids)
    for at in range(0, len(ids), BATCH):
        query = select(DrugTestResult).where(DrugTestResult.drug_test_id.in_(ids[at : at + BATCH]))
        for result in session.scalars(query):
            found[result.drug_test_id].append(result)
    return found


def _different(
    row: DrugTestRow, test: DrugTest, found: dict[int, list[DrugTestResult]]
) -> list[str]:
    """Return which fields of the file say something else than the record."""
    positive = {result.substance for result in found.get(test.id, ()) if result.result in FOUND}
    different = []
    if test.outcome is not row.outcome or test.validity is not row.validity:
        different.append("outcome")
    if positive != set(row.positive):
        different.append("positive")
    return different


def _update(
    session: Session,
    row: DrugTestRow,
    test: DrugTest,
    found: dict[int, list[DrugTestResult]],
) -> None:
    test.outcome, test.validity = row.outcome, row.validity
    for result in found.get(test.id, ()):
        session.delete(result)
    session.flush()
    _add_results(session, row, test)
