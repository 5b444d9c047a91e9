"""A file is in hand as long as its process, and no longer."""

import os
import signal
import subprocess
import sys

from app import paths
from app.backup import in_hand

IN_HAND = "from app.backup import in_hand; from pathlib import Path; import sys, time\n"
IN_HAND += "with in_hand.taken(Path(sys.argv[1])): print('in hand', flush=True); time.sleep(60)"


def test_a_file_is_in_hand_while_somebody_works_on_it(tmp_path):
    path = tmp_path / "x.partial"
    path.touch()

    with in_hand.taken(path):
        assert in_hand.is_taken(path)
    assert not in_hand.is_taken(path)


def test_a_file_leaves_the_hand_with_its_process(tmp_path):
    path = tmp_path / "x.partial"
    path.touch()
    words = [sys.executable, "-c", IN_HAND, str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=paths.program_root()) as process:
        process.stdout.readline()
        assert in_hand.is_taken(path)

        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    assert not in_hand.is_taken(path)


def test_what_is_no_file_or_is_gone_is_in_nobodys_hand(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    for name in ("pipe", "loop", "gone"):
        assert not in_hand.is_taken(tmp_path / name)


def test_a_drive_that_knows_no_locks_does_without(tmp_path, monkeypatch):
    path = tmp_path / "x.partial"
    path.touch()

    def refuse(_descriptor, _words):
        raise OSError(95, "not supported")

    monkeypatch.setattr(in_hand.fcntl, "flock", refuse)
    with in_hand.taken(path):
        assert not in_hand.is_taken(path)
