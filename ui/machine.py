"""What this computer remembers between two starts, in one place: changed, kept, and told."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import settings
from app.settings import Settings
from ui import failures


class Machine(QObject):
    """Holds the settings of this computer; `changed` tells after each change that was kept."""

    changed = Signal(object)

    def __init__(self, kept: Settings, *, remembers: bool = True) -> None:
        super().__init__()
        self.settings = kept
        self._remembers = remembers

    def change(self, **changes: Any) -> None:
        """Change settings and keep them; a drive that takes nothing is told, and they hold on."""
        self.settings = replace(self.settings, **changes)
        if self._remembers:
            try:
                settings.save(self.settings)
            except OSError as error:
                failures.show(error)
        self.changed.emit(self.settings)

    def turn_names(self) -> None:
        """Show initials in place of names on this computer, or names again."""
        is_full = self.settings.names == settings.FULL
        names = settings.INITIALS if is_full else settings.FULL
        # In a turn of its own: every page is made anew.
        QTimer.singleShot(0, self, lambda: self.change(names=names))
