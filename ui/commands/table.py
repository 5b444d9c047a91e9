"""Every command as one row; the words of each stand with it."""

from collections.abc import Callable

from ui.commands import (
    benchmarks,
    checking,
    importing,
    listing,
    making,
    reporting,
    samples,
    self_test,
)
from ui.commands.words import Command

COMMANDS: tuple[Command, ...] = (
    making.COMMAND,
    samples.COMMAND,
    importing.COMMAND,
    listing.COMMAND,
    reporting.COMMAND,
    checking.CHECK,
    checking.AUDIT,
    benchmarks.COMMAND,
    self_test.COMMAND,
)


def _draw(_arguments: list[str]) -> int:
    """Be the carrying lane: facts on standard input, pages on standard output."""
    import sys  # noqa: PLC0415 - with the next one, for this word only

    from reports import lane  # noqa: PLC0415 - ReportLab takes a third of a second

    lane.serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


# Words the program says to itself; no person needs them.
HIDDEN: dict[str, Callable[[list[str]], int]] = {
    "_draw": _draw,
    "_sample-reports": samples.write_reports,
}
