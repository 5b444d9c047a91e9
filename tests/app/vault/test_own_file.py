"""Tests what stands under the names of our files and is no file: refused in time, left as it is."""

import os
import stat

import pytest

from app.vault import own_file, record
from app.vault.files import Files
from app.vault.unlock import Secret
from models.errors import Damaged, NoSpace, Trouble
from reports import recovery_sheet
from tests.app.vault.steps import RIGHT, WRONG

THINGS = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
}
LOGS = ("log", "shared", "journal")
BESIDE = ("key", "spare_key", "state", *LOGS)


def put(part, thing):
    part.unlink(missing_ok=True)
    THINGS[thing](part)


def kind_of(part):
    return stat.S_IFMT(part.lstat().st_mode)


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_no_file_is_not_waited_for(tmp_path, thing):
    put(tmp_path / "part", thing)

    with pytest.raises(IsADirectoryError):
        own_file.opened(tmp_path / "part")
    with pytest.raises(IsADirectoryError):
        own_file.refuse_others(tmp_path / "missing", tmp_path / "part")


def test_a_file_is_read_and_a_missing_one_is_missing(tmp_path):
    (tmp_path / "part").write_bytes(b"ours")

    with own_file.opened(tmp_path / "part") as file:
        assert file.read() == b"ours"
    with pytest.raises(FileNotFoundError):
        own_file.opened(tmp_path / "missing")
    own_file.refuse_others(tmp_path / "part", tmp_path / "missing")


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", LOGS)
def test_beside_the_pages_it_is_told_after_the_passphrase_and_stays(record_path, name, thing):
    part = getattr(Files(record_path), name)
    put(part, thing)
    before = kind_of(part)

    with pytest.raises(Trouble) as wrong:
        record.open_record(record_path, WRONG)
    with pytest.raises(NoSpace) as told:
        record.open_record(record_path, RIGHT)

    assert wrong.value.code == 10
    assert told.value.key == "space.in-the-way"
    assert kind_of(part) == before


def came_to(path, secret):
    try:
        record.open_record(path, secret).close()
    except Trouble as trouble:
        return trouble.code
    return 0


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", BESIDE)
def test_whatever_is_in_the_way_an_opening_comes_to_an_end(record_path, made, name, thing):
    part = getattr(Files(record_path), name)
    put(part, thing)

    for secret in (RIGHT, Secret(sheet=recovery_sheet.text(made.sheet))):
        assert came_to(record_path, secret) in {0, 11, 14}

    if part.is_dir():
        part.rmdir()
    elif part.is_fifo() or part.is_symlink():
        part.unlink()
    record.open_record(record_path, RIGHT).close()


@pytest.mark.parametrize("thing", ["a pipe", "a device"])
def test_without_a_single_key_file_the_passphrase_opens_nothing(record_path, thing):
    for part in (Files(record_path).key, Files(record_path).spare_key):
        put(part, thing)

    with pytest.raises(Damaged):
        record.open_record(record_path, RIGHT)
