"""`python3 dev.py torture [R3 …]`: runs the rows at their full numbers, two at a time."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from app import paths
from tests.torture import results
from tests.torture.results import Shown
from tests.torture.row import Row
from tests.torture.rows import ROWS
from tests.torture.running import Run

SEED = 20261122
MINUTES = 180  # in all
WORKERS = 2
CANNOT = 2  # the exit code of what has to be put right outside the project
PATIENCE = 300  # seconds that one case may take beyond its row's time


def main(words: list[str]) -> int:
    given = _parsed(words)
    folder = paths.program_root() / "build" / "torture"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "lock", timeout=0):
            return _run(given, folder)
    except Timeout:
        print("Another run is at it; its progress must not be mixed with this one's.")  # noqa: T201
        return CANNOT


def _run(given: argparse.Namespace, folder: Path) -> int:
    rows = [row for row in ROWS if not given.rows or {row.name, row.key} & set(given.rows)]
    if given.again:
        for key in [key for row in rows for key in row.each]:
            (folder / f"{key}.jsonl").unlink(missing_ok=True)
    until = time.monotonic() + 60 * given.minutes
    run = Run(folder, given.seed, full=True, until=until)
    print(f"seed {given.seed}, kept in build/torture", flush=True)  # noqa: T201
    shown = []
    for each in _shown(run, rows, given.workers):
        shown.append(each)
        print(each.line(), flush=True)  # noqa: T201
        for wrong in each.tally.wrong[:10]:
            print(f"    {wrong}", flush=True)  # noqa: T201
        results.keep([each], ROWS, given.seed)
    return 0 if shown and all(each.is_good for each in shown) else 1


def _parsed(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("dev.py torture", description=__doc__)
    names = sorted({row.name for row in ROWS} | {row.key for row in ROWS})
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(names)}")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, default=MINUTES, help="for all rows together")
    parser.add_argument("--workers", type=int, choices=(1, 2), default=WORKERS)
    parser.add_argument("--again", action="store_true", help="forget what was done before")
    given = parser.parse_args(words)
    for name in set(given.rows) - set(names):
        parser.error(f"there is no row {name}; there are {', '.join(names)}")
    return given


def _shown(run: Run, rows: list[Row], workers: int) -> Iterator[Shown]:
    with ThreadPoolExecutor(workers) as pool:
        for row, missing in zip(rows, pool.map(partial(carry_out, run), rows), strict=True):
            if missing:
                print(f"{row.key:<18}not run: {missing}", flush=True)  # noqa: T201
            else:
                yield look(run, row)


def carry_out(run: Run, row: Row) -> str:
    """Run a row in a process of its own; return why it could not be run, nothing if it was."""
    missing = why_not(row)
    if missing:
        return missing
    minutes = max(0.0, run.until - time.monotonic()) / 60
    length = "full" if run.full else "short"
    words = [sys.executable, "-m", "tests.torture.running", row.key, str(run.folder)]
    words += [str(run.seed), length, str(minutes)]
    done = subprocess.run(
        [*(alone() if row.alone else ()), *words],
        cwd=paths.program_root(),
        env=_environment(run.folder),
        capture_output=True,
        text=True,
        timeout=60 * minutes + PATIENCE,
        check=False,
    )
    if done.returncode:
        raise ChildProcessError(row.key, done.stderr[-4000:])
    return ""


def look(run: Run, row: Row) -> Shown:
    """Return how far a row came."""
    tallies = [run.tally(key, series) for key, series in row.each.items()]
    return Shown(row, tallies[0], tallies[1] if len(tallies) > 1 else None)


def why_not(row: Row) -> str:
    """Return what this system lacks for a row, nothing where it lacks nothing."""
    lacking = [name for name in row.needs if shutil.which(name, path=_search()) is None]
    if lacking:
        return f"this system has no {' and no '.join(lacking)}"
    if (
        row.alone
        and subprocess.run([*alone(), "true"], check=False, capture_output=True).returncode
    ):
        return "this system gives no mounts of one's own"
    return ""


def alone() -> list[str]:
    """Return what starts a process with mounts of its own."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["unshare", "-m"] if is_root else ["unshare", "-Urm"]


def _environment(folder: Path) -> dict[str, str]:
    """Keep logs, settings and passing files of a run in its own folder."""
    state, passing = folder / "state", folder / "passing"
    for each in (state, passing):
        each.mkdir(exist_ok=True)
    own = {"MILEPOST_STATE": str(state), "TMPDIR": str(passing), "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own, "PATH": _search()}


def _search() -> str:
    """Return where programs are looked for: makers of file systems are not on everybody's path."""
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
