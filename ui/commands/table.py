"""Every command as one row; the words of each stand with it."""

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
