"""Wrong numbers planted in the facts of the report are each caught by the oracle."""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.oracle import cues, marks, plan, since
from tests.oracle.case import Case, load
from tests.oracle.compare import differences
from tests.oracle.conftest import NEXT_DOCKET, TODAY
from tests.oracle.office import SOURCE, Asked, Court, NotDoneError, Office
from tests.oracle.record import Record, open_record

FOLDERS = ("app", "models", "reports", "ui", "resources")
MUTANTS = json.loads(Path(__file__).with_name("mutants.json").read_text("utf-8"))
MOST_PAGES = 8


@dataclass(frozen=True)
class Mutant:
    """One sentence of the source, and the wrong one that takes its place."""

    file: str
    old: str
    new: str


def planted(mutant: Mutant | None, into: Path) -> Path:
    """Copies the source and makes the one change; a sentence found twice would be two."""
    for folder in FOLDERS:
        shutil.copytree(
            SOURCE / folder, into / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    if mutant:
        source = into / mutant.file
        text = source.read_text("utf-8")
        assert text.count(mutant.old) == 1, f"{mutant.old!r} stands {text.count(mutant.old)} times"
        source.write_text(text.replace(mutant.old, mutant.new), "utf-8")
    return into


def features(case: Case) -> set[str]:
    """The kinds of facts that a page shows, so that few pages can show all kinds."""
    readings = marks.readings(case)
    recent = [reading for reading in readings if case.in_period(reading.on)]
    found = {f"mark {reading.mark.kind}" for reading in readings[-20:]}
    found |= {f"test {reading.test['outcome']} {reading.mark.kind}" for reading in recent}
    for row in since.attendance(case):
        found.add(f"{since.KINDS.get(row['kind'], 'treatment')} {row['outcome']}")
        found.add(f"verified {row['outcome']} {row['verified']}")
    found |= {f"order {bool(item.done_on)} {item.undone}" for item in plan.orders(case)}
    found |= {"lifted order"} if plan.lifted(case) else set()
    current = plan.plan_of(case)
    items = plan.objectives(case, current) if current else []
    found |= {f"objective {bool(item.done_on)} {item.undone}" for item in items}
    found |= {f"hearing {case.hearing is None} {case.last_hearing is None}"}
    found |= {f"own words {bool(cues.notes_of(case, 'own-words'))}"}
    kinds = [kind for kind in ("strength", "concern") if cues.noted(case, kind)]
    return found | {f"worded {sorted(kinds)}"}


def richest(record: Record) -> list[Asked]:
    """Takes, again and again, the page that shows most of what no other shows yet."""
    people = record.rows("SELECT id FROM person ORDER BY id")
    shown = {
        Asked(person["id"], NEXT_DOCKET, TODAY): features(
            load(record, person["id"], NEXT_DOCKET, TODAY)
        )
        for person in people
    }
    chosen: list[Asked] = []
    seen: set[str] = set()
    while len(chosen) < MOST_PAGES:
        best = max(shown, key=lambda asked: len(shown[asked] - seen))
        chosen.append(best)
        seen |= shown.pop(best)
    return chosen


def wrong(office: Office, court: Court, pages: list[Asked]) -> Iterator[str]:
    for asked in pages:
        pdf = office.page(court, asked)
        yield from differences(court.record, court.sheet, pdf, **vars(asked))


def caught(office: Office, court: Court, pages: list[Asked]) -> str | None:
    """The first difference; a page that a mutant cannot print at all holds no wrong number."""
    for asked in pages:
        with suppress(NotDoneError, StopIteration):
            return next(wrong(office, court, [asked]))
    return None


@pytest.fixture(scope="module")
def pages(sample_court: Court) -> list[Asked]:
    record = open_record(sample_court.record, sample_court.sheet)
    found = richest(record)
    record.close()
    return found


@pytest.fixture
def court(sample_court: Court, tmp_path: Path) -> Court:
    """A copy of the sample court, so that no mutant writes into another's record."""
    shutil.copytree(sample_court.folder, tmp_path / "court")
    return Court(tmp_path / "court")


def test_the_program_as_it_is_shows_no_difference_on_the_same_pages(
    court: Court, pages: list[Asked], tmp_path: Path
) -> None:
    source = planted(None, tmp_path / "source")

    with Office.open(source, tmp_path / "state") as office:
        found = list(wrong(office, court, pages))

    assert found == []


def test_at_least_ten_wrong_numbers_are_planted() -> None:
    assert len(MUTANTS) >= 10


@pytest.mark.parametrize("number", range(len(MUTANTS)))
def test_each_planted_wrong_number_is_caught(
    number: int, court: Court, pages: list[Asked], tmp_path: Path
) -> None:
    source = planted(Mutant(**MUTANTS[number]), tmp_path / "source")

    with Office.open(source, tmp_path / "state") as office:
        found = caught(office, court, pages)

    assert found is not None, f"planted wrong number {number} was not seen on any page"
