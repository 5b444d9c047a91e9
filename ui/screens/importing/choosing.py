"""Where an import begins: a file that is chosen, or dropped on the page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.wording import say
from ui import actions, dialogs, theme
from ui.actions import Action
from ui.dialogs import FileWanted
from ui.widgets.labels import label, picture

CHOOSE = Action("choose-file", "Ctrl+O", "folder-open")
MIDDLE = Qt.AlignmentFlag.AlignCenter


class ChooseCard(QFrame):
    """What can be brought in, in words, and the one button that chooses it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[dressed.space("l")] * 4)
        column.setSpacing(dressed.space("s"))
        self.button = actions.button(CHOOSE, self.choose, look="primary")
        self.state = label("", "quiet")
        column.addStretch(1)
        column.addWidget(picture("file-input", "accent", "icon_figure"), 0, MIDDLE)
        column.addWidget(label(say("importing.drop"), "title"), 0, MIDDLE)
        for key in ("importing.drop.what", "importing.drop.rows"):
            told = label(say(key), "quiet", wraps=True)
            told.setAlignment(MIDDLE)
            column.addWidget(told)
        column.addWidget(self.button, 0, MIDDLE)
        column.addWidget(self.state, 0, MIDDLE)
        self.state.hide()
        column.addStretch(2)

    def choose(self) -> None:
        """Let somebody choose a file."""
        wanted = FileWanted(say("importing.choose.title"), say("importing.choose.kind"))
        dialogs.choose_file(self, wanted, self.chosen.emit)

    def work(self, words: str) -> None:
        """Say what is being done, during which no other file is taken."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.button.setEnabled(not words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = self._dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.chosen.emit(file)

    def _dropped(self, event: QDropEvent) -> Path | None:
        """Return the one file that is dropped; several at once could not be told apart."""
        urls = event.mimeData().urls()
        local = len(urls) == 1 and urls[0].isLocalFile() and self.button.isEnabled()
        return Path(urls[0].toLocalFile()) if local else None
