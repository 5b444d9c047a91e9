"""Showing once more that the record is one's own to open: the passphrase, or the sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.vault.unlock import SHEET_HOLDER, Secret
from app.wording import say
from ui import actions, theme
from ui.actions import Action
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.question import Question
from ui.widgets.sheet_field import SheetField

OTHER = Action("other-secret", "", "key-round")
LEFT = Qt.AlignmentFlag.AlignLeft


class OwnSecret(QWidget):
    """One question, answered with the passphrase of whoever is at work, or with the sheet.

    `words` is the part of the catalogue that asks; without a `holder` anybody's passphrase will do.
    """

    def __init__(self, holder: str, words: str = "holders.own") -> None:
        super().__init__()
        self._holder = holder
        self.passphrase, self.sheet = PassphraseField(), SheetField()
        self.rows = {
            "passphrase": Question(
                say(words, name=holder), self.passphrase, say(f"{words}.help")
            ),
            "sheet": Question(
                say(f"{words}.sheet"), self.sheet, say(f"{words}.sheet.help"),
                field=self.sheet.fields[0],
            ),
        }  # fmt: skip
        self.sheet.mistaken.connect(self.rows["sheet"].tell)
        self.other: QPushButton = actions.button(OTHER, self._turn, look="flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("s"))
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.other, 0, LEFT)
        self._by_sheet = holder == SHEET_HOLDER
        self.other.setHidden(self._by_sheet)
        self._show()

    @property
    def row(self) -> Question:
        return self.rows["sheet" if self._by_sheet else "passphrase"]

    def secret(self) -> Secret:
        """Return what was typed."""
        if self._by_sheet:
            return Secret(sheet=self.sheet.text())
        return Secret(passphrase=self.passphrase.text(), holder=self._holder or None)

    def focus_first(self) -> None:
        self.row.field.setFocus()

    def tell(self, mistake: str, group: object = None) -> None:
        """Say beside the field what is wrong; `group` is the one of the sheet that has it."""
        self.row.tell(mistake)
        if mistake and self._by_sheet and isinstance(group, int):
            self.sheet.point_at(group)
        elif mistake:
            self.focus_first()
            self.passphrase.selectAll()

    def _turn(self) -> None:
        self._by_sheet = not self._by_sheet
        self._show()
        self.focus_first()

    def _show(self) -> None:
        self.rows["sheet"].setVisible(self._by_sheet)
        self.rows["passphrase"].setHidden(self._by_sheet)
        words = say("holders.by-passphrase" if self._by_sheet else "holders.by-sheet")
        self.other.setText(words)
        self.other.setAccessibleName(words)
