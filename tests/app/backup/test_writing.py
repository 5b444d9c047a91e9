"""A backup on its way to a drive: whole under its name, or not there at all."""

import errno
import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.backup import drives, in_hand, thinning, writing
from app.backup.writing import Load, Stage
from models.backup import Reread
from models.errors import Damaged, NoSpace, NoSuchThing

BLOCKS = (b"a" * 70000, b"b" * 70000, b"c" * 512)
SIZE = sum(len(block) for block in BLOCKS)
NAME = "court-2026-11-23-1610-000007.milebak"


@pytest.fixture
def load(tmp_path):
    (tmp_path / "stick").mkdir()
    return Load(
        tmp_path / "stick", NAME, SIZE, bytes(16), "aa" * 16, 7, frozenset({1, 2, 3}), "UTC"
    )


def nothing(_stage, _done, _total):
    """Tell nobody."""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_stands_under_its_name_once_it_was_read_back(load):
    told = []

    carried = writing.carry(load, BLOCKS, lambda *step: told.append(step))

    assert carried.path.read_bytes() == b"".join(BLOCKS)
    assert names(load.folder) == [NAME]
    assert carried.gone == ()
    assert [stage for stage, _done, _total in told][:3] == [Stage.WRITE] * 3
    assert (Stage.REREAD, SIZE, SIZE) in told


def test_an_older_backup_is_never_written_over(load):
    (load.folder / NAME).write_bytes(b"an older one")

    carried = writing.carry(load, BLOCKS, nothing)

    assert carried.path.name == "court-2026-11-23-1610-000007-2.milebak"
    assert (load.folder / NAME).read_bytes() == b"an older one"
    assert writing.carry(load, BLOCKS, nothing).path.name.endswith("-3.milebak")


def test_a_name_that_another_program_is_about_to_take_is_left_to_it(load):
    theirs = load.folder / f"{NAME}.{'bb' * 4}.partial"
    theirs.write_bytes(b"nearly done")

    carried = writing.carry(load, BLOCKS, nothing)
    theirs.rename(load.folder / NAME)

    assert carried.path.name == "court-2026-11-23-1610-000007-2.milebak"
    assert carried.path.read_bytes() == b"".join(BLOCKS)


@pytest.mark.parametrize("turn", range(25))
def test_two_programs_at_once_never_take_the_same_name(load, turn):
    together = threading.Barrier(2)
    paths = []

    def carry(branch, data):
        def wait(stage, done, _total):
            if stage is Stage.REREAD and done == SIZE:
                together.wait(10)

        own = replace(load, branch=branch)
        blocks = (data * 70000, data * 70000, data * 512)
        paths.append((writing.carry(own, blocks, wait).path, data))

    each = [threading.Thread(target=carry, args=(letter * 32, letter.encode())) for letter in "ab"]
    for thread in each:
        thread.start()
    for thread in each:
        thread.join(30)

    assert len({path for path, _data in paths}) == 2
    assert all(path.read_bytes() == data * SIZE for path, data in paths)
    assert names(load.folder) == sorted(path.name for path, _data in paths)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_stands_in_the_way_of_a_backup_stays_and_is_gone_around(load, make):
    for number in ("", "-2"):
        make(load.folder / NAME.replace(".", f"{number}."))
    make(load.folder / f"{NAME}.{'aa' * 4}.partial")
    before = names(load.folder)

    carried = writing.carry(load, BLOCKS, nothing)

    assert carried.path.name == "court-2026-11-23-1610-000007-3.milebak"
    assert set(before) - set(names(load.folder)) <= {f"{NAME}.{'aa' * 4}.partial"}


def test_what_a_process_still_writes_is_not_swept_away(load):
    partial = load.folder / f"{NAME}.{'aa' * 4}.partial"
    partial.write_bytes(b"half")

    with in_hand.taken(partial):
        carried = writing.carry(load, BLOCKS, nothing)
        assert partial.read_bytes() == b"half"
    writing.sweep(load.folder, load.branch)

    assert names(load.folder) == [carried.path.name]


def interrupted(error):
    yield BLOCKS[0]
    raise error


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.EIO, "gone"), NoSpace),
        (OSError(errno.ENODEV, "gone"), NoSpace),
        (OSError(errno.EACCES, "no"), OSError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_what_stops_half_way_leaves_nothing_that_looks_like_a_backup(load, error, raised):
    with pytest.raises(raised):
        writing.carry(load, interrupted(error), nothing)

    assert names(load.folder) == []


def test_a_drive_that_ends_half_way_leaves_nothing(load):
    with pytest.raises(Damaged):
        writing.carry(load, BLOCKS[:2], nothing)

    assert names(load.folder) == []


def test_a_drive_that_gives_back_something_else_has_no_backup(load):
    def forgets(stage, _done, _total):
        if stage is Stage.REREAD or (stage is Stage.WRITE and _done == SIZE):
            (path,) = load.folder.glob("*.partial")
            path.write_bytes(b"x" + path.read_bytes()[1:])

    with pytest.raises(Damaged) as refused:
        writing.carry(load, BLOCKS, forgets)

    assert refused.value.key == "backup.not-as-written"
    assert names(load.folder) == []


def test_a_folder_that_is_not_there_is_named(load):
    shutil.rmtree(load.folder)

    with pytest.raises(NoSuchThing) as refused:
        writing.carry(load, BLOCKS, nothing)

    assert refused.value.facts["folder"] == str(load.folder)


def test_too_little_room_is_told_before_anything_is_written(load):
    with pytest.raises(NoSpace) as refused:
        writing.refuse_small(load.folder, drives.free(load.folder) + 1)

    assert refused.value.key == "backup.no-room"
    assert refused.value.facts["needed"] * 1e6 > drives.free(load.folder)


def test_leftovers_of_the_same_branch_are_swept_away_and_nothing_of_others(load):
    ours = f"{NAME}.{'aa' * 4}.partial"
    others = [f"{NAME}.{'bb' * 4}.partial", "court-decision.pdf.partial", "court-2026.milebak"]
    for name in (ours, *others):
        (load.folder / name).touch()

    writing.sweep(load.folder, load.branch)

    assert names(load.folder) == sorted(others)


def test_only_this_person_may_read_a_backup(load):
    carried = writing.carry(load, BLOCKS, nothing)

    assert carried.path.stat().st_mode & 0o077 == 0


def test_older_backups_make_room_only_after_the_new_one_is_good(load, kept, monkeypatch):
    head = thinning.container.layout_of(kept.path).head
    for number in range(4):
        shutil.copy(kept.path, load.folder / f"kept-{number}.milebak")
    load = Load(**vars(load) | {"record_id": head.record_id, "branch": head.branch,
                                "good": frozenset({head.seq})})  # fmt: skip

    carried = writing.carry(load, BLOCKS, nothing)

    expected = () if carried.reread is Reread.CACHED else (head.seq,)
    assert carried.gone == expected
    assert len(names(load.folder)) == 5 - len(expected)


def test_what_may_stand_in_memory_only_takes_no_place(load, kept, monkeypatch):
    monkeypatch.delattr(os, "O_DIRECT", raising=False)
    monkeypatch.delattr(os, "preadv", raising=False)
    head = thinning.container.layout_of(kept.path).head
    for number in range(4):
        shutil.copy(kept.path, load.folder / f"kept-{number}.milebak")
    load = Load(**vars(load) | {"record_id": head.record_id, "branch": head.branch,
                                "good": frozenset({head.seq})})  # fmt: skip

    carried = writing.carry(load, BLOCKS, nothing)

    assert (carried.reread, carried.gone) == (Reread.CACHED, ())
    assert len(names(load.folder)) == 5
