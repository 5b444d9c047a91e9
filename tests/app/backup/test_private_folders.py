"""A folder of a trial is cleared, by its own program or by the next one, and no other ever is."""

import os
import signal
import stat
import subprocess
import sys
import tempfile

import pytest

from app import paths
from app.backup import private_folders
from app.backup.private_folders import PrivateFolder, private_folder

WORKING = """
from app.backup.private_folders import private_folder
import time
with private_folder() as folder:
    (folder / "trial.milepost").write_bytes(bytes(4096))
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def another_program():
    """Start another program that has a folder of its own."""
    words = [sys.executable, "-c", WORKING]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, cwd=paths.program_root())
    process.stdout.readline()
    return process


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def test_only_this_person_looks_in_and_nothing_is_left(temporary):
    with private_folder() as folder:
        (folder / "trial.milepost").touch()
        mode = folder.stat().st_mode

    assert stat.S_IMODE(mode) == 0o700
    assert list(temporary.iterdir()) == []


def test_a_folder_of_a_program_that_was_killed_is_swept_and_one_at_work_is_not(temporary):
    process = another_program()
    private_folders.sweep()
    there = [path.name for path in temporary.glob("*/trial.milepost")]

    kill(process)
    private_folders.sweep()

    assert there == ["trial.milepost"]
    assert list(temporary.iterdir()) == []


def test_the_next_trial_sweeps_what_a_killed_one_left(temporary):
    kill(another_program())

    with private_folder() as folder:
        left = [path for path in temporary.iterdir() if path.is_dir()]

    assert left == [folder]


def test_what_is_not_ours_is_left_alone(temporary, monkeypatch):
    (temporary / "milepost-private-00").mkdir()
    (temporary / "milepost-trial-x").mkdir()
    (temporary / "milepost-private-11.lock").symlink_to(temporary / "milepost-private-00")
    own = PrivateFolder()
    kill(another_program())
    before = sorted(temporary.iterdir())

    monkeypatch.setattr(os, "getuid", lambda: 12345)  # as seen by another person
    private_folders.sweep()
    assert sorted(temporary.iterdir()) == before
    monkeypatch.undo()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    private_folders.sweep()
    own.clear()

    names = {path.name for path in temporary.iterdir()}
    assert names == {"milepost-private-00", "milepost-trial-x", "milepost-private-11.lock"}


def test_what_cannot_be_cleared_is_tried_again(temporary, monkeypatch):
    folder = PrivateFolder()
    with monkeypatch.context() as patched:
        patched.setattr(private_folders.shutil, "rmtree", lambda *_path, **_words: None)
        folder.clear()
    left = folder.path.exists()

    private_folders.sweep()

    assert left
    assert list(temporary.iterdir()) == []
