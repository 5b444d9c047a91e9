"""The sample court of the oracle's tests, made once by the real commands."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.oracle.office import SOURCE, Court, Office

TODAY = date(2026, 11, 23)
NEXT_DOCKET = date(2026, 11, 24)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with Office.open(SOURCE, tmp_path_factory.mktemp("state")) as office:
        yield office


@pytest.fixture(scope="session")
def sample_court(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Court:
    court = office.new_court(tmp_path_factory.mktemp("sample"), "Juniper County Treatment Court")
    office.sample(court, TODAY)
    return court


@pytest.fixture
def spreadsheets() -> Path:
    return SOURCE / "tests" / "app" / "imports" / "spreadsheets"
