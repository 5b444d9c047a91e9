"""Tests one window as a process: told, heard, ended."""

import time

import pytest

from tests.ui import windows
from ui.handover import Handover, Word


def test_a_window_is_told_and_heard_to_its_end(tmp_path):
    took = tmp_path / "left"
    child = windows.window(
        windows.TAKES.format(file=str(took)), "print('a library says this')", windows.SHOWS
    )

    child.show(Handover("Locked."))

    assert child.hear(None).word is Word.SHOWN
    assert child.hear(None) is None
    assert child.end(None) == 0
    assert "Locked." in took.read_text(encoding="utf-8")


def test_a_window_that_hangs_is_killed_when_its_time_is_over():
    child = windows.window(windows.SHOWS, windows.HANGS)
    assert child.hear(None).word is Word.SHOWN

    began = time.monotonic()
    assert child.hear(began + 0.1) is None
    code = child.end(began + 0.1)

    assert code < 0
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("length", [1, 1_000_000])
def test_a_window_that_ended_before_it_was_told_is_no_fault(length):
    child = windows.window(windows.ends(3))
    assert child.hear(None) is None

    child.show(Handover("x" * length))

    assert child.end(None) == 3
