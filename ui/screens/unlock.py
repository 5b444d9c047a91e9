"""The page before the record is open: who, the passphrase, or the way out with the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import app
from app.wording import say
from ui import actions, theme
from ui.widgets.boxes import ChoiceBox
from ui.widgets.labels import (
    centred,
    key_cap,
    label,
    marked,
    picture,
    rule,
    scrolled,
    with_icon,
)
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.sheet_field import SheetField

SECOND = 1000
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class UnlockScreen(QWidget):
    """One column, one primary button, and no participant's name anywhere."""

    passphrase_given = Signal(str, str)
    sheet_given = Signal(str)
    other_wanted = Signal()
    restore_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, *, court: str | None, holders: Sequence[str], told: str = "") -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.holder = ChoiceBox()
        self.passphrase = PassphraseField()
        self.sheet = SheetField()
        self.mistake = label("", "problem", wraps=True)
        self.caps = with_icon("triangle-alert", say("window.unlock.caps"), "", "attention")
        self.unlock, self._words = _primary()
        self._busy = False
        self._seconds = 0
        self._clock = QTimer(self)
        self._clock.setInterval(SECOND)
        self._clock.timeout.connect(self._tick)
        self._build(court, told)
        self.show_holders(holders)
        self._connect()

    @property
    def waits(self) -> int:
        """How many seconds remain before the next try."""
        return self._seconds

    @property
    def by_sheet(self) -> bool:
        return not self._ways[1].isHidden()

    def show_holders(self, names: Sequence[str], chosen: str | None = None) -> None:
        """Offer the key holders by name; the one chosen before stays chosen."""
        wished = chosen or self.holder.currentText()
        if list(names) == [self.holder.itemText(n) for n in range(self.holder.count())]:
            names = ()
        if names:
            self.holder.clear()
            self.holder.addItems(list(names))
        if wished and self.holder.findText(wished) >= 0:
            self.holder.setCurrentText(wished)

    def refuse(self, sentence: str, wait: int = 0, group: int | None = None) -> None:
        """Say beside the field why the record did not open, and let the person try again."""
        self._busy = False
        self._say(sentence)
        self._seconds = wait
        if wait:
            self._clock.start()
        self._show_state()
        if not self.by_sheet:
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        elif group:
            self.sheet.point_at(group)

    def stand_alone(self) -> None:
        """Offer the passphrase and no other way: the record behind the page is still open."""
        for link in (self.switch, self.other, self.restore):
            link.hide()

    def ask_for_sheet(self) -> None:
        """Ask for the sheet and for nothing else, because no passphrase can open the record."""
        if not self.by_sheet:
            self._switch()
        self.switch.hide()

    def focus_first(self) -> None:
        (self.sheet if self.by_sheet else self.passphrase).setFocus()

    def _build(self, court: str | None, told: str) -> None:
        dressed = theme.current()
        page = scrolled(self)
        page.setContentsMargins(*[dressed.space("xl")] * 4)
        page.addStretch(3)
        page.addWidget(_name(), 0, Qt.AlignmentFlag.AlignCenter)
        self.court = label(court or "", "large")
        page.addWidget(self.court, 0, Qt.AlignmentFlag.AlignCenter)
        page.addSpacing(dressed.space("xl"))
        page.addLayout(centred(self._card()))
        page.addSpacing(dressed.space("l"))
        self.told = label(told, "", wraps=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page.addWidget(self.told)
        page.addStretch(4)
        page.addLayout(self._foot())

    def _card(self) -> QFrame:
        dressed = theme.current()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(dressed.size("unlock_card"))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("s"))
        self._ways = (self._by_passphrase(), self._by_sheet())
        for way in self._ways:
            column.addWidget(way)
        self._ways[1].hide()
        self._refused = marked(self.mistake)
        column.addWidget(self._refused)
        column.addSpacing(dressed.space("xs"))
        column.addWidget(self.unlock)
        column.addSpacing(dressed.space("m"))
        column.addWidget(rule())
        column.addSpacing(dressed.space("xs"))
        self.switch = actions.link(say("window.unlock.lost"), self._switch, icon="key-round")
        self.help = actions.link(say("window.unlock.help"), self.help_wanted.emit, icon="book-open")
        for link in (self.switch, self.help):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._refused.hide()
        self.caps.hide()
        return card

    def _by_passphrase(self) -> QWidget:
        self.holder.setAccessibleName(say("window.unlock.holder"))
        return _fields(
            (say("window.unlock.holder"), self.holder),
            (say("window.unlock.passphrase"), self.passphrase),
            ("", self.caps),
        )

    def _by_sheet(self) -> QWidget:
        told = label(say("window.unlock.sheet.help"), "quiet", wraps=True)
        return _fields(("", told), (say("window.unlock.sheet"), self.sheet))

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.other = actions.link(say("window.unlock.other"), self.other_wanted.emit)
        line.addWidget(self.other)
        self.restore = actions.link(say("window.unlock.restore"), self.restore_wanted.emit)
        line.addSpacing(theme.current().space("xl"))
        line.addWidget(self.restore)
        line.addStretch(1)
        line.addWidget(label(say("window.version", version=app.__version__), "small"))
        line.addSpacing(theme.current().space("xl"))
        line.addWidget(label(say("window.offline"), "small"))
        return line

    def _connect(self) -> None:
        self.passphrase.caps_lock.connect(self.caps.setVisible)
        self.passphrase.returnPressed.connect(self._try)
        self.sheet.returned.connect(self._try)
        self.sheet.mistaken.connect(self._say)
        self.unlock.clicked.connect(self._try)

    def _try(self) -> None:
        if self._busy or self._seconds:
            return
        if not self.by_sheet and not self.passphrase.text():
            self._say(say("window.unlock.empty"))
            return
        self._busy = True
        self._say("")
        self._show_state()
        if self.by_sheet:
            self.sheet_given.emit(self.sheet.text())
        else:
            self.passphrase.hide_again()
            self.passphrase_given.emit(self.holder.currentText(), self.passphrase.text())

    def _switch(self) -> None:
        for way in self._ways:
            way.setVisible(way.isHidden())
        self.switch.setText(say("window.unlock.back" if self.by_sheet else "window.unlock.lost"))
        self._say("")
        self.focus_first()

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._clock.stop()
        self._show_state()

    def _say(self, sentence: str) -> None:
        self.mistake.setText(sentence)
        self._refused.setVisible(bool(sentence))

    def _show_state(self) -> None:
        text = say("window.action.unlock")
        if self._busy:
            text = say("window.unlock.busy")
        elif self._seconds:
            text = say("window.unlock.wait", n=self._seconds)
        self.unlock.setAccessibleName(text)
        self._words.setText(text)
        self.unlock.setEnabled(not self._busy and not self._seconds)
        for field in self._open_to_all():
            field.setEnabled(not self._busy)

    def _open_to_all(self) -> tuple[QWidget, ...]:
        links = (self.switch, self.other, self.restore)
        return (self.holder, self.passphrase, self.sheet, *links)


def _name() -> QWidget:
    dressed = theme.current()
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(dressed.space("m"))
    line.addWidget(picture("signpost", "accent", "icon_figure"))
    line.addWidget(label(say("window.name"), "figure"))
    return row


def _primary() -> tuple[QPushButton, QLabel]:
    button = QPushButton()
    button.setProperty("look", "primary")
    button.setAccessibleName(say("window.action.unlock"))
    line = QHBoxLayout(button)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    words = label(say("window.action.unlock"))
    words.setProperty("look", "on-accent")
    line.addWidget(words)
    line.addWidget(key_cap(say("window.key.enter"), "on_accent"), 0, MIDDLE)
    line.addStretch(1)
    return button, words


def _fields(*rows: tuple[str, QWidget]) -> QWidget:
    dressed = theme.current()
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(dressed.space("xs"))
    for name, field in rows:
        if name:
            head = label(name, "field")
            head.setBuddy(field)
            column.addWidget(head)
        column.addWidget(field)
        if field is not rows[-1][1]:
            column.addSpacing(dressed.space("s"))
    column.addStretch(1)
    return part
