"""Words the program says to itself; no person needs them, and each loads only what it uses."""

import sys
from collections.abc import Callable


def _draw(_arguments: list[str]) -> int:
    """Be the carrying lane: facts on standard input, pages on standard output."""
    from reports import lane  # noqa: PLC0415

    lane.serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _carry(_arguments: list[str]) -> int:
    """Be the process that carries a backup to its drive."""
    from app.backup import carrying  # noqa: PLC0415

    carrying.serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _sample_reports(arguments: list[str]) -> int:
    """Write the next progress reports of the sample court, where there is no screen."""
    from ui.commands import samples  # noqa: PLC0415

    return samples.write_reports(arguments)


HIDDEN: dict[str, Callable[[list[str]], int]] = {
    "_carry": _carry,
    "_draw": _draw,
    "_sample-reports": _sample_reports,
}
