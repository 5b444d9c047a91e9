import errno
import os
import stat
from pathlib import Path

import pytest

from app.wording import say
from models.errors import BadInput, NoSpace, NoSuchThing
from reports import files


def failing(number: int):
    def fail(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_written_whole_and_for_its_owner_only(tmp_path):
    target = tmp_path / "report.pdf"

    files.write(target, b"page")

    assert target.read_bytes() == b"page"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    with pytest.raises(BadInput) as told:
        files.write(target, b"new")

    assert told.value.key == "files.exists"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_where_that_was_asked_for(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    files.write(target, b"new", overwrite=True)

    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_is_never_replaced(tmp_path, overwrite):
    with pytest.raises(BadInput):
        files.write(tmp_path, b"new", overwrite=overwrite)


def test_a_dangling_link_counts_as_a_file(tmp_path):
    target = tmp_path / "report.pdf"
    target.symlink_to(tmp_path / "nowhere")

    with pytest.raises(BadInput):
        files.write(target, b"new")

    assert not (tmp_path / "nowhere").exists()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(NoSuchThing) as told:
        files.write(tmp_path / "gone" / "report.pdf", b"page")

    assert told.value.key == "files.no-folder"
    assert told.value.facts["folder"] == str(tmp_path / "gone")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "files.full"),
        (errno.EDQUOT, "files.full"),
        (errno.EROFS, "files.read-only"),
        (errno.EACCES, "files.read-only"),
        (errno.EIO, "files.gone"),
        (errno.ENODEV, "files.gone"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_failing_drive_leaves_nothing_behind(tmp_path, monkeypatch, number, key, step):
    monkeypatch.setattr(os, step, failing(number))

    with pytest.raises(NoSpace) as told:
        files.write(tmp_path / "report.pdf", b"page")

    assert told.value.key == key
    assert list(tmp_path.iterdir()) == []


def test_a_name_taken_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "report.pdf"
    link = os.link

    def taken(partial, name):
        target.write_bytes(b"theirs")
        link(partial, name)

    monkeypatch.setattr(os, "link", taken)
    with pytest.raises(BadInput):
        files.write(target, b"ours")

    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_a_drive_without_second_names_takes_the_file_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", failing(errno.EPERM))

    files.write(tmp_path / "report.pdf", b"page")

    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_a_name_taken_on_a_drive_without_second_names_is_kept(tmp_path, monkeypatch):
    target = tmp_path / "report.pdf"

    def taken(*_):
        target.write_bytes(b"theirs")
        raise OSError(errno.EPERM, "no second names here")

    monkeypatch.setattr(os, "link", taken)
    with pytest.raises(BadInput):
        files.write(target, b"ours")

    assert target.read_bytes() == b"theirs"


def test_a_folder_that_cannot_be_settled_is_no_failure(tmp_path, monkeypatch):
    fsync = os.fsync

    def only_files(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not here")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    files.write(tmp_path / "report.pdf", b"page")

    assert (tmp_path / "report.pdf").read_bytes() == b"page"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_drive_that_goes_at_the_last_moment_is_told(tmp_path, monkeypatch, overwrite):
    fsync = os.fsync

    def only_files(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "gone")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    with pytest.raises(NoSpace) as told:
        files.write(tmp_path / "report.pdf", b"page", overwrite=overwrite)

    assert told.value.key == "files.gone"
    assert len(list(tmp_path.iterdir())) == (1 if overwrite else 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a drive that is always full")
def test_a_drive_that_is_really_full_says_so(tmp_path, monkeypatch):
    opened = os.open

    def always_full(path, flags, *rest, **named):
        return opened(
            "/dev/full" if flags & os.O_WRONLY else path, flags & ~os.O_EXCL, *rest, **named
        )

    monkeypatch.setattr(os, "open", always_full)
    with pytest.raises(NoSpace) as told:
        files.write(tmp_path / "report.pdf", b"page")

    assert told.value.key == "files.full"


@pytest.mark.parametrize("key", ["full", "read-only", "gone", "no-folder", "exists"])
def test_every_failure_says_what_to_do(key):
    sentence = say(f"files.{key}", file="report.pdf", folder="Documents")

    assert sentence.count(".") >= 2
    assert "{" not in sentence
