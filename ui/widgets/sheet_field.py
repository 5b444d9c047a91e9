"""The six groups of a recovery sheet, typed one after the other or pasted whole."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from app.wording import say
from ui import failures, tasks, theme
from ui.widgets.labels import label

GROUPS = 6
LENGTH = 6
COLUMNS = 3


class GroupField(QLineEdit):
    """One group of the sheet; a paste of several groups is passed on."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


class SheetField(QWidget):
    """Six numbered fields that read as one text; a full group with a mistake is named at once."""

    returned = Signal()
    mistaken = Signal(str)  # the sentence about the first group with a mistake, or nothing

    def __init__(self) -> None:
        super().__init__()
        dressed = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(dressed.space("s"))
        grid.setVerticalSpacing(dressed.space("xs"))
        self.fields = [self._field(number) for number in range(GROUPS)]
        for number, field in enumerate(self.fields):
            row, column = divmod(number, COLUMNS)
            head = label(str(number + 1), "small")
            head.setBuddy(field)
            grid.addWidget(head, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
        self.setFocusProxy(self.fields[0])
        self._mistakes: dict[int, str] = {}

    def text(self) -> str:
        """Return the groups as a sheet numbers them."""
        lines = enumerate((field.text() for field in self.fields), start=1)
        return "\n".join(f"{number}  {group}" for number, group in lines)

    def clear(self) -> None:
        for field in self.fields:
            field.clear()

    def point_at(self, group: int) -> None:
        """Put the cursor into the group that has the mistake, counted from one."""
        self.fields[group - 1].setFocus()
        self.fields[group - 1].selectAll()

    def _field(self, number: int) -> GroupField:
        field = GroupField()
        field.setProperty("look", "group")
        field.setMaxLength(LENGTH + 2)  # a space or a dash does not matter
        field.setAccessibleName(say("window.unlock.group", number=number + 1))
        field.textEdited.connect(lambda text: self._go_on(number, text))
        field.pasted.connect(lambda text: self._spread(number, text))
        field.textChanged.connect(lambda text: self._look(number, text))
        field.returnPressed.connect(self.returned)
        return field

    def _go_on(self, number: int, text: str) -> None:
        if _is_full(text) and number + 1 < GROUPS:
            self.fields[number + 1].setFocus()

    def _look(self, number: int, text: str) -> None:
        """Look at a group that is full, away from the window: what checks it may be loading."""
        self._tell(number, "")
        if _is_full(text):
            tasks.run(
                lambda: _mistake_in(number + 1, text),
                owner=self,
                done=lambda told: self._take(number, text, told),
                failed=failures.show,
                lane=tasks.PAGES,
            )

    def _take(self, number: int, text: str, told: str) -> None:
        if self.fields[number].text() == text:
            self._tell(number, told)

    def _tell(self, number: int, told: str) -> None:
        before = self._mistakes.pop(number, "")
        if told:
            self._mistakes[number] = told
        self.fields[number].setAccessibleDescription(told)
        if told or before:
            self.mistaken.emit(self._mistakes[min(self._mistakes)] if self._mistakes else "")

    def _spread(self, number: int, text: str) -> None:
        words = [word for word in text.split() if len(word.replace("-", "")) == LENGTH]
        for field, word in zip(self.fields[number:], words or [text], strict=False):
            field.setText(word[: LENGTH + 2])
        self.fields[min(number + len(words), GROUPS) - 1].setFocus()


def _is_full(text: str) -> bool:
    return sum(character.isalnum() for character in text) == LENGTH


def _mistake_in(number: int, text: str) -> str:
    from app.errors import sentence  # noqa: PLC0415 - these load the database
    from app.vault import recovery  # noqa: PLC0415
    from models.errors import WrongSecret  # noqa: PLC0415

    try:
        recovery.refuse_mistyped(number, text)
    except WrongSecret as wrong:
        return sentence(wrong)
    return ""
