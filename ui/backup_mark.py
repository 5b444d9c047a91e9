"""The state of the last backup in a few words, on every page; it opens the page of backups."""

from PySide6.QtWidgets import QPushButton

from app import clock
from app.backup.overview import Freshness
from app.wording import say
from ui import backup_words, icons
from ui.backups import Backups


class BackupMark(QPushButton):
    """Quiet while the last backup is fresh; its words never say anything of a participant."""

    def __init__(self, zone: str, backups: Backups) -> None:
        super().__init__()
        self.setObjectName("backup-mark")
        self.setProperty("look", "flat")
        self.setAutoDefault(False)
        self._zone, self._backups = zone, backups
        self._words, self._folded = "", False
        self._look = ("hard-drive", "quiet")
        for told in (backups.known, backups.work.began, backups.work.made, backups.work.called_off):
            told.connect(self._tell)
        self._tell()

    def fold(self, *, folded: bool) -> None:
        """Show the mark alone, or with its words."""
        if folded != self._folded:
            self._folded = folded
            self._show()

    def _tell(self, _what: object = None) -> None:
        found = self._backups.overview
        self.setVisible(found is not None)
        if found is None:
            return
        made, today = found.state.made_at, clock.today(self._zone)
        local = clock.local(made, self._zone) if made is not None else None
        self._words = backup_words.last(local, today)
        tone = backup_words.TONES[found.state.freshness]
        fresh = found.state.freshness is Freshness.FRESH
        self._look = ("hard-drive", "quiet") if fresh else (backup_words.ICONS[tone], tone)
        if self._backups.work.is_running:
            self._words, self._look = say("backups.last.now"), ("hard-drive", "info")
        self._show()

    def _show(self) -> None:
        self.setText("" if self._folded else self._words)
        self.setAccessibleName(self._words or say("window.backups"))
        self.setToolTip(self._words)
        icons.sized(self._look[0], self, self._look[1])
