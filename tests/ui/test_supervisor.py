"""Tests the process behind the window, with small windows that lock, hang, crash and close."""

import subprocess
import sys

import pytest
from filelock import FileLock

from app import paths
from tests.ui import windows
from ui import handover, supervisor
from ui.handover import LOCKED, Handover, Word
from ui.supervisor import Supervisor

CLOSES = (windows.SHOWS, windows.ends())


class Court:
    """Windows that follow one another, each as the test wants it; keeps what each was left."""

    def __init__(self, folder):
        self.folder, self.begun = folder, 0

    def __call__(self, *each, first=None):
        wanted = list(each)

        def start():
            takes = windows.TAKES.format(file=str(self.folder / f"left-{self.begun}"))
            lines = wanted[self.begun] if self.begun < len(wanted) else CLOSES
            self.begun += 1
            return windows.window(takes, *lines)

        return Supervisor(start).run(first)

    def left(self, number):
        return handover.left((self.folder / f"left-{number}").read_text(encoding="utf-8"))


@pytest.fixture
def court(tmp_path):
    return Court(tmp_path)


def test_a_window_that_is_closed_ends_the_program(court):
    assert court(CLOSES) == 0
    assert (court.begun, court.left(0)) == (1, Handover())


def test_a_window_that_locks_is_followed_by_one_that_is_left_what_it_left(court):
    assert court(windows.locks(), windows.locks(), CLOSES) == 0

    assert court.begun == 3
    assert court.left(1) == court.left(2) == windows.LEFT


def test_the_next_window_is_loaded_before_it_is_wanted_and_only_once(court):
    opened = (windows.SHOWS, windows.says(Word.OPENED), windows.says(Word.OPENED), *CLOSES[1:])

    assert court(opened) == 0

    assert court.begun == 2  # and the one that waited has ended, or the test would not


def test_a_window_that_hangs_while_it_locks_is_ended_and_the_next_one_says_so(court, monkeypatch):
    monkeypatch.setattr(supervisor, "TO_LOCK", 0.2)
    hangs = (windows.SHOWS, windows.LOCKS, windows.HANGS)

    assert court(hangs, CLOSES) == 0

    assert court.left(1).sample == windows.LEFT.sample
    assert "was not finished in time" in court.left(1).told


def test_a_window_that_holds_what_was_typed_gets_more_time(court, monkeypatch):
    monkeypatch.setattr(supervisor, "TO_LOCK", 0.2)
    waits = "import time; time.sleep(1)"
    holds = (windows.SHOWS, windows.LOCKS, windows.says(Word.HELD), waits, windows.ends(LOCKED))

    assert court(holds, CLOSES, CLOSES) == 0

    assert court.left(2) == windows.LEFT  # the second one had been loaded too early, and was ended


def test_a_window_to_which_somebody_came_back_is_waited_for_without_end(court, monkeypatch):
    monkeypatch.setattr(supervisor, "TO_LOCK", 0.2)
    waits = "import time; time.sleep(1)"
    stays = (windows.SHOWS, windows.LOCKS, windows.says(Word.HELD), windows.says(Word.RESUMED))

    assert court((*stays, waits, windows.ends())) == 0

    assert not (court.folder / "left-2").exists()


def test_after_a_crash_the_next_window_says_so_and_after_three_it_starts_plainly(court, capsys):
    crashes = (windows.SHOWS, "import os; os.abort()")

    code = court(crashes, crashes, crashes, crashes)

    assert code == 1
    assert [court.left(n).safe for n in range(4)] == [False, False, False, True]
    assert "started again" in court.left(1).told
    assert "could not be started" in capsys.readouterr().err


def test_crashes_that_lie_far_apart_are_each_the_first(court, monkeypatch):
    monkeypatch.setattr(supervisor, "CLOSE_TOGETHER", 0.0)
    crashes = (windows.SHOWS, windows.ends(1))

    assert court(crashes, crashes, crashes, crashes, CLOSES) == 0

    assert not any(court.left(n).safe for n in range(5))


def test_a_window_that_nobody_ever_saw_is_not_tried_again(court, capsys):
    assert court((windows.ends(3),)) == 3

    assert court.begun == 1
    assert "faults" in capsys.readouterr().err


def test_words_that_are_off_are_refused_with_the_right_ones(capsys):
    assert supervisor.main(["other"]) == 2

    assert "milepost demo" in capsys.readouterr().err


def test_one_program_at_a_time_and_the_second_says_so(tmp_path, monkeypatch):
    took = tmp_path / "left"
    takes = windows.TAKES.format(file=str(took))
    monkeypatch.setattr(paths, "command_line", lambda *_words: [sys.executable, "-c", takes])

    assert supervisor.main([]) == 0
    first = handover.left(took.read_text(encoding="utf-8"))
    took.unlink()
    with FileLock(paths.state_folder() / supervisor.LOCK):
        assert supervisor.main(["demo"]) == 13

    assert (first.busy, handover.left(took.read_text(encoding="utf-8")).busy) == (False, True)


def test_an_interrupt_at_the_terminal_leaves_the_window_to_end_in_order(monkeypatch):
    def interrupted(_supervisor, _first=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(Supervisor, "run", interrupted)

    assert supervisor.main([]) == 130


def test_the_process_behind_the_window_loads_neither_qt_nor_the_database():
    words = "import sys, ui.supervisor; print({'PySide6', 'sqlalchemy'} & set(sys.modules))"

    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        check=True,
    )

    assert done.stdout.strip() == "set()"
