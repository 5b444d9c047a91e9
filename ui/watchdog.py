"""Notices whatever holds the window's thread longer than a person would not feel.

Used by every test of the window and by the bench; the window itself runs without it.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

LIMIT = 0.050


@dataclass(frozen=True)
class Held:
    """One event that took too long: who got it, what it was, by the wall and by the processor."""

    receiver: str
    event: str
    wall: float
    processor: float

    def __str__(self) -> str:
        spent = f"{self.wall * 1000:.0f} ms ({self.processor * 1000:.0f} ms of work)"
        return f"{self.receiver} held the window for {spent} on {self.event}"


class WatchedApplication(QApplication):
    """An application that times each event which reaches its thread's loop."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.held: list[Held] = []
        self._inside = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._inside:
            return super().notify(receiver, event)
        self._inside += 1
        wall, processor = time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self._inside -= 1
            spent = time.perf_counter() - wall
            if spent > LIMIT:
                self._record(receiver, event, spent, time.thread_time() - processor)

    def _record(self, receiver: QObject, event: QEvent, wall: float, processor: float) -> None:
        held = Held(type(receiver).__name__, event.type().name, wall, processor)
        self.held.append(held)
