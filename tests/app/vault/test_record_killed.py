"""Tries kill -9 while somebody writes, through the real opening and the real desk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from models import engine as engines
from tests.app.vault.steps import WRITER, opened
from tests.makers import key_of


def test_a_program_killed_while_it_writes_loses_nothing_that_it_acknowledged(record_path, made):
    acknowledged, sheet = 0, " ".join(made.sheet.groups)

    for cycle in range(15):
        words = [sys.executable, "-c", WRITER, str(record_path), sheet, str(acknowledged + 1)]
        writer = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert writer.stdout.readline() == "ready\n"
        for _ in range(cycle % 7):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        told = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        engine = engines.connect(record_path, key_of(made).record)
        names = [int(row[0]) for row in engine.execute("SELECT name FROM provider ORDER BY id")]
        engine.close()
        assert names == list(range(1, len(names) + 1))
        assert len(names) >= (int(told[-1]) if told else acknowledged)
        acknowledged = len(names)

    assert acknowledged >= 15
    assert set(opened(record_path).findings) <= {"seal"}
    assert Path(record_path).exists()
