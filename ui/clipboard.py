"""What was copied here leaves the clipboard again: after half a minute, or at a lock."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 30_000  # milliseconds


class OwnClipboard(QObject):
    """Clears what this window has put into the clipboard, and nothing of another program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.clear)
        self._board.dataChanged.connect(self._heed)

    def clear(self) -> None:
        """Clear what is ours; what was copied elsewhere since stays."""
        self._timer.stop()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._is_ours(mode):
                self._board.clear(mode)

    def _heed(self) -> None:
        if self._is_ours(QClipboard.Mode.Clipboard) and self._board.text():
            self._timer.start()  # anew with each copy
        else:
            self._timer.stop()

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._board.supportsSelection() and self._board.ownsSelection()
        return self._board.ownsClipboard()
