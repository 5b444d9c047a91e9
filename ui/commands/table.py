"""Every command as one row; the words of each stand with it."""

from ui.commands import (
    backing_up,
    benchmarks,
    checking,
    holders,
    importing,
    listing,
    making,
    recovering,
    replacing,
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
    backing_up.BACKUP,
    backing_up.VERIFY,
    backing_up.RESTORE,
    holders.COMMAND,
    recovering.COMMAND,
    replacing.COMMAND,
    checking.CHECK,
    checking.AUDIT,
    benchmarks.COMMAND,
    self_test.COMMAND,
)
