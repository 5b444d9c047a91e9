import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from app import participants, testing
from app.backup import proving, restoring
from app.vault import record
from app.vault.check import check
from app.vault.unlock import SHEET_HOLDER, Secret
from models import schema
from models.choices import Reading
from models.person import Person
from tests.conftest import MOMENT
from tests.records.make import PASSPHRASE

RELEASES = sorted(Path(__file__).parent.glob("*.milepost"))
PARTS = (".milepost", ".key", ".key.bak", ".state")


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def released(request, tmp_path):
    """A copy of the record that a release made."""
    for suffix in PARTS:
        part = request.param.with_name(request.param.stem + suffix)
        shutil.copy(part, tmp_path / part.name)
    return tmp_path / request.param.name


def test_there_is_a_record_of_the_first_release():
    assert "0.1.0" in [path.stem for path in RELEASES]


def test_the_record_of_every_release_opens_and_is_sound(released):
    secret = Secret(passphrase=PASSPHRASE)

    found = record.open_record(released, secret)
    with found.desk.read() as session:
        connection = session.connection()
        people = session.scalars(select(Person.last_name).order_by(Person.id)).all()
        lines = participants.as_of(connection, MOMENT.date())
        (test,) = testing.tests(connection, until=MOMENT.date(), person_id=[1])
        revision = schema.current(connection)
    found.close()

    assert found.findings == ()
    assert people == ["Muñoz", "O\u2019Dell"]
    assert [line.case_number for line in lines] == ["TC-2026-0001", "TC-2026-0002"]
    assert [result.reading for result in test.results] == [Reading.EXPECTED, Reading.UNEXPECTED]
    assert revision == schema.head()
    assert [problem.kind for problem in check(released, secret).problems] == []


def test_the_sheet_of_every_release_opens_its_record_alone(released, tmp_path_factory):
    sheet = Path(__file__).with_name(released.stem + ".sheet").read_text(encoding="utf-8")
    alone = tmp_path_factory.mktemp("alone") / released.name
    shutil.copy(released, alone)

    found = record.open_record(alone, Secret(sheet=sheet))
    found.close()

    assert found.desk.holder == SHEET_HOLDER


@pytest.mark.parametrize("by", ["passphrase", "sheet"])
def test_the_backup_of_every_release_comes_back_whole(released, tmp_path, by):
    folder = Path(__file__).parent
    sheet = (folder / f"{released.stem}.sheet").read_text(encoding="utf-8")
    secret = Secret(passphrase=PASSPHRASE) if by == "passphrase" else Secret(sheet=sheet)
    bare = tmp_path / "back.milepost"

    proving.prove(folder / f"{released.stem}.milebak", secret)
    restored = restoring.restore(folder / f"{released.stem}.milebak", bare, secret)

    found = record.open_record(bare, secret)
    with found.desk.read() as session:
        people = session.scalars(select(Person.last_name).order_by(Person.id)).all()
        revision = schema.current(session.connection())
    found.close()
    assert restored.seq == 1
    assert people == ["Muñoz", "O\u2019Dell"]
    assert revision == schema.head()
