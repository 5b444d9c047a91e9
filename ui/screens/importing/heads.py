"""The columns of a file, each with what it is understood as, which a person can change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from app.importing import Table
from app.imports import headings
from app.imports.headings import Head
from app.imports.reading import Field
from app.wording import say
from ui import theme
from ui.widgets.boxes import ChoiceBox
from ui.widgets.card import Card
from ui.widgets.labels import Elided

# Boxes made in one turn of the loop, so that a file with a hundred columns holds nothing up.
A_TURN = 4
OUT = ""


class HeadsCard(Card):
    """One line a column; where the page is wide, two columns beside each other."""

    named = Signal(object)  # what somebody has made of the columns: the field by its place
    shown = Signal()

    def __init__(self) -> None:
        super().__init__(say("importing.heads"), say("importing.heads.aside"))
        self.boxes: dict[int, ColumnBox] = {}
        self._lines: list[QWidget] = []
        self._grid = QGridLayout()
        self._across = 2
        self._set_grid()

    def show_table(self, table: Table) -> None:
        """Show the columns of `table`, some a turn of the loop."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines, self.boxes = [], {}
        heads = headings.heads(table.sheet, table.columns)
        self._add(list(heads), table)

    def fold(self, *, narrow: bool) -> None:
        """Put all columns below one another where the page is narrow."""
        across = 1 if narrow else 2
        if across != self._across:
            self._across = across
            self._arrange()

    def fields(self) -> dict[int, str]:
        """Return which field each place is understood as; those left out are not among them."""
        return {place: box.field for place, box in self.boxes.items() if box.field != OUT}

    def _set_grid(self) -> None:
        dressed = theme.current()
        part = QWidget()
        self._grid.setContentsMargins(*[dressed.space("l")] * 4)
        self._grid.setHorizontalSpacing(dressed.space("xxl"))
        self._grid.setVerticalSpacing(dressed.space("s"))
        part.setLayout(self._grid)
        self.add(part)

    def _add(self, heads: list[Head], table: Table) -> None:
        for head in heads[:A_TURN]:
            box = ColumnBox(
                head.words, table.kind.fields, table.columns.fields.get(head.place, OUT)
            )
            box.changed.connect(lambda: self.named.emit(self.fields()))
            self.boxes[head.place] = box
            self._lines.append(_line(head, box))
        self._arrange()
        rest = heads[A_TURN:]
        if rest:
            # A table that was chosen meanwhile has lines of its own.
            lines = self._lines
            QTimer.singleShot(
                0, self, lambda: self._add(rest, table) if lines is self._lines else None
            )
        else:
            self.shown.emit()

    def _arrange(self) -> None:
        half = -(-len(self._lines) // self._across)
        for number, line in enumerate(self._lines):
            self._grid.addWidget(line, number % half, number // half)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._across else 0)


class ColumnBox(ChoiceBox):
    """What one column is understood as, chosen or found by typing."""

    changed = Signal()

    def __init__(self, heading: str, fields: Sequence[Field], field: str) -> None:
        super().__init__()
        self.setAccessibleName(say("importing.heads.as", heading=heading))
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.addItem(say("importing.heads.out"), OUT)
        for each in fields:
            self.addItem(each.label, each.name)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.field = field
        self._stand()
        self.activated.connect(lambda _at: self._settle())
        completer.activated.connect(lambda _words: self._settle())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel moves the page; it never changes what a column is

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Take what is typed where it is one of the words; else show again what it was."""
        at = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        before = self.field
        if at >= 0:
            self.field = str(self.itemData(at))
        self._stand()
        if self.field != before:
            self.changed.emit()

    def _stand(self) -> None:
        self.setCurrentIndex(self.findData(self.field))
        self.setEditText(self.itemText(self.currentIndex()))


def _line(head: Head, box: ColumnBox) -> QWidget:
    dressed = theme.current()
    line = QWidget()
    grid = QGridLayout(line)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(dressed.space("m"))
    words = QVBoxLayout()
    words.setSpacing(0)
    key = "importing.example" if head.example else "importing.example.none"
    name = Elided(head.words, "strong")
    name.setBuddy(box)
    words.addWidget(name)
    words.addWidget(Elided(say(key, text=head.example), "small"))
    grid.addLayout(words, 0, 0)
    grid.addWidget(box, 0, 1)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    return line
