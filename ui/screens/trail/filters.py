"""What the trail is narrowed to: words, period, participant, holder and kind of event."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import trail_list
from app.desk import Desk
from app.trail_list import Wanted
from app.typed import Mistyped
from app.wording import say
from ui import actions, icons, theme
from ui.find_person import FindPerson
from ui.widgets.labels import label, marked
from ui.widgets.menu_chip import MenuChip
from ui.widgets.search_box import SearchBox

DAY_ROOM = 128  # pixels at 100 %


class DayField(QLineEdit):
    """One end of a period, as people type days; it is read when somebody leaves it."""

    changed = Signal()

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.name = name
        self.day: date | None = None
        self.mistake = ""
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setToolTip(say("trail.day.help"))
        self.setMaxLength(40)
        self.setFixedWidth(theme.current().scaled(DAY_ROOM))
        self.editingFinished.connect(self._read)

    def put(self, day: date | None) -> None:
        self.day = day
        self.setText(f"{day:%m/%d/%Y}" if day else "")

    def _read(self) -> None:
        before = (self.day, self.mistake)
        try:
            self.day, self.mistake = trail_list.day(self.text(), self._desk.today()), ""
        except Mistyped as mistyped:
            self.day, self.mistake = None, str(mistyped)
        else:
            self.put(self.day)
        if (self.day, self.mistake) != before:
            self.changed.emit()


class Filters(QWidget):
    """Two groups on one line, below one another where the window is narrow."""

    changed = Signal()
    left_downwards = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        super().__init__()
        self._person = wanted.person_id
        self.words = SearchBox("trail.filter", actions.FILTER)
        self.since = DayField(say("trail.since"), desk)
        self.until = DayField(say("trail.until"), desk)
        self.person = QPushButton()
        self.finder = FindPerson(desk, say("trail.find-person"))
        self.holder = MenuChip(say("trail.holder"), say("trail.everybody"))
        self.kind = MenuChip(say("trail.kind"), say("trail.everything"))
        self.mistake = label("", "problem", wraps=True)
        self._mistake = marked(self.mistake)
        self._build()
        self._put(wanted)
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        return Wanted(
            since=self.since.day,
            until=self.until.day,
            person_id=self._person,
            holder=self.holder.chosen,
            kind=self.kind.chosen,
            words=self.words.text().strip(),
        )

    def show_holders(self, names: list[str]) -> None:
        self.holder.show_choices([(name, name) for name in names])

    def show_person(self, name: str) -> None:
        """Say whom the trail is narrowed to; nobody in particular without a name."""
        words = say("trail.person", name=name or say("trail.everybody"))
        self.person.setText(words)
        self.person.setAccessibleName(words)
        tip = say("trail.person.all" if name else "trail.person.choose")
        self.person.setToolTip(tip)
        icons.sized("x" if name else "chevron-down", self.person)

    def clear(self) -> None:
        """Ask for everything again."""
        for field in (self.since, self.until):
            field.put(None)
            field.mistake = ""
        for box in (self.words, self.holder, self.kind):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.words.clear()
        self.holder.choose(None)
        self.kind.choose(None)
        for box in (self.words, self.holder, self.kind):
            box.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._person = None
        self.show_person("")
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        needed = sum(part.sizeHint().width() for part in self._groups)
        narrow = self.width() < needed + theme.current().space("l")
        self._across.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _build(self) -> None:
        dressed = theme.current()
        self.words.setFixedWidth(dressed.size("filter"))
        self.person.setProperty("look", "chip")
        self.person.setAutoDefault(False)
        self.person.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon behind the words
        self.show_person("")
        self.kind.show_choices(
            [(kind.key, say(f"trail.kind.{kind.key}")) for kind in trail_list.KINDS]
        )
        # The groups follow the width of the window; they never hold it open.
        self.setMinimumWidth(1)
        self._groups = [
            _line(self.words, self.since, self.until),
            _line(self.person, self.holder, self.kind),
        ]
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(dressed.space("s"))
        for part in self._groups:
            self._across.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self._across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("s"))
        column.addLayout(self._across)
        column.addWidget(self._mistake)
        column.addWidget(self.finder)
        self._mistake.hide()
        self.finder.setMaximumWidth(dressed.size("field"))
        self.finder.hide()

    def _put(self, wanted: Wanted) -> None:
        self.words.setText(wanted.words)
        self.since.put(wanted.since)
        self.until.put(wanted.until)
        self.holder.choose(wanted.holder)
        self.kind.choose(wanted.kind)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.changed)
        self.words.left_downwards.connect(self.left_downwards)
        for chip in (self.holder, self.kind):
            chip.changed.connect(self.changed)
        for field in (self.since, self.until):
            field.changed.connect(self._narrow)
        self.person.clicked.connect(self._turn_person)
        self.finder.chosen.connect(self._choose)
        self.finder.failed.connect(self.failed)

    def _narrow(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        told = [
            say("trail.day.mistake", field=field.name, mistake=field.mistake)
            for field in (self.since, self.until)
            if field.mistake
        ]
        self.mistake.setText(" ".join(told))
        self._mistake.setVisible(bool(told))

    def _turn_person(self) -> None:
        """Let somebody look for a participant; or for everybody again, where one was chosen."""
        if self._person is None:
            self.finder.setVisible(self.finder.isHidden())
            self.finder.setFocus()
        else:
            self._person = None
            self.show_person("")
            self.changed.emit()

    def _choose(self, person_id: int) -> None:
        self._person = person_id
        self.finder.hide()
        self.person.setFocus()
        self.changed.emit()


def _line(*widgets: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.current().space("s"))
    for widget in widgets:
        line.addWidget(widget)
    return made
