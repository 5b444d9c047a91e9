"""What stands where there is nothing: an honest sentence, and the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label


class Empty(QWidget):
    """A sentence in the middle of an empty place."""

    def __init__(self) -> None:
        super().__init__()
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("m"))
        self._words = label("", "quiet", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action = QPushButton()
        self._call: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    @property
    def words(self) -> str:
        return self._words.text()

    def tell(self, words: str, action: str = "", call: Callable[[], object] | None = None) -> None:
        self._words.setText(words)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._call = call

    def _act(self) -> None:
        if self._call is not None:
            self._call()
