"""The record that this window has open, if any; everything that touches it runs in the record lane.

The database is loaded there too, behind the unlock page, so that the page is painted at once.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.desk import Desk
    from app.vault.record import Record

# Wrong tries that cost nothing, and the longest wait in seconds.
FREE_TRIES = 2
LONGEST_WAIT = 60


@dataclass(frozen=True, repr=False)
class Key:
    """What somebody typed to open the record: a passphrase with its holder, or a sheet."""

    holder: str | None = None
    passphrase: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Opened:
    """An open record, as far as the window needs it."""

    record: "Record" = field(repr=False)
    court: str

    @property
    def desk(self) -> "Desk":
        return self.record.desk

    @property
    def holder(self) -> str:
        return self.record.desk.holder

    @property
    def findings(self) -> tuple[str, ...]:
        return self.record.findings


@dataclass(frozen=True)
class Door:
    """What is known of a record before it is open: its key holders, and how long to wait."""

    holders: tuple[str, ...]
    wait: int


class Session(QObject):
    """Opens one record at a time, says so, and closes it in order."""

    opened = Signal(object)
    refused = Signal(object, int)
    closed = Signal()
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: Opened | None = None

    @property
    def is_open(self) -> bool:
        return self._open is not None

    @property
    def record(self) -> "Record | None":
        """The open record, if any."""
        return None if self._open is None else self._open.record

    def look(self, path: Path, *, done: "Callable[[Door], None]") -> None:
        """Find out who holds keys to the record at `path`, and load the database behind it."""
        tasks.run(lambda: door(path), owner=self, done=done, failed=self._refuse)

    def open(self, path: Path, key: Key) -> None:
        """Open the record; `opened` or `refused` tells how it went."""
        tasks.run(
            lambda: _opened(path, key),
            owner=self,
            done=self._keep,
            failed=lambda error: self._refuse(error, path),
        )

    def close(self) -> None:
        """Close the record after all that was asked for before; `closed` tells when."""
        if self._open is None:
            self.closed.emit()
            return
        record, self._open = self._open.record, None
        tasks.run(record.close, owner=self, done=lambda _done: self.closed.emit(), failed=self._end)

    def _keep(self, told: Opened) -> None:
        self._open = told
        # The desk announces in the record lane; the screens live in the main thread.
        told.desk.listen(lambda change: tasks.announce(lambda: self.changed.emit(change)))
        self.opened.emit(told)

    def _refuse(self, error: Exception, path: Path | None = None) -> None:
        self.refused.emit(error, wait_after(failed_tries(path)) if path else 0)

    def _end(self, error: Exception) -> None:
        self.refused.emit(error, 0)
        self.closed.emit()


def door(path: Path) -> Door:
    """Return who may open the record at `path`.

    Raises:
        NoSuchThing, Damaged: there is no record, or its key files cannot be used.
    """
    from app.vault import key_file  # noqa: PLC0415 - as the module says
    from app.vault.files import Files  # noqa: PLC0415
    from app.vault.record import settle  # noqa: PLC0415
    from models.errors import NoSuchThing  # noqa: PLC0415

    files = Files(path)
    settle(files)  # a restore that was cut off is finished before anybody is asked who they are
    if not path.is_file():
        raise NoSuchThing("record.missing")
    slots = key_file.read_either(files.key, files.spare_key).holders
    return Door(tuple(slot.name for slot in slots), wait_after(failed_tries(path)))


def failed_tries(path: Path) -> int:
    """Return how many unlocks have failed since the last one that did not."""
    from app.vault import state  # noqa: PLC0415 - as the module says
    from app.vault.files import Files  # noqa: PLC0415

    kept = state.read(Files(path).state)
    return kept.failed_unlocks if kept else 0


def wait_after(tries: int) -> int:
    """Return the seconds to wait: nothing for two slips, then 2, 4, 8 and so on up to 60."""
    if tries <= FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT, 2 ** min(tries - FREE_TRIES, 10)))


def refresh_standing(desk: "Desk") -> bool:
    """Bring the rows of lists up to today, once a day; True where some were of another day."""
    from app import standing  # noqa: PLC0415 - as the module says

    with desk.work() as session:
        return standing.refresh_all(session, today=desk.today())


def _opened(path: Path, key: Key) -> Opened:
    from app import court  # noqa: PLC0415 - as the module says
    from app.vault.record import open_record  # noqa: PLC0415
    from app.vault.unlock import Secret  # noqa: PLC0415

    record = open_record(path, Secret(key.passphrase, key.holder, key.sheet))
    try:
        with record.desk.read() as session:
            name = court.facts(session).name
    except BaseException:
        record.close()
        raise
    return Opened(record, name)
