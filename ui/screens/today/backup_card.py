"""The card of Today that says how the last backup stands, with the one thing to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desk import Desk
from app.wording import say
from ui import actions, backup_words, icons, theme
from ui.backups import Backups
from ui.widgets.card import Card
from ui.widgets.labels import label, picture


class BackupCard(Card):
    """Offers the backup itself where its place is there, and else the page of backups."""

    opened = Signal()

    def __init__(self, desk: Desk, backups: Backups) -> None:
        super().__init__(say("today.backup"))
        self._desk, self._backups = desk, backups
        self.mark = picture("hard-drive", "quiet")
        self.title = label("", "strong", wraps=True)
        self.words = label("", "quiet", wraps=True)
        self.start = actions.button(actions.BACK_UP, backups.back_up, keys=False)
        self.open = actions.link(say("today.backup.open"), self.opened.emit)
        head, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("s"))
        # As high as a line of words, so that the icon stands in the middle of the first one.
        self.mark.setFixedHeight(theme.current().scaled(theme.TYPES["base"][1]))
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.title, 1)
        head.setLayout(line)
        self.add_padded(head, self.words, self.start, self.open)
        work = backups.work
        for told in (backups.known, work.began, work.made, work.called_off):
            told.connect(self._tell)
        self._placed = False

    def showEvent(self, event: QShowEvent) -> None:
        """Notice sticks as long as the card is to be seen."""
        super().showEvent(event)
        self._backups.watch.wake(awake=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._backups.rest()

    def stand(self) -> None:
        """Show itself from now on, because it has its place."""
        self._placed = True
        self._tell()

    def _tell(self, _what: object = None) -> None:
        found, running = self._backups.overview, self._backups.work.is_running
        if not self._placed or found is None:
            return
        self.show()
        made, place = found.state.made_at, self._backups.place
        local = self._desk.local(made) if made is not None else None
        self.title.setText(backup_words.last(local, self._desk.today()))
        self.words.setText(backup_words.state_line(found.state))
        tone = backup_words.TONES[found.state.freshness]
        self.mark.setPixmap(icons.pixmap(backup_words.ICONS[tone], tone))
        self.start.setVisible(place is not None and bool(found.state.changes) and not running)
        if place is not None:
            words = say("backups.to", place=place.label)
            self.start.setText(words)
            self.start.setAccessibleName(words)
        self.open.setVisible(self.start.isHidden())
