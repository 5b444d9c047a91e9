#!/usr/bin/env python3
"""Sets the project up and runs its few words, so that a clone needs nothing but Python and git.

Standard library only. Every call first sees to what it needs: system libraries, the virtual
environment in `.venv` and the packages that installer/requirements.txt pins. When nothing has
changed this costs a few hundredths of a second.
"""

from __future__ import annotations  # so that an older Python gets as far as the sentence it needs

import hashlib
import os
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

from installer.system import (
    DRAWS,
    FREEZES,
    MAKES_VENV,
    OPENS_WINDOW,
    TESTS,
    TORTURES,
    call,
    has_display,
    stop,
    supply,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from installer.system import Need

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "installer" / "requirements.txt"
SAMPLE_REPORTS = Path("build", "sample-reports.pdf")
OLDEST_PYTHON = (3, 11)

CONTRACTS = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("contracts", ("-c", CONTRACTS)),
)


# The virtual environment


def set_up(needs: Sequence[Need]) -> None:
    """Make everything ready that the word about to run stands on."""
    if is_ready(VENV, REQUIREMENTS):
        supply(needs)
        return
    supply([*MAKES_VENV, *needs])
    make_environment(VENV, REQUIREMENTS)


def is_ready(venv: Path, requirements: Path) -> bool:
    """Return whether the set-up once ran to its end, with this Python and these pins."""
    return python_of(venv).exists() and stamp_in(venv) == stamp_for(requirements)


def make_environment(venv: Path, requirements: Path) -> None:
    """Make the environment anew; only when just the pins have changed, bring it up to date.

    The stamp goes first and comes back last, so a set-up that was cut off is done again whole.
    """
    started = time.monotonic()
    was = stamp_in(venv)
    stamp_file(venv).unlink(missing_ok=True)
    if not python_of(venv).exists() or was.split()[:1] != stamp_for(requirements).split()[:1]:
        tell("Making the virtual environment in .venv …")
        # Started from inside the old environment, the new one must not be made of it.
        base = getattr(sys, "_base_executable", sys.executable)
        if call([base, "-m", "venv", "--clear", str(venv)], stdout=sys.stderr):
            stop("The virtual environment could not be made; what Python said stands above.")
    tell("Installing the packages that installer/requirements.txt pins (a minute or two) …")
    pip = [str(python_of(venv)), "-m", "pip", "install", "--quiet", "--no-input"]
    pip += ["--disable-pip-version-check", "--require-hashes", "-r", str(requirements)]
    if call(pip, stdout=sys.stderr):
        stop(
            "pip could not install the packages; what it said stands above. Check that this "
            "machine has a network, or that `pip config list` names where packages are to be "
            "had, then run the same line again."
        )
    stamp_file(venv).write_text(stamp_for(requirements), encoding="utf-8")
    tell(f"Ready after {time.monotonic() - started:.0f} s.")


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_file(venv: Path) -> Path:
    return venv / "set-up-complete"


def stamp_in(venv: Path) -> str:
    try:
        return stamp_file(venv).read_text(encoding="utf-8")
    except OSError:
        return ""


def stamp_for(requirements: Path) -> str:
    pins = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"{sysconfig.get_python_version()} {pins}"


# Running what is set up


def python(*words: str) -> int:
    """Run the environment's Python in the project folder and return its exit code."""
    offscreen = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    return call([str(python_of(VENV)), *words], cwd=ROOT, env=offscreen)


def become_milepost(*words: str) -> int:
    """Give this process over to Milepost; the folder stays, so that file names mean what they say.

    `-P` keeps a folder called `app` in the person's own folder from being taken for ours.
    """
    command = [str(python_of(VENV)), "-P", "-m", "app", *words]
    if os.name == "nt":  # there, exec would give the console back before the program has ended
        return call(command, env=environment())
    return os.execve(command[0], command, environment())


def environment() -> dict[str, str]:
    search = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(search)}


def in_turn(steps: Sequence[tuple[str, Callable[[], int]]], *, to_the_end: bool) -> int:
    """Run named steps, say how long each took, and return the exit code of the first that failed.

    `to_the_end` runs the rest all the same, for steps that do not stand on one another.
    """
    failed, lines = 0, []
    for name, step in steps:
        tell(f"── {name}")
        started = time.monotonic()
        code = step()
        verdict = f"failed ({code})" if code else "passed"
        lines.append(f"   {name:<12}{verdict:<12}{time.monotonic() - started:7.1f} s")
        failed = failed or code
        if failed and not to_the_end:
            break
    tell("\n".join(lines))
    return failed


# The words


def run(words: Sequence[str]) -> int:
    """Open the window on the sample court; without a display, write its next progress reports."""
    if has_display(sys.platform, os.environ):
        set_up(OPENS_WINDOW)
        return become_milepost("demo", *words)
    tell("There is no display here, so the sample court's next reports are written instead.")
    set_up(())
    os.chdir(ROOT)
    SAMPLE_REPORTS.parent.mkdir(exist_ok=True)
    return become_milepost("_sample-reports", str(SAMPLE_REPORTS))


def test(words: Sequence[str]) -> int:
    """Check, test with coverage, freeze and try the frozen program; with words: just pytest."""
    set_up(TESTS)
    if words:
        return python("-m", "pytest", *words)
    steps = (
        ("check", check_all),
        (
            "tests",
            lambda: python(
                "-m", "pytest", "-n", "2", "--dist", "loadgroup", "--cov", "--cov-report=term"
            ),
        ),
        ("freeze", freeze_all),
    )
    return in_turn(steps, to_the_end=False)


def check(_words: Sequence[str]) -> int:
    """Check format, lint, types and import contracts."""
    set_up(())
    return check_all()


def check_all() -> int:
    steps = [(name, lambda words=words: python(*words)) for name, words in CHECKS]
    return in_turn(steps, to_the_end=True)


def freeze(_words: Sequence[str]) -> int:
    """Make the one-folder program and let it test itself."""
    set_up(FREEZES)
    return freeze_all()


def freeze_all() -> int:
    steps = (
        ("build", lambda: python("-m", "installer.build")),
        ("self-test", lambda: python("-m", "installer.smoke")),
    )
    return in_turn(steps, to_the_end=False)


def milepost(words: Sequence[str]) -> int:
    """Run Milepost's own command line: `milepost --help` lists its commands."""
    opens_window = not words or words[0] == "demo"
    measures_window = bool(words) and words[0] == "bench"
    set_up(OPENS_WINDOW if opens_window else DRAWS if measures_window else ())
    return become_milepost(*words)


def torture(words: Sequence[str]) -> int:
    """Kill, fill up, damage and pull at full numbers; with words such as R4, only those."""
    with_more = not words or any(word.startswith(("R2", "R8", "R9")) for word in words)
    set_up(TORTURES if with_more else ())
    return python("-m", "tests.torture", *words)


WORDS: dict[str, Callable[[Sequence[str]], int]] = {
    word.__name__: word for word in (run, test, check, freeze, milepost, torture)
}


def main(arguments: Sequence[str]) -> int:
    if sys.version_info[:2] < OLDEST_PYTHON:
        stop("Milepost needs Python 3.11 or newer; run dev.py with one, such as python3.11.")
    word = WORDS.get(arguments[0]) if arguments else None
    if word is None:
        lines = [f"  {name:<10}{(call.__doc__ or '').strip()}" for name, call in WORDS.items()]
        stop("\n".join(["python3 dev.py WORD, where WORD is one of:", *lines]))
    return word(arguments[1:])


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
