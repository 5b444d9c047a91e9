"""The table of backups: its columns, each described once."""

from app.backup.overview import BackupLine
from app.desk import Desk
from app.wording import say
from models.backup import Reread
from ui import backup_words
from ui.tables.rows import Cell, Column

WIDEST = 24_100_000


def columns(desk: Desk) -> tuple[Column[BackupLine], ...]:
    """Return the columns; days and times are those of the court."""
    today = desk.today()

    def made(line: BackupLine) -> Cell:
        return Cell(backup_words.made(desk.local(line.made_at), today))

    def proved(line: BackupLine) -> Cell:
        if line.proved_at is None:
            return Cell("", say("backups.proved.not-yet"))
        day = desk.local(line.proved_at).date()
        return Cell(backup_words.near(day, today), icon="badge-check", tone="good")

    return (
        Column(say("backups.column.no"), _number, Cell("188", strong=True)),
        Column(say("backups.column.made"), made, Cell("Wed\N{NO-BREAK SPACE}Nov 28, 12:48 PM")),
        Column(
            say("backups.column.where"),
            _place,
            Cell(say("backups.nowhere")),
            gives=True,
            fills=True,
        ),
        Column(say("backups.column.size"), _size, Cell(backup_words.size(WIDEST * 10))),
        Column(
            say("backups.column.checked"),
            _checked,
            Cell(say("backups.checked.same"), icon="circle-check"),
            gives=True,
        ),
        Column(say("backups.column.proved"), proved, Cell("Wed Nov 28", icon="badge-check")),
    )


def _number(line: BackupLine) -> Cell:
    return Cell(str(line.seq), strong=True)


def _place(line: BackupLine) -> Cell:
    return Cell(line.place) if line.place else Cell("", say("backups.nowhere"))


def _checked(line: BackupLine) -> Cell:
    """Return how a backup was read back when it was made."""
    if line.reread is Reread.CACHED:
        return Cell(say("backups.checked.cached"), icon="triangle-alert", tone="attention")
    return Cell(say("backups.checked.same"), icon="circle-check", tone="good")


def _size(line: BackupLine) -> Cell:
    return Cell(backup_words.size(line.size))
