import pytest
from sqlalchemy import select

from app import importing
from app.importing import KINDS
from models.drug_test import DrugTest, DrugTestResult
from tests.makers import make_participant

HEADINGS = "Case Number,Date,Outcome,Substances\n"


@pytest.fixture
def known(desk):
    make_participant(desk, case_number="TC-1")
    return desk


def bring(desk, tmp_path, *rows, **how):
    file = tmp_path / "tests.csv"
    file.write_text(HEADINGS + "\n".join(rows) + "\n", encoding="utf-8")
    return importing.bring_in(desk, KINDS["drug-tests"], file, **how)


def substances(desk):
    with desk.read() as session:
        return sorted(session.scalars(select(DrugTestResult.substance)))


def test_two_tests_of_one_day_are_two(known, tmp_path):
    row = "TC-1,2026-11-09,negative,"

    first = bring(known, tmp_path, row, row)
    again = bring(known, tmp_path, row, row, row)

    assert (first.imported, again.imported, again.unchanged) == (2, 1, 2)
    with known.read() as session:
        assert len(session.scalars(select(DrugTest)).all()) == 3


def test_another_result_is_a_mistake_unless_asked_to_update(known, tmp_path):
    bring(known, tmp_path, "TC-1,2026-11-09,positive,thc")

    refused = bring(known, tmp_path, "TC-1,2026-11-09,positive,cocaine")
    assert len(refused.mistakes) == 1
    assert substances(known) == ["thc"]

    told = bring(known, tmp_path, "TC-1,2026-11-09,positive,cocaine", update=True)
    assert told.updated == 1
    assert substances(known) == ["cocaine"]


def test_a_test_of_an_unknown_case_is_a_mistake(known, tmp_path):
    told = bring(known, tmp_path, "TC-404,2026-11-09,negative,")

    assert [(each.row, each.column) for each in told.mistakes] == [(2, "Case Number")]
