"""Questions asked several times: one framed line of fields a row, added and taken away by key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.answers import Option
from app.wording import say
from ui import icons, theme
from ui.forms.ask import Group
from ui.forms.inputs import Today, WordsInput
from ui.forms.row import Row, field_label
from ui.widgets import reading_order
from ui.widgets.labels import label

ACROSS = 2
MOST = 16_777_215  # as wide as Qt lets anything be


class GroupRows(QWidget):
    """The rows of one group; there is always one to type into."""

    edited = Signal()

    def __init__(self, group: Group, today: Today, lookups: Mapping[str, Sequence[Option]]) -> None:
        super().__init__()
        self.group = group
        self._today = today
        self._lookups = lookups
        self.lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space("m"))
        self._column.addWidget(label(say(f"form.group.{group.key}"), "field"))
        self.more = QPushButton(say(f"form.group.{group.key}.add"))
        self.more.setAccessibleName(self.more.text())
        self.more.setObjectName(f"add-{group.key}")
        self.more.setAutoDefault(False)
        icons.sized("plus", self.more)
        self.more.clicked.connect(self._add_by_hand)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add()

    def rows(self) -> list[dict[str, str]]:
        return [line.answers() for line in self.lines]

    def put(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Show `rows`, and one empty line where there is none."""
        while len(self.lines) > max(1, len(rows)):
            self._drop(self.lines[-1])
        while len(self.lines) < len(rows):
            self.add()
        for line, row in zip(self.lines, rows or [{}], strict=True):
            line.put(row)

    def tell(self, number: int, key: str, sentence: str) -> Row:
        row = self.lines[number].fields[key]
        row.tell(sentence)
        return row

    def forget_mistakes(self) -> None:
        for line in self.lines:
            for row in line.fields.values():
                row.tell("")

    def add(self) -> "Line":
        line = Line(self.group, len(self.lines) + 1, self._today, self._lookups)
        line.edited.connect(self.edited)
        line.dropped.connect(lambda: self._take_away(line))
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        reading_order.follow(self)
        return line

    def _add_by_hand(self) -> None:
        next(iter(self.add().fields.values())).focus()
        self.edited.emit()

    def _take_away(self, line: "Line") -> None:
        if len(self.lines) == 1:
            line.put({})
        else:
            self._drop(line)
        self.more.setFocus()
        self.edited.emit()

    def _drop(self, line: "Line") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.deleteLater()
        for number, each in enumerate(self.lines, start=1):
            each.number(number)


class Line(QFrame):
    """One row of a group."""

    edited = Signal()
    dropped = Signal()

    def __init__(
        self, group: Group, number: int, today: Today, lookups: Mapping[str, Sequence[Option]]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._group = group
        self._id = ""
        self.fields = {ask.key: Row(ask, today, lookups.get(ask.lookup, ())) for ask in group.asks}
        dressed = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(*[dressed.space("m")] * 4)
        grid.setHorizontalSpacing(dressed.space("l"))
        grid.setVerticalSpacing(dressed.space("m"))
        place = 0
        for row in self.fields.values():
            wide = isinstance(row.input, WordsInput)
            if wide:  # as wide as the two columns around it
                row.input.setMaximumWidth(MOST)
            place += place % ACROSS if wide else 0
            span = ACROSS if wide else 1
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(row, place // ACROSS, place % ACROSS, 1, span, top)
            place += ACROSS if wide else 1
            row.edited.connect(self.edited)
        self.drop = QPushButton()
        self.drop.setProperty("look", "chip")
        self.drop.setAutoDefault(False)
        icons.sized("x", self.drop)
        self.drop.clicked.connect(self.dropped)
        grid.addWidget(self.drop, 0, ACROSS, Qt.AlignmentFlag.AlignTop)
        for across in range(ACROSS):
            grid.setColumnStretch(across, 1)
        self.number(number)

    def number(self, number: int) -> None:
        told = say(f"form.group.{self._group.key}.drop", number=number)
        self.drop.setAccessibleName(told)
        self.drop.setToolTip(told)
        here = say(f"form.group.{self._group.key}.row", number=number)
        self.setAccessibleName(here)
        for row in self.fields.values():
            told = say("form.group.field", field=field_label(row.ask).label, row=here)
            row.input.widget.setAccessibleName(told)

    def answers(self) -> dict[str, str]:
        """Return what was typed, with the id of the row on file where there is one."""
        known = {"id": self._id} if self._id else {}
        return known | {key: row.text() for key, row in self.fields.items()}

    def put(self, answers: Mapping[str, str]) -> None:
        self._id = answers.get("id", "")
        for key, row in self.fields.items():
            row.put(answers.get(key, ""))
