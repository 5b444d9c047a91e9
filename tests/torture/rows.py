"""Every row of the torture, in the order of the list of what is tested."""

from tests.torture import backups, deeds, messages, records, sheets

ROWS = (*deeds.ROWS, *backups.ROWS, *records.ROWS, *messages.ROWS, *sheets.ROWS)
