"""Every row of the torture, in the order of the list of what is tested."""

from tests.torture import backups, messages, sheets

ROWS = (*backups.ROWS, *messages.ROWS, *sheets.ROWS)
