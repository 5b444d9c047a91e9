"""Reads the trail in short steps in the record lane, so that years of it hold up nobody."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app import trail_list
from app.desk import Desk
from app.trail_list import TrailPage, TrailRow, Wanted
from ui import tasks

# Milliseconds between two steps, in which the lane does what others have asked for.
PAUSE = 2

Rows = list[TrailRow]


class Reading:
    """One reading at a time; a new one, or `stop`, ends the one before without a word."""

    def __init__(self, desk: Desk, owner: QObject, failed: Callable[[Exception], None]) -> None:
        self._desk = desk
        self._owner = owner
        self._failed = failed
        self._turn = 0
        self._most = 0
        self._read = 0
        self._heard: Callable[[Rows, int | None, bool], None] = lambda _rows, _before, _done: None

    @property
    def is_on(self) -> bool:
        return self._turn % 2 == 1

    def begin(
        self,
        wanted: Wanted,
        most: int,
        heard: Callable[[Rows, int | None, bool], None],
        before: int | None = None,
    ) -> None:
        """Read at least `most` events older than `before`, or all there are.

        `heard` gets what each step has found, where to go on, and whether the reading is over.
        """
        self.stop()
        self._turn += 1
        self._most, self._read, self._heard = most, 0, heard
        self._step(self._turn, wanted, before)

    def stop(self) -> None:
        self._turn += self._turn % 2

    def _step(self, turn: int, wanted: Wanted, before: int | None) -> None:
        desk = self._desk

        def read() -> TrailPage:
            with desk.read() as session:
                return trail_list.page(session, wanted, zone=desk.zone, before=before)

        tasks.run(
            read,
            owner=self._owner,
            done=lambda page: self._take(turn, wanted, page) if turn == self._turn else None,
            failed=lambda error: self._fail(error) if turn == self._turn else None,
        )

    def _take(self, turn: int, wanted: Wanted, page: TrailPage) -> None:
        self._read += len(page.rows)
        done = page.before is None or self._read >= self._most
        if done:
            self.stop()
        self._heard(list(page.rows), page.before, done)
        if turn == self._turn:
            QTimer.singleShot(PAUSE, self._owner, lambda: self._go_on(turn, wanted, page.before))

    def _go_on(self, turn: int, wanted: Wanted, before: int | None) -> None:
        if turn == self._turn:
            self._step(turn, wanted, before)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self._failed(error)
