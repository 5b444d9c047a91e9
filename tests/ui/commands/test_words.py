import subprocess
import sys

import pytest

from app import paths
from ui.commands import words
from ui.commands.table import COMMANDS


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["list"],
        ["list", "r.milepost"],
        ["list", "r.milepost", "--what", "hearings", "--as-of", "yesterday"],
        ["list", "r.milepost", "--what", "hearings", "--as-of", "20261124"],
        ["list", "r.milepost", "--wha", "hearings"],
        ["sample", "r.milepost", "--participants", "many"],
    ],
)
def test_words_that_are_off_are_refused_with_2(call, arguments: list[str]) -> None:
    answer = call(*arguments, "--json")

    assert answer.code == 2
    assert answer.shown["error"]["kind"] == "usage"


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        words.parse(COMMANDS, ["--help"])

    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(command.name in told for command in COMMANDS)


@pytest.mark.parametrize("day", ["2026-W01-1", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_no_court_has_is_refused(call, day: str) -> None:
    answer = call("list", "r.milepost", "--what", "hearings", "--as-of", day, "--json")

    assert answer.code == 2
    assert ".." not in answer.told


def test_a_reader_who_has_seen_enough_is_no_fault() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m app self-test --json | true; echo done', sys.executable],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        timeout=60,
        check=False,
    )

    assert "Traceback" not in done.stderr
