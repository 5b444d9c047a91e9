"""The field for a passphrase: hidden until asked, and it notices Caps Lock before the mistake."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from app.wording import say
from ui import icons, theme


class PassphraseField(QLineEdit):
    """A line that shows dots; Show turns them into letters and back."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(say("window.unlock.passphrase"))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show = QToolButton(self)
        self._show.setObjectName("show")
        self._show.setCheckable(True)
        self._show.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._show.toggled.connect(self._toggle)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, theme.current().space("xs"), 0)
        line.addStretch(1)
        line.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        self._toggle(shown=False)
        # What is typed never runs under the button.
        self.setTextMargins(0, 0, self._show.sizeHint().width(), 0)

    @property
    def show_button(self) -> QToolButton:
        return self._show

    def hide_again(self) -> None:
        self._show.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        locked = caps_lock_of(event)
        if locked is not None:
            self.caps_lock.emit(locked)
        super().keyPressEvent(event)

    def _toggle(self, shown: bool) -> None:  # noqa: FBT001 - as Qt calls it
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        word = say("window.unlock.hide" if shown else "window.unlock.show")
        self._show.setText(word)
        self._show.setAccessibleName(say("window.unlock.show-passphrase"))
        icons.sized("eye-off" if shown else "eye", self._show, "quiet")


def caps_lock_of(event: QKeyEvent) -> bool | None:
    """Return whether Caps Lock is on, as far as one key can tell; None where it cannot.

    Qt does not say it: a letter that is large without Shift, or small with it, does.
    """
    text = event.text()
    if len(text) != 1 or not text.isalpha() or text.lower() == text.upper():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() is not shifted
