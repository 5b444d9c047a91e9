"""Tests making the first record: whole with its profile, or nothing at all."""

import os
import stat
from pathlib import Path

import pytest

from app import court, first_start, paths
from app.court import Profile
from app.first_start import Asked
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import BadInput, NoSpace, NoSuchThing
from tests.conftest import HOLDER, PASSPHRASE, ZONE

PROFILE = Profile("Juniper County Treatment Court", ZONE, "Juniper", "Judge Alma Reyes")


@pytest.fixture(autouse=True)
def documents(monkeypatch, tmp_path):
    """A folder for documents of this test alone."""
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path / "Documents")
    return tmp_path / "Documents"


def make(path: Path, profile: Profile = PROFILE):
    told: list[str] = []
    made = first_start.make(Asked(path, profile, HOLDER, PASSPHRASE), told.append)
    return made, told


def test_a_record_is_made_with_its_profile_and_every_part_of_the_work_is_told(documents):
    made, told = make(first_start.offered_path())

    assert told == ["folder", "key", "profile"]
    record = open_record(made.files.record, Secret(PASSPHRASE, HOLDER))
    with record.desk.read() as session:
        facts = court.facts(session)
    record.close()
    assert (facts.name, facts.county, facts.judge) == (PROFILE.name, "Juniper", PROFILE.judge)
    assert stat.S_IMODE(documents.joinpath("Milepost").stat().st_mode) == 0o700


def test_a_name_that_is_taken_is_not_offered(documents):
    first = first_start.offered_path()
    first.parent.mkdir(parents=True)
    first.touch()

    assert first.name == "court.milepost"
    assert first_start.offered_path().name == "court-2.milepost"


def test_a_record_without_its_profile_is_taken_away_again(documents, monkeypatch):
    def full(_session, _profile):
        raise NoSpace("space.full")

    monkeypatch.setattr(court, "save_profile", full)
    with pytest.raises(NoSpace):
        make(first_start.offered_path())

    assert not documents.joinpath("Milepost").exists()


def test_a_refusal_leaves_a_folder_that_was_there(documents):
    target = first_start.offered_path()
    target.parent.mkdir(parents=True)
    target.write_bytes(b"somebody's")

    with pytest.raises(BadInput) as caught:
        make(target)

    assert caught.value.key == "record.exists"
    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_a_folder_that_was_typed_is_not_made(tmp_path):
    with pytest.raises(NoSuchThing):
        make(tmp_path / "slip of the keys" / "court.milepost")

    assert not (tmp_path / "slip of the keys").exists()


def test_a_folder_that_cannot_be_made_is_told(documents):
    documents.write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(NoSuchThing):
        make(documents / "Milepost" / "court.milepost")


def test_a_folder_for_backups_must_be_there_and_take_files(tmp_path):
    first_start.refuse_backup_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []

    with pytest.raises(NoSuchThing):
        first_start.refuse_backup_folder(tmp_path / "gone")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that cannot be written")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(NoSpace):
        first_start.refuse_backup_folder(tmp_path)


def test_a_drive_that_refuses_to_be_written_is_told(tmp_path, monkeypatch):
    def refused(_path, *_rest, **_more):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "touch", refused)
    with pytest.raises(NoSpace) as caught:
        first_start.refuse_backup_folder(tmp_path)

    assert caught.value.key == "space.read-only"


def test_a_folder_beside_the_record_is_on_its_drive(tmp_path):
    record = tmp_path / "court.milepost"
    record.touch()

    assert first_start.is_on_same_drive(tmp_path, record)


def test_a_record_gets_the_ending_that_records_have(tmp_path):
    assert first_start.record_at(f" {tmp_path}/court ") == tmp_path / "court.milepost"
    assert first_start.record_at(f"{tmp_path}/a.milepost") == tmp_path / "a.milepost"
    assert first_start.record_at(f"{tmp_path}/court.v2") == tmp_path / "court.v2.milepost"


@pytest.mark.parametrize("typed", ["", "  ", "court.milepost", "/"])
def test_a_path_must_say_where(typed):
    with pytest.raises(BadInput) as caught:
        first_start.record_at(typed)

    assert caught.value.key == "record.no-path"
