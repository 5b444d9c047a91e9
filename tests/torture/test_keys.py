"""The short form of killing changes of keys: a few moments of each, and a control that fails."""

import json
import subprocess
import sys

import pytest

from app import paths
from app.vault import record
from app.vault.unlock import Secret
from reports import recovery_sheet
from tests.makers import make_participant
from tests.torture import keys


@pytest.fixture
def folder(record_path, made):
    """A closed record with three people, its sheet beside it."""
    found = record.open_record(record_path, Secret(passphrase=keys.OLD))
    for last in ("Begaye", "Quintana", "Tsosie"):
        make_participant(found.desk, last)
    found.close()
    sheet = record_path.with_name("sheet.txt")
    sheet.write_text(recovery_sheet.text(made.sheet), encoding="utf-8")
    return record_path.parent


def run(folder, action, *more):
    words = [sys.executable, "-m", "tests.torture.keys", folder, action, *more]
    done = subprocess.run(
        [str(word) for word in words],
        cwd=paths.program_root(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("action", "more"),
    [
        ("passphrase", ("--step", "4", "--first", "1")),
        ("recover", ("--step", "5", "--first", "2")),
        ("replace-keys", ("--step", "8", "--first", "3")),
        ("passphrase", ("--step", "200", "--first", "111", "--kind", "call")),
    ],
)
def test_a_change_of_keys_killed_at_any_moment_leaves_the_old_or_the_new(folder, action, more):
    told = run(folder, action, *more)

    assert len(told) > 3
    assert {each["opened"] for each in told} == {"old", "new"}
    assert [each for each in told if each["wrong"]] == []


def test_a_swap_without_a_marker_loses_the_record_as_it_must(folder):
    told = run(folder, "carelessly", "--first", "27", "--step", "2")

    assert "neither" in {each["opened"] for each in told}
