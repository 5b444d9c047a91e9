"""A good file that nobody entered is found by its head, and believed only by its manifest."""

import hashlib
import os
import shutil
import signal
from pathlib import Path

import pytest
from sqlalchemy import select

from app.backup import carrying, container, making, overview, rereading, strays, writing
from app.vault import record
from app.vault.unlock import Secret
from models.backup import Backup
from tests.conftest import MOMENT, PASSPHRASE


@pytest.fixture
def stick(tmp_path_factory):
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def head(kept, stick):
    """What a backup on the stick says of itself."""
    shutil.copy(kept.path, stick / kept.path.name)
    return container.layout_of(kept.path).head


def found(stick, head, *unknown, branch=None):
    known_as = branch or head.branch
    return list(strays.found_in(stick, head.record_id, known_as, frozenset(unknown)))


def test_a_whole_file_with_an_unknown_number_is_found_once(kept, stick, head):
    shutil.copy(kept.path, stick / "a-copy-of-it.milebak")

    (stray,) = found(stick, head, head.seq, 99)

    assert (stray.seq, stray.file, stray.size) == (head.seq, kept.path.name, kept.made.size)


def test_known_numbers_and_other_branches_are_left_alone(stick, head):
    assert found(stick, head) == []
    assert found(stick, head, 99) == []
    assert found(stick, head, head.seq, branch="bb" * 16) == []


def test_a_damaged_copy_does_not_hide_the_whole_one(kept, stick, head):
    data = bytearray(kept.path.read_bytes())
    data[-200] ^= 1
    (stick / "z.milebak").write_bytes(bytes(data))

    assert [stray.file for stray in found(stick, head, head.seq)] == [kept.path.name]


def test_a_drive_that_gives_other_bytes_than_the_memory_holds_no_backup(stick, head, monkeypatch):
    monkeypatch.setattr(rereading, "_digest", lambda _descriptor, _tell: bytes(32))

    assert found(stick, head, head.seq) == []


def test_only_what_the_backup_key_opens_is_ours(kept, stick, head):
    seen = found(stick, head, head.seq)

    ((stray, manifest),) = strays.ours(seen, kept.keys.backup)

    assert stray is seen[0]
    assert (manifest.digest, manifest.audit_mark) == (kept.made.digest, kept.made.audit_mark)
    assert list(strays.ours(seen, bytes(32))) == []


def kept_rows(record):
    with record.desk.read() as session:
        return session.scalars(select(Backup).order_by(Backup.seq)).all()


CARRIES = {"here": lambda: writing.carry, "in a process": carrying.Carrier}


def named_and_killed(opened, stick):
    """Do everything but the entry, as a program that is killed right after the naming."""
    begun = making.begin(opened, stick, insists=True, tell=making.nothing)
    return making.carry(begun, writing.carry, making.nothing)


@pytest.mark.parametrize("carries", CARRIES)
def test_a_backup_that_nobody_could_enter_is_entered_with_the_next_one(opened, stick, carries):
    lost = named_and_killed(opened, stick)

    begun = making.begin(opened, stick, insists=True, tell=making.nothing)
    made = making.carry(begun, CARRIES[carries](), making.nothing)
    making.finish(opened, begun, made)

    first, second = kept_rows(opened)
    assert (first.file, first.size) == (lost.path.name, lost.path.stat().st_size)
    assert (first.audit_mark, first.digest, first.reread) == (
        lost.audit_mark, lost.digest, lost.reread,
    )  # fmt: skip
    assert (first.checked_at, second.checked_at) == (MOMENT, MOMENT)
    assert making.begin(opened, stick, insists=True, tell=making.nothing).numbered.unknown == set()


def test_a_program_killed_between_naming_and_entry_leaves_a_backup_that_is_listed(
    record_path, stick, moment
):
    secret = Secret(passphrase=PASSPHRASE)
    child = os.fork()
    if child == 0:
        making.finish = lambda *_told: os.kill(os.getpid(), signal.SIGKILL)
        making.backup(record.open_record(record_path, secret), stick)
        os._exit(1)
    _child, status = os.waitpid(child, 0)

    found = record.open_record(record_path, secret)
    making.backup(found, stick)
    with found.desk.read() as session:
        lines = overview.of(session, MOMENT).lines
    found.close()

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert [line.file for line in lines] == sorted(names(stick), reverse=True)
    assert len(lines) == 2


def names(folder):
    return [path.name for path in folder.iterdir()]


def damage(path):
    data = bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(bytes(data))


def forge(path):
    """Write another manifest and put the SHA-256 right, as somebody without the keys can."""
    data = bytearray(path.read_bytes())
    data[len(container.layout_of(path).start) + 40] ^= 1
    body = bytes(data[: -container.FOOT_BYTES])
    path.write_bytes(body + hashlib.sha256(body).digest() + bytes(data[-32:]))


@pytest.mark.parametrize("spoil", [damage, forge, Path.unlink])
def test_what_is_not_whole_or_not_ours_is_not_entered(opened, stick, spoil):
    spoil(named_and_killed(opened, stick).path)

    making.backup(opened, stick)

    first, second = kept_rows(opened)
    assert (first.file, first.checked_at, second.checked_at) == (None, None, MOMENT)


def test_one_that_stands_in_another_place_is_not_entered_for_this_one(opened, stick, tmp_path):
    named_and_killed(opened, stick)
    (tmp_path / "other").mkdir()

    making.backup(opened, tmp_path / "other")

    assert [row.checked_at for row in kept_rows(opened)] == [None, MOMENT]
