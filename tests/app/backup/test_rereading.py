import hashlib
import os
import sys
from pathlib import Path

import pytest

from app.backup import rereading
from models.backup import Reread

DATA = bytes(range(256)) * 20000 + b"and a tail that fills no block"


@pytest.fixture
def path(tmp_path):
    (tmp_path / "x.partial").write_bytes(DATA)
    return tmp_path / "x.partial"


def test_a_file_is_read_back_whole_whatever_its_length(path):
    told = []

    digest, reread = rereading.digest_of(path, told.append)

    assert digest == hashlib.sha256(DATA).digest()
    assert isinstance(reread, Reread)
    assert told[-1] == len(DATA)
    assert told == sorted(told)


def test_an_empty_file_has_the_digest_of_nothing(tmp_path):
    (tmp_path / "empty").touch()

    digest, _reread = rereading.digest_of(tmp_path / "empty", lambda _done: None)

    assert digest == hashlib.sha256(b"").digest()


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no drive that is memory")  # noqa: S108
def test_what_a_drive_of_memory_gives_back_is_not_said_to_come_from_a_drive(path):
    held = Path("/dev/shm") / f"milepost-{os.getpid()}"  # noqa: S108
    try:
        held.write_bytes(DATA)
        digest, reread = rereading.digest_of(held, lambda _done: None)
    finally:
        held.unlink()

    assert digest == hashlib.sha256(DATA).digest()
    assert reread is Reread.CACHED


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what it still holds")
def test_where_nothing_goes_past_the_memory_it_is_asked_to_forget(path, monkeypatch):
    monkeypatch.delattr(os, "O_DIRECT")

    digest, reread = rereading.digest_of(path, lambda _done: None)

    assert digest == hashlib.sha256(DATA).digest()
    assert reread in {Reread.DROPPED, Reread.CACHED}


def test_where_nobody_can_tell_it_may_have_come_from_memory(path, monkeypatch):
    for name in ("O_DIRECT", "preadv", "readv"):
        monkeypatch.delattr(os, name, raising=False)

    digest, reread = rereading.digest_of(path, lambda _done: None)

    assert digest == hashlib.sha256(DATA).digest()
    assert reread is Reread.CACHED
