"""Tries the set-up the way a newcomer meets it: a small clone of its own, and real processes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("dev.py", "installer/__init__.py", "installer/system.py")
SAYS_HOW_IT_WAS_CALLED = """\
import json, os, sys
print(json.dumps({"words": sys.argv[1:], "folder": os.getcwd()}))
raise SystemExit(17 if "missing" in sys.argv else 0)
"""
NOT_TO_BE_HAD = f"no-package-has-this-name==1.0 --hash=sha256:{'0' * 64}\n"


def make_clone(folder: Path) -> Path:
    for part in PARTS:
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, folder / part)
    (folder / "app").mkdir()
    (folder / "app" / "__main__.py").write_text(SAYS_HOW_IT_WAS_CALLED)
    (folder / "installer" / "requirements.txt").write_text("# nothing to install\n")
    return folder


def bare_environment(**more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, **more}


def call(
    clone: Path, *words: str, folder: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(clone / "dev.py"), *words],
        cwd=folder or clone,
        env=bare_environment(**more),
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
    )


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone whose set-up is done; tests that spoil theirs make their own."""
    clone = make_clone(tmp_path_factory.mktemp("clone"))
    assert call(clone, "milepost").returncode == 0
    return clone


def test_the_first_call_sets_up_and_runs_the_command(tmp_path):
    clone = make_clone(tmp_path)

    done = call(clone, "milepost", "list", "court.milepost", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["words"] == ["list", "court.milepost", "--json"]
    assert "Ready after" in done.stderr
    assert dev.is_ready(clone / ".venv", clone / "installer" / "requirements.txt")


def test_a_later_call_says_nothing_and_takes_under_three_tenths_of_a_second(ready):
    seconds = []
    for _ in range(5):
        started = time.monotonic()
        done = call(ready, "milepost", "list")
        seconds.append(time.monotonic() - started)

    assert done.stderr == ""
    assert min(seconds) < 0.3


def test_the_exit_code_of_the_command_is_passed_on(ready):
    assert call(ready, "milepost", "missing").returncode == 17


def test_file_names_keep_meaning_the_folder_one_stands_in(ready, tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__main__.py").write_text("raise SystemExit('the wrong app')")

    done = call(ready, "milepost", "list", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert Path(json.loads(done.stdout)["folder"]) == tmp_path


def test_without_a_display_run_says_so_and_writes_the_sample_reports(ready, tmp_path):
    done = call(ready, "run", folder=tmp_path)

    assert "no display" in done.stderr
    answer = json.loads(done.stdout)
    assert answer["words"] == ["_sample-reports", str(Path("build", "sample-reports.pdf"))]
    assert Path(answer["folder"]) == ready
    assert (ready / "build").is_dir()


def test_with_a_display_run_opens_the_window_on_the_sample_court(ready):
    done = call(ready, "run", DISPLAY=":0")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["words"] == ["demo"]


@pytest.mark.skipif(os.name == "nt", reason="process groups are ended another way there")
def test_a_set_up_that_was_killed_half_way_is_done_again(tmp_path):
    clone = make_clone(tmp_path)
    words = [sys.executable, str(clone / "dev.py"), "milepost"]
    with subprocess.Popen(
        words, env=bare_environment(), stderr=subprocess.DEVNULL, start_new_session=True
    ) as first:
        wait_for((clone / ".venv" / "pyvenv.cfg").exists)
        os.killpg(first.pid, signal.SIGKILL)

    done = call(clone, "milepost", "list")

    assert first.returncode == -signal.SIGKILL
    assert done.returncode == 0, done.stderr
    assert "Making the virtual environment" in done.stderr


def test_new_pins_are_installed_into_the_environment_that_is_there(tmp_path):
    clone = make_clone(tmp_path)
    call(clone, "milepost")
    witness = clone / ".venv" / "witness"
    witness.touch()
    (clone / "installer" / "requirements.txt").write_text("# still nothing\n")

    done = call(clone, "milepost")

    assert "Installing" in done.stderr
    assert "Making" not in done.stderr
    assert witness.exists()


def test_another_python_makes_the_environment_anew(tmp_path):
    clone = make_clone(tmp_path)
    call(clone, "milepost")
    stamp = dev.stamp_file(clone / ".venv")
    stamp.write_text(stamp.read_text().replace("3.", "2.", 1))

    done = call(clone, "milepost")

    assert "Making the virtual environment" in done.stderr


def test_packages_that_cannot_be_had_end_in_a_sentence_and_exit_code_2(tmp_path):
    clone = make_clone(tmp_path)
    (clone / "installer" / "requirements.txt").write_text(NOT_TO_BE_HAD)

    done = call(clone, "milepost", PIP_NO_INDEX="1", PIP_RETRIES="0")

    assert done.returncode == 2
    assert "pip could not install the packages" in done.stderr.splitlines()[-1]
    assert done.stdout == ""
    assert not dev.stamp_file(clone / ".venv").exists()


@pytest.mark.parametrize("words", [(), ("dance",)])
def test_a_word_that_does_not_exist_lists_those_that_do(ready, words):
    done = call(ready, *words)

    assert done.returncode == 2
    assert all(word in done.stderr for word in ("run", "test", "check", "freeze", "milepost"))


def test_an_older_python_is_told_which_one_to_use(monkeypatch, capsys):
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))

    with pytest.raises(SystemExit) as stopped:
        dev.main(["check"])

    assert stopped.value.code == 2
    assert "3.11" in capsys.readouterr().err


def test_steps_that_stand_alone_all_run_and_the_first_failure_counts(capsys):
    ran: list[str] = []

    code = dev.in_turn([step(ran, "a", 0), step(ran, "b", 3), step(ran, "c", 4)], to_the_end=True)

    assert code == 3
    assert ran == ["a", "b", "c"]
    assert "failed (4)" in capsys.readouterr().err


def test_steps_that_stand_on_one_another_end_at_the_first_failure():
    ran: list[str] = []

    code = dev.in_turn([step(ran, "a", 0), step(ran, "b", 3), step(ran, "c", 4)], to_the_end=False)

    assert code == 3
    assert ran == ["a", "b"]


def step(ran: list[str], name: str, code: int) -> tuple[str, Callable[[], int]]:
    def go() -> int:
        ran.append(name)
        return code

    return name, go


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)
