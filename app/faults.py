"""A report of a fault of ours: where it happened, and nothing of what was being worked on."""

import traceback
from pathlib import Path

import app
from app import clock, paths


def write(error: BaseException) -> Path:
    """Write a report with types, modules and lines, and return where it is.

    No values: the text of an error can hold what somebody typed.
    """
    moment = clock.now()
    folder = paths.state_folder() / "faults"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{moment:%Y%m%d-%H%M%S-%f}.txt"
    target.write_text(told(error, moment.isoformat()), encoding="utf-8")
    return target


def told(error: BaseException, when: str) -> str:
    """Return the report as text."""
    lines = [f"Milepost {app.__version__}", when, type(error).__name__]
    lines += [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join(lines) + "\n"
