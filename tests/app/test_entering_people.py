from datetime import date

import pytest
from sqlalchemy import select

from app import importing
from app.importing import KINDS
from models.episode import Episode, StatusPeriod
from models.person import Person

HEADINGS = "Case Number,Last Name,First Name,Goes by,DOB,Status,Admitted\n"


def bring(desk, tmp_path, row, **how):
    file = tmp_path / "caseload.csv"
    file.write_text(HEADINGS + row + "\n", encoding="utf-8")
    return importing.bring_in(desk, KINDS["participants"], file, **how)


@pytest.fixture
def known(desk, tmp_path):
    bring(desk, tmp_path, "TC-1,Begaye,Nizhoni,Zoni,1990-03-07,active,2026-02-02")
    return desk


def test_what_a_file_leaves_empty_takes_nothing_away(known, tmp_path):
    told = bring(known, tmp_path, "tc-1,Begaye,Nizhoni,,,,", update=True)

    with known.read() as session:
        person = session.scalars(select(Person)).one()
    assert (told.unchanged, person.preferred_name, person.birth_date) == (
        1,
        "Zoni",
        date(1990, 3, 7),
    )


def test_a_status_from_a_list_is_dated_today_and_marked_as_not_known(known, tmp_path):
    bring(known, tmp_path, "TC-1,Begaye,Nizhoni,,,AWOL,2026-02-09", update=True)

    with known.read() as session:
        newest = session.scalars(select(StatusPeriod).order_by(StatusPeriod.id.desc())).first()
        admitted = session.scalars(select(Episode.admitted_on)).one()
    assert (newest.status.value, newest.started_on, newest.dated) == (
        "absconded",
        known.today(),
        False,
    )
    assert admitted == date(2026, 2, 9)
