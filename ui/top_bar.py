"""The bar above every page: back, quick search, the state of the backup, hide and lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import actions, theme
from ui.backup_mark import BackupMark
from ui.backups import Backups
from ui.widgets.search_box import SearchBox


class TopBar(QWidget):
    """The same on every page; in a narrow window the backup is told by its mark alone."""

    back_wanted = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, zone: str, backups: Backups) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchBox("window.search", actions.FIND)
        self.back = actions.button(actions.BACK, self.back_wanted.emit, look="flat", words=False)
        self.backup = BackupMark(zone, backups)
        self.backup.clicked.connect(self.backups_wanted)
        self.hidden = actions.button(actions.HIDE, self.hide_wanted.emit, look="flat")
        self.lock = actions.button(actions.LOCK, self.lock_wanted.emit, look="flat")
        dressed = theme.current()
        self.setFixedHeight(dressed.size("top_bar"))
        line = QHBoxLayout(self)
        line.setContentsMargins(dressed.space("m"), 0, dressed.space("m"), 0)
        line.setSpacing(dressed.space("m"))
        self.search.setMaximumWidth(dressed.size("search"))
        line.addWidget(self.back)
        line.addWidget(self.search, 2)
        line.addStretch(1)
        for each in (self.backup, self.hidden, self.lock):
            line.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.backup.fold(folded=self.width() < theme.current().size("stacks_below"))
