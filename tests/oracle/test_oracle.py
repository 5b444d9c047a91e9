"""Every number and every date of the printed pages is what the record says, by rules.md alone."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.oracle.compare import differences, page_differences
from tests.oracle.conftest import NEXT_DOCKET, TODAY
from tests.oracle.office import Asked, Court, Office
from tests.oracle.record import open_record

MIDSUMMER = date(2026, 6, 30)
AUTUMN = date(2026, 9, 14)


def docket(court: Court, hearing: date, most: int = 99) -> list[int]:
    record = open_record(court.record, court.sheet)
    rows = record.rows(
        "SELECT person_id FROM hearing JOIN court_session ON court_session.id = court_session_id "
        "WHERE held_on = ? ORDER BY number, person_id LIMIT ?",
        hearing.isoformat(),
        most,
    )
    record.close()
    return [row["person_id"] for row in rows]


def next_session(court: Court, after: date) -> date:
    record = open_record(court.record, court.sheet)
    found = record.first(
        "SELECT min(held_on) AS held_on FROM court_session WHERE held_on >= ?", after.isoformat()
    )
    record.close()
    assert found
    return date.fromisoformat(found["held_on"])


def wrong(office: Office, court: Court, pages: Iterable[Asked]) -> list[str]:
    """What pages say otherwise than the record, each with what it should say."""
    return [
        f"{asked.person}, hearing {asked.hearing}, as of {asked.as_of}: {text}"
        for asked in pages
        for text in differences(court.record, court.sheet, office.page(court, asked), **vars(asked))
    ]


def test_every_page_of_the_next_docket_says_what_the_record_says(
    office: Office, sample_court: Court
) -> None:
    people = docket(sample_court, NEXT_DOCKET)

    found = wrong(office, sample_court, [Asked(person, NEXT_DOCKET, TODAY) for person in people])

    assert len(people) >= 20
    assert found == []


@pytest.mark.parametrize("as_of", [MIDSUMMER, AUTUMN])
def test_pages_of_an_earlier_day_say_what_was_so_on_that_day(
    as_of: date, office: Office, sample_court: Court
) -> None:
    hearing = next_session(sample_court, as_of)
    people = docket(sample_court, hearing, most=8)

    found = wrong(office, sample_court, [Asked(person, hearing, as_of) for person in people])

    assert people
    assert found == []


def test_pages_of_people_without_a_hearing_say_so_and_nothing_untrue(
    office: Office, sample_court: Court
) -> None:
    others = sorted(set(range(1, 61)) - set(docket(sample_court, NEXT_DOCKET)))[::4]

    found = wrong(office, sample_court, [Asked(person, NEXT_DOCKET, TODAY) for person in others])

    assert len(others) >= 5
    assert found == []


@pytest.mark.parametrize("style", ["plain", "messy"])
def test_pages_of_imported_people_say_what_the_spreadsheet_said(
    style: str, office: Office, spreadsheets: Path, tmp_path: Path
) -> None:
    court = office.new_court(tmp_path, "Juniper County Treatment Court")
    office.bring_in(court, spreadsheets / style / "caseload.csv", "participants")
    office.bring_in(court, spreadsheets / style / "drug-tests.csv", "drug-tests")

    found = wrong(office, court, [Asked(person, NEXT_DOCKET, TODAY) for person in range(1, 26, 3)])

    assert found == []


def test_a_page_held_against_another_person_is_full_of_differences(
    office: Office, sample_court: Court
) -> None:
    one, other, *_ = docket(sample_court, NEXT_DOCKET)
    pdf = office.page(sample_court, Asked(one, NEXT_DOCKET, TODAY))
    record = open_record(sample_court.record, sample_court.sheet)

    found = page_differences(record, pdf, other, NEXT_DOCKET, TODAY)

    record.close()
    assert any("nothing explains" in text for text in found)
    assert any("should say name" in text for text in found)
    assert any(text.startswith("strip:") for text in found)
