"""Tries what a failing drive, a full one and a cut-off swap leave of a record whose keys change."""

import os
import shutil
from functools import partial

import pytest

from app.vault import holders, key_file, record, replacing, swap
from app.vault.check import check
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models import engine as engines
from models.errors import Damaged, NoSpace, WrongSecret
from tests.app.vault.replaced import REPLACED, RUTH, THIRD, parts, people, replace
from tests.app.vault.steps import RIGHT
from tests.conftest import PASSPHRASE
from tests.makers import key_of, make_participant


@pytest.fixture
def filled(record_path):
    files = Files(record_path)
    found = record.open_record(files.record, RIGHT)
    make_participant(found.desk, "Quintana")
    holders.add(found, RIGHT, NewHolder("Otis", THIRD, cost=Cost()))
    found.close()
    return files


def test_where_nothing_could_be_kept_the_old_keys_go_on(filled):
    def fail(_path, _unlocked, _file):
        raise NoSpace("space.full")

    found = record.open_record(filled.record, RIGHT)
    before = parts(filled)
    wanted = replacing.plan(found, RIGHT, RUTH)
    with pytest.raises(NoSpace):
        replacing.carry_out(found, wanted, fail)
    after = parts(filled)
    make_participant(found.desk, "Tsosie")
    found.close()

    assert set(after) == set(before)
    assert check(filled.record, RIGHT).problems == []
    with pytest.raises(WrongSecret):
        record.open_record(filled.record, REPLACED)


@pytest.mark.parametrize("call", ["fsync", "replace", "unlink"])
def test_a_drive_that_fails_in_the_swap_leaves_one_of_both(filled, monkeypatch, call):
    """At whichever call it fails, what opens the record afterwards says what it said before."""
    told = people(filled, RIGHT)[0]
    opened, refusals = set(), 0
    kept = shutil.copytree(filled.record.parent, filled.record.parent / "kept")
    for number in range(0, 12, 3):
        for part in kept.iterdir():
            shutil.copy(part, filled.record.parent / part.name)
        with monkeypatch.context() as failing:
            _fail_at(failing, call, number)
            found = record.open_record(filled.record, Secret(passphrase=PASSPHRASE))
            wanted = replacing.plan(found, RIGHT, RUTH)
            refusals += _refused(partial(replacing.carry_out, found, wanted))
        found.close()
        secret = _whichever(filled)
        opened.add(secret.passphrase)
        assert people(filled, secret)[0] == told

    assert opened
    assert refusals > 0


armed: list[bool] = []


def _refused(work):
    """Return whether the failing drive stopped `work`."""
    armed.append(True)
    try:
        work()
    except (NoSpace, OSError):
        return True
    else:
        return False
    finally:
        armed.clear()


def _fail_at(monkeypatch, name, number):
    calls = iter(range(10_000))
    real = getattr(os, name)

    def call(*words, **named):
        if armed and next(calls) == number:
            raise OSError(5, "Input/output error")
        return real(*words, **named)

    monkeypatch.setattr(os, name, call)


def _whichever(files):
    try:
        record.open_record(files.record, RIGHT).close()
    except WrongSecret:
        return REPLACED
    return RIGHT


def test_a_drive_without_room_for_both_is_told_before_anything_is_written(filled, monkeypatch):
    found = record.open_record(filled.record, RIGHT)
    wanted = replacing.plan(found, RIGHT, RUTH)
    usage = shutil.disk_usage(filled.record.parent)

    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
        with pytest.raises(NoSpace):
            replacing.carry_out(found, wanted)

    assert not filled.next_record.exists()
    found.close()
    assert check(filled.record, RIGHT).problems == []


def test_a_record_with_a_damaged_page_keeps_its_keys(filled, made):
    connection = engines.connect(filled.record, key_of(made).record)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'note'"
    page = connection.execute(query).fetchone()[0]
    connection.close()
    data = bytearray(filled.record.read_bytes())
    data[page * 4096 - 3000] ^= 1
    filled.record.write_bytes(data)
    found = record.open_record(filled.record, RIGHT)

    wanted = replacing.plan(found, RIGHT, RUTH)
    with pytest.raises((Damaged, NoSpace)):
        replacing.carry_out(found, wanted)

    assert not found.closed
    assert not filled.next_record.exists()
    found.close()
    record.open_record(filled.record, RIGHT).close()


def test_a_swap_that_was_cut_off_is_finished_with_its_state(filled, monkeypatch):
    def cut_off(files):
        key_file.write_whole(files.swap, b"{}")
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(swap, "carry_out", cut_off)
        with pytest.raises(KeyboardInterrupt):
            replace(filled)

    assert people(filled, REPLACED)
    assert check(filled.record, REPLACED).problems == []
