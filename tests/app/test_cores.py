"""Tests that a process of ours leaves nothing of its memory to anybody."""

import subprocess
import sys

import pytest

from app import cores, paths

LOOK = """
import ctypes, resource
from app import cores
cores.off()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word for it")
def test_a_process_leaves_no_core_and_nobody_else_reads_its_memory():
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        check=True,
    )

    assert done.stdout.split() == ["0", "0"]


def test_a_system_without_core_dumps_needs_no_limit(monkeypatch):
    monkeypatch.setattr(cores, "resource", None)
    monkeypatch.setattr(cores.sys, "platform", "win32")

    assert cores.off() is None
