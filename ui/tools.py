"""What the pages of an open record work with, in one place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app import settings
from app.desk import Desk
from app.vault.record import Record
from reports.lane import Lane
from ui.backups import Backups
from ui.machine import Machine


@dataclass(frozen=True)
class Tools:
    """What screens work with: the open record, the lane that draws, this computer."""

    record: Record
    lane: Lane
    machine: Machine = field(default_factory=lambda: Machine(settings.load()))
    closed: Callable[[str], None] = lambda _told: None  # the record was closed, and why
    restore: Callable[[Any], None] = lambda _frame: None  # a backup is to take the record's place

    @property
    def desk(self) -> Desk:
        """The desk of the record: all that most screens need of it."""
        return self.record.desk

    def let_go(self) -> bool:
        """Let go of all that works on the record; whether a backup was called off with it."""
        calls_off = self.backups.work.is_running
        self.backups.stop()
        self.lane.close()
        return calls_off

    @cached_property
    def backups(self) -> Backups:
        """The backups of the record, and the one that is on its way, whatever page is shown."""
        return Backups(self.record, self.machine)
