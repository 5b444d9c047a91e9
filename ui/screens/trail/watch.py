"""Verifies the trail behind the window's work: a few events a step, with a pause after each.

At every unlock what is new is verified, now and then everything. What is found is written into the
trail and told; nothing is found silently.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import trail_checks
from app.trail_walk import Walk
from app.vault.record import Record
from app.wording import say
from ui import tasks

# Milliseconds after the unlock: the first pages come first.
AFTER = 2000
# Milliseconds between two steps. Without them the interpreter would be kept from the window.
PAUSE = 4


class Watch(QObject):
    """One verification at a time; it ends with its owner, with `stop`, or at the newest event."""

    reached = Signal(int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, record: Record, parent: QObject) -> None:
        super().__init__(parent)
        self._record = record
        self._turn = 0
        self._is_on = False

    @property
    def is_on(self) -> bool:
        return self._is_on

    def begin(self, *, whole: bool) -> None:
        """Verify everything, or what is due."""
        self.stop()
        self._is_on = True
        desk, key = self._record.desk, self._record.unlocked.keys.audit

        def due() -> Walk:
            if whole:
                return Walk(key)
            with desk.read() as session:
                return trail_checks.due(session.connection(), key)

        self._run(due, self._step)

    def stop(self) -> None:
        self._turn += 1
        self._is_on = False

    def _step(self, walk: Walk) -> None:
        desk = self._record.desk

        def step() -> bool:
            with desk.read() as session:
                return walk.step(session.connection())

        self._run(step, lambda more: self._take(walk, more))

    def _take(self, walk: Walk, more: bool) -> None:  # noqa: FBT001 - the answer of the lane
        turn = self._turn
        self.reached.emit(walk.at.seq)
        if turn != self._turn:
            return
        if more:
            QTimer.singleShot(PAUSE, self, lambda: self._step(walk) if turn == self._turn else None)
            return
        desk = self._record.desk

        def keep() -> None:
            with desk.work() as session:
                trail_checks.keep(session, walk)

        self._run(keep, lambda _kept: self._end(walk))

    def _end(self, walk: Walk) -> None:
        self.stop()
        self.ended.emit(walk)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do one step in the record lane; what was stopped meanwhile tells nobody."""
        turn = self._turn
        tasks.run(
            work,
            owner=self,
            done=lambda value: done(value) if turn == self._turn else None,
            failed=lambda error: self._fail(error) if turn == self._turn else None,
        )

    def _fail(self, error: Exception) -> None:
        self.stop()
        # Behind a record that was closed meanwhile there is nobody left to tell.
        if not self._record.closed:
            self.failed.emit(error)


def follow(
    record: Record, owner: QObject, tell: Callable[[str], None], failed: Callable[[Exception], None]
) -> Watch:
    """Verify what is due once the first pages stand; `tell` gets a sentence only on a finding."""
    watch = Watch(record, owner)
    watch.ended.connect(lambda walk: tell(finding(walk)) if walk.problems else None)
    watch.failed.connect(failed)
    QTimer.singleShot(AFTER, watch, lambda: watch.begin(whole=False))
    return watch


def finding(walk: Walk) -> str:
    """Return in a sentence what is wrong with the trail."""
    first = walk.problems[0]
    told = say(f"trail.found.{first.kind}", seq=f"{first.seq:,}")
    return say("trail.broken", n=len(walk.problems), found=told)
