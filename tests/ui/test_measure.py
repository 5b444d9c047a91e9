"""Tests the measuring of the real window: one line of numbers from a process of its own."""

import io
import json
import subprocess
import sys

import pytest

from tests.conftest import PASSPHRASE
from ui import measure

CALL = "import sys; from ui import measure; sys.exit(measure.main(sys.argv[1:]))"


def measured(path, passphrase: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-c", CALL, str(path)],
        input=passphrase.encode(),
        capture_output=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_start_unlock_and_keystrokes_are_measured(sample_path):
    figures = measured(sample_path, PASSPHRASE + "\n")

    assert 0 < figures["start_to_unlock"] < 30
    assert figures["argon2"] > 0
    assert figures["people"] > 0
    assert len(figures["keystrokes_ms"]) == measure.KEYSTROKES
    assert isinstance(figures["held"], list)


def test_what_is_measured_is_the_window_itself(
    sample_path, qapp, dressed, monkeypatch, capsys, moment
):
    monkeypatch.setattr(measure.launch, "application", lambda _kind: qapp)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))

    assert measure.main([str(sample_path)]) == 0

    figures = json.loads(capsys.readouterr().out)
    assert len(figures["keystrokes_ms"]) == measure.KEYSTROKES
    assert figures["unlock_to_list"] > 0


def test_a_wrong_passphrase_is_told_as_that(sample_path, qapp, dressed, monkeypatch, capsys):
    monkeypatch.setattr(measure.launch, "application", lambda _kind: qapp)
    monkeypatch.setattr("sys.stdin", io.StringIO("not the one"))

    assert measure.main([str(sample_path)]) == 0

    assert json.loads(capsys.readouterr().out)["refused"] == "WrongSecret"


def test_a_system_that_does_not_say_when_a_process_began_counts_from_here(monkeypatch):
    monkeypatch.setattr(measure.Path, "exists", lambda _path: False)

    assert measure.seconds_since_start() == 0.0


def test_a_record_that_does_not_open_says_why(sample_path):
    assert measured(sample_path, "not the one")["refused"] == "WrongSecret"


def test_a_call_without_a_record_is_refused():
    assert measure.main([]) == measure.BAD_CALL


def test_the_age_of_the_process_is_known():
    assert 0 < measure.seconds_since_start() < 100_000


def test_what_never_comes_is_given_up(qapp, monkeypatch):
    monkeypatch.setattr(measure, "PATIENCE", 0.01)

    with pytest.raises(TimeoutError):
        measure._until(lambda: False)
