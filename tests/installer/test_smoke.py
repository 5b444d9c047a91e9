"""Tries that the frozen program is believed only when it says in so many words that all is well."""

import sys
from pathlib import Path

import pytest

from installer import smoke

ANSWERS = {
    "well": 'print(\'{"ok": true, "steps": []}\')',
    "not well": "print('{\"ok\": false}'); raise SystemExit(1)",
    "well, with exit code 1": "print('{\"ok\": true}'); raise SystemExit(1)",
    "silent": "",
    "broken off": "print('{\"ok\": tr')",
    "a list": "print('[]')",
}


def program(folder: Path, code: str) -> list[str]:
    script = folder / "program.py"
    script.write_text(code)
    return [sys.executable, str(script)]


@pytest.mark.parametrize("answer", ANSWERS)
def test_only_exit_code_0_with_ok_true_passes(tmp_path, capsys, answer):
    code = smoke.main(program(tmp_path, ANSWERS[answer]))

    assert (code == 0) is (answer == "well")
    assert ("passed" in capsys.readouterr().out) is (answer == "well")


def test_a_failure_shows_what_the_program_said(tmp_path):
    noisy = "import sys; print('no file 0001_first_record.py', file=sys.stderr); sys.exit(1)"

    problem = smoke.what_is_wrong(program(tmp_path, noisy))

    assert "exit code 1" in problem
    assert "no file 0001_first_record.py" in problem


def test_the_program_cannot_lean_on_the_checkout(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    looks = "import os; assert not os.environ.get('PYTHONPATH') and not os.listdir()"

    assert smoke.what_is_wrong(program(tmp_path, f"{looks}\n{ANSWERS['well']}")) == ""
