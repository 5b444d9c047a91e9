"""Tries every moment at which putting a record in another one's place can be cut off."""

import errno
import os

import pytest

from app.vault import swap
from app.vault.files import Files
from models.errors import NoSpace

OLD, NEW = b"the record of before", b"the record of now"
STEPS = ("unlink", "replace", "fsync")


class CutOffError(Exception):
    """The moment at which the power goes."""


@pytest.fixture
def files(tmp_path):
    """A record with a log, and another one that stands ready."""
    files = Files(tmp_path / "court.milepost")
    for part in (files.record, files.key, files.spare_key, files.state, files.log, files.shared):
        part.write_bytes(OLD)
    for part in (files.next_record, files.next_key):
        part.write_bytes(NEW)
    return files


def cut_off_at(monkeypatch, moment):
    """Let the power go at the given call that changes something on the drive."""
    calls = iter(range(1000))

    def counted(call):
        def step(*given, **named):
            if next(calls) == moment:
                raise CutOffError
            return call(*given, **named)

        return step

    for name in STEPS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))


def is_old(files):
    parts = (files.record, files.key, files.spare_key, files.state, files.log)
    return all(part.read_bytes() == OLD for part in parts)


def is_new(files):
    whole = all(part.read_bytes() == NEW for part in (files.record, files.key, files.spare_key))
    return whole and not any(part.exists() for part in (files.state, files.log, files.shared))


def leftovers(files):
    return [part for part in (files.next_record, files.next_key, files.swap) if part.exists()]


def test_the_new_record_takes_the_place_of_the_old_one_without_its_log_and_state(files):
    swap.carry_out(files)

    assert is_new(files)
    assert leftovers(files) == []


def test_what_never_became_a_swap_is_cleared_away(files):
    finished = swap.finish(files)

    assert not finished
    assert is_old(files)
    assert leftovers(files) == []


@pytest.mark.parametrize("moment", range(20))
def test_a_swap_cut_off_at_any_moment_is_the_old_record_or_the_new_one(files, monkeypatch, moment):
    with monkeypatch.context() as cut:
        cut_off_at(cut, moment)
        try:
            swap.carry_out(files)
        except CutOffError:
            begun = files.swap.exists()
        else:
            begun = None

    finished = swap.finish(files)

    assert finished is bool(begun)
    assert is_old(files) if begun is False and not is_new(files) else is_new(files)
    assert leftovers(files) == []


def test_a_swap_on_a_bare_place_is_finished(files):
    files.swap.write_text("{}")
    for part in (files.record, files.key, files.spare_key, files.log):
        part.unlink()

    assert swap.finish(files)
    assert is_new(files)


def test_a_state_that_stands_ready_goes_with_the_new_record(files):
    files.next_state.write_bytes(NEW)

    swap.carry_out(files)

    assert files.state.read_bytes() == NEW
    assert not files.next_state.exists()


def test_whatever_a_program_left_that_was_cut_off_is_cleared_away(files):
    for part in files.leftovers:
        part.write_bytes(NEW)

    assert not swap.finish(files)

    assert is_old(files)
    assert [part for part in files.leftovers if part.exists()] == []


def test_copies_of_the_earlier_record_get_their_names_when_the_new_one_counts(files):
    coming = [
        files.record.with_name(f"before-restore-20261122-131744-{name}.coming")
        for name in ("court.milepost", "court.milepost-wal", "court.key", "court.key.bak")
    ]
    other = files.record.with_name("before-restore-20261122-131744-other-court.milepost.coming")
    for part in (*coming, other):
        part.write_bytes(OLD)

    swap.carry_out(files)

    assert all(part.with_suffix("").read_bytes() == OLD for part in coming)
    assert not any(part.exists() for part in coming)
    assert other.exists()


def test_copies_of_the_earlier_record_go_where_it_stays(files):
    coming = files.record.with_name(f"before-restore-20261122-131744-{files.record.name}.coming")
    coming.write_bytes(OLD)

    swap.finish(files)

    assert is_old(files)
    assert not coming.exists()


@pytest.mark.parametrize("sign", ["-journal", "-wal", "nothing in it"])
def test_a_copy_from_before_an_upgrade_that_was_cut_off_goes(files, sign):
    half = files.record.with_name("court-before-upgrade-0001-20261122-131951.milepost")
    whole = files.record.with_name("court-before-upgrade-0001-20261121-131951.milepost")
    whole.write_bytes(OLD)
    half.write_bytes(b"" if sign == "nothing in it" else OLD)
    if sign.startswith("-"):
        half.with_name(half.name + sign).write_bytes(OLD)

    swap.finish(files)

    assert list(files.record.parent.glob("*before-upgrade*")) == [whole]


@pytest.mark.parametrize("part", ["key", "state", "lock"])
def test_a_copy_that_was_opened_as_a_record_is_left_alone(files, part):
    used = files.record.with_name("court-before-upgrade-0001-20261122-131951.milepost")
    log = used.with_name(used.name + "-wal")
    for each in (used, log, used.with_suffix(f".{part}")):
        each.write_bytes(OLD)

    swap.finish(files)

    assert used.exists()
    assert log.exists()


def test_a_drive_that_fails_behind_the_marker_is_told_as_a_step_that_is_left(files, monkeypatch):
    def broken(*_words, **_named):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(swap, "finish", broken)
        with pytest.raises(NoSpace) as told:
            swap.carry_out(files)

    assert told.value.key == "swap.later"
    assert swap.finish(files)
    assert is_new(files)
