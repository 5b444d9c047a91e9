"""Whatever stands in the place of a file of ours: a sentence with code 14, and nothing changed."""

import os
import shutil
from pathlib import Path

import pytest

from app.backup import in_the_way, making, restoring, verifying
from app.vault.files import Files
from app.vault.unlock import Secret
from models.errors import NoSpace, NoSuchThing, WrongSecret
from tests.conftest import PASSPHRASE

RIGHT, WRONG = Secret(passphrase=PASSPHRASE), Secret(passphrase="nobody would ever guess this one")
KINDS = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "loop": lambda path: path.symlink_to(path),
    "device": lambda path: path.symlink_to("/dev/zero"),
}
PARTS = (
    "record", "key", "spare_key", "state", "lock", "log", "shared", "next_record", "next_key",
    "next_state", "swap",
)  # fmt: skip
ENDINGS = (".key.new", ".swap.new", ".key.next.new", ".milepost.next-journal")


def put(path, kind):
    path.unlink(missing_ok=True)
    KINDS[kind](path)


def seen(folder):
    """Return what stands in a folder, without waiting for what is no file."""
    return {
        path.name: path.read_bytes() if path.is_file() else path.lstat().st_mode
        for path in folder.iterdir()
    }


def beside(files):
    parts = [getattr(files, part) for part in PARTS]
    return [*parts, *(files.record.with_name(files.record.stem + ending) for ending in ENDINGS)]


@pytest.fixture
def files(kept, tmp_path):
    (tmp_path / "court").mkdir()
    return Files(Path(shutil.copytree(kept.record.parent, tmp_path / "court", dirs_exist_ok=True))
                 / kept.record.name)  # fmt: skip


# Of the record itself a link that leads elsewhere says where the record is.
TRIED = [
    (number, kind)
    for number in range(len(PARTS) + len(ENDINGS))
    for kind in KINDS
    if (number, kind) != (0, "device")
]


@pytest.mark.parametrize(("number", "kind"), TRIED)
def test_nothing_is_restored_over_what_is_no_file(kept, files, kind, number):
    part = beside(files)[number]
    put(part, kind)
    before = seen(part.parent)

    with pytest.raises(NoSpace) as refused:
        restoring.restore(kept.path, files.record, RIGHT)

    assert (refused.value.key, refused.value.code) == ("space.in-the-way", 14)
    assert seen(part.parent) == before


def test_a_wrong_passphrase_is_told_before_what_stands_in_the_way(kept, files):
    put(files.key, "pipe")

    with pytest.raises(WrongSecret):
        restoring.restore(kept.path, files.record, WRONG)


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_that_is_no_file_is_no_such_file(kept, files, kind):
    put(kept.path, kind)

    for call in (
        lambda: restoring.restore(kept.path, files.record, RIGHT),
        lambda: verifying.verify(kept.path, RIGHT),
        lambda: verifying.verify(kept.path),
    ):
        with pytest.raises(NoSuchThing) as refused:
            call()
        assert refused.value.key == "file.missing"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(4))
def test_a_snapshot_is_never_written_into_what_is_no_file(opened, tmp_path, kind, number):
    part = opened.files.snapshots[number]
    (tmp_path / "stick").mkdir()
    put(part, kind)

    if kind == "folder":
        with pytest.raises(NoSpace, match=r"^space\.in-the-way$"):
            making.backup(opened, tmp_path / "stick")
    else:
        making.backup(opened, tmp_path / "stick")

    assert part.is_dir() == (kind == "folder")
    assert not part.is_symlink()


def test_a_record_in_order_has_nothing_in_its_way(files):
    assert not in_the_way.is_there(files)
