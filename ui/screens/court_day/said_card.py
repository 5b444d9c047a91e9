"""What was said and ordered at one hearing: appearance, last orders, words, order, next date."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import medicines
from app.answers import Answers, Option, key_of
from app.court_day import COUNSEL, COUNSEL_CHOICES, DUE, NEXT, ORDER, SAID, HearingFacts
from app.wording import say
from models.choices import Appearance
from reports import dates
from ui import actions, theme
from ui.forms.field import Field
from ui.forms.inputs import ChoiceInput, DayInput, Today, WordsInput
from ui.screens.court_day.order_line import OrderLine
from ui.widgets.chips import Chip
from ui.widgets.labels import key_cap, label, rule, scrolled

MOST = 16_777_215  # as wide as Qt lets anything be
LINES = 2  # of what is typed in court


class SaidCard(QFrame):
    """Shows one hearing to work on; it keeps nothing itself."""

    appeared = Signal(object)
    marked = Signal(int, object)
    edited = Signal()
    save_wanted = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(say("court.said"))
        self.set_beside(beside=True)
        self.name = label(say("court.said"), "strong")
        self.appearances: dict[Appearance, QPushButton] = {}
        self.orders: list[OrderLine] = []
        self.counsel = ChoiceInput(
            [Option(each, say(f"court.counsel.choice.{each}")) for each in COUNSEL_CHOICES]
        )
        self.fields: dict[str, Field] = {
            key_of(SAID): Field(say("court.field.said"), WordsInput(LINES), keys="Alt+S"),
            key_of(ORDER): Field(say("court.field.order"), WordsInput(LINES), keys="Alt+O"),
            key_of(COUNSEL): Field(say("court.field.counsel"), self.counsel),
            key_of(DUE): Field(say("court.field.due"), DayInput(today)),
            key_of(NEXT): Field(say("court.field.next"), DayInput(today), keys="Alt+N"),
        }
        self.medicine = label(say("court.medicine"), "attention", wraps=True)
        self.given = label("", "quiet", wraps=True)
        self.next_known = label("", "quiet", wraps=True)
        self.save = actions.button(actions.HEARD, self.save_wanted.emit, look="primary")
        self._build()
        for field in self.fields.values():
            field.edited.connect(self._edit)

    def set_beside(self, *, beside: bool) -> None:
        """Be narrow beside the page, or take half of the room where the page has none."""
        width = theme.current().size("said")
        self.setMinimumWidth(width)
        self.setMaximumWidth(width if beside else MOST)

    def show_hearing(self, facts: HearingFacts, *, anew: bool) -> None:
        """Show one hearing; what stands in the fields stays unless it is shown `anew`."""
        self.name.setText(facts.name)
        self._show_appearance(facts.appearance)
        self._show_orders(facts)
        words = [say("court.given", words=order.words) for order in facts.orders]
        self.given.setText("\n".join(words))
        self.given.setVisible(bool(words))
        day = dates.full(facts.next_on) if facts.next_on else ""
        self.next_known.setText(say("court.next-known", day=day))
        self.next_known.setVisible(facts.next_on is not None)
        if anew:
            self.put(facts.draft.answers if facts.draft else facts.answers)
            self.tell({})

    def show_nobody(self) -> None:
        self.name.setText(say("court.said"))

    def name_save(self, following: str | None) -> None:
        """Say on the button who is called next."""
        words = say("court.save-next", name=following) if following else say("court.save")
        self.save.setText(words)
        self.save.setAccessibleName(words)
        self.save.setToolTip(say("window.action.with-keys", text=words, keys=actions.HEARD.keys))

    def answers(self) -> Answers:
        return Answers({key: field.text() for key, field in self.fields.items() if field.text()})

    def put(self, answers: Answers) -> None:
        for key, field in self.fields.items():
            field.put(answers.single.get(key, ""))
        self._heed_medicine()

    def tell(self, mistakes: Mapping[str, str]) -> None:
        """Show each mistake below its field, and go to the first one."""
        for key, field in self.fields.items():
            field.tell(mistakes.get(key, ""))
        wrong = [field for key, field in self.fields.items() if key in mistakes]
        if wrong:
            wrong[0].focus()

    def tell_appearance(self) -> None:
        """Ask first whether somebody appeared."""
        self.ask_first.show()
        next(iter(self.appearances.values())).setFocus()

    def _edit(self) -> None:
        self._heed_medicine()
        self.edited.emit()

    def _heed_medicine(self) -> None:
        named = medicines.named_in(self.fields[key_of(ORDER)].text())
        self.medicine.setVisible(named)
        self.fields[key_of(COUNSEL)].setVisible(named)

    def _appear(self, appearance: Appearance) -> None:
        self.ask_first.hide()
        self.appeared.emit(appearance)

    def _show_appearance(self, shown: Appearance | None) -> None:
        # Of a group that is exclusive one is always chosen, and before the call none is.
        self._group.setExclusive(False)
        for appearance, made in self.appearances.items():
            made.setChecked(appearance is shown)
        self._group.setExclusive(True)

    def _show_orders(self, facts: HearingFacts) -> None:
        shown = [line.order for line in self.orders]
        if shown == list(facts.last_orders) and shown:
            return
        focused = next((n for n, line in enumerate(self.orders) if line.button.hasFocus()), None)
        for line in self.orders:
            self._lines.removeWidget(line)
            line.deleteLater()
        self.orders = [OrderLine(order) for order in facts.last_orders]
        for line in self.orders:
            line.marked.connect(self.marked)
            self._lines.addWidget(line)
        if focused is not None and focused < len(self.orders):
            self.orders[focused].button.setFocus()
        day = dates.short(facts.last_on) if facts.last_on else ""
        key = "court.last-orders" if facts.last_orders else "court.no-last-orders"
        self._orders_of.setText(say(key, day=day))
        self._space.setVisible(bool(facts.last_orders))

    def _build(self) -> None:
        dressed = theme.current()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        outer.addWidget(rule())
        body = QWidget()
        column = scrolled(body)
        edge = dressed.space("l")
        column.setContentsMargins(edge, dressed.space("m"), edge, dressed.space("m"))
        column.setSpacing(dressed.space("m"))
        column.addWidget(self._appearance())
        column.addWidget(self._last_orders())
        for key, field in self.fields.items():
            if key == key_of(COUNSEL):
                column.addWidget(self.medicine)
            column.addWidget(field)
            if key == key_of(ORDER):
                column.addWidget(self.given)
        column.addWidget(self.next_known)
        column.addStretch(1)
        outer.addWidget(body, 1)
        outer.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, dressed.space("m"), edge, dressed.space("m"))
        foot.addWidget(self.save, 1)
        outer.addLayout(foot)
        for each in (self.medicine, self.given, self.next_known, self.fields[key_of(COUNSEL)]):
            each.hide()

    def _head(self) -> QWidget:
        dressed = theme.current()
        head = QWidget()
        head.setFixedHeight(dressed.size("card_head"))
        line = QHBoxLayout(head)
        line.setContentsMargins(dressed.space("l"), 0, dressed.space("l"), 0)
        line.addWidget(self.name)
        line.addStretch(1)
        return head

    def _appearance(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("xs"))
        column.addLayout(
            _headed(label(say("court.appeared"), "field"), key_cap(say("court.keys.appeared")))
        )
        grid = QGridLayout()
        grid.setSpacing(theme.current().space("s"))
        self._group = QButtonGroup(part)
        for number, appearance in enumerate(Appearance):
            made = self._chip(appearance, number + 1)
            self._group.addButton(made)
            self.appearances[appearance] = made
            grid.addWidget(made, *divmod(number, 2))
        column.addLayout(grid)
        self.ask_first = label(say("court.appeared.first"), "problem", wraps=True)
        self.ask_first.hide()
        column.addWidget(self.ask_first)
        return part

    def _chip(self, appearance: Appearance, number: int) -> QPushButton:
        words = say(f"court.appearance.{appearance.value}")
        made = Chip(words)
        made.setAutoExclusive(True)  # the group decides; by this it is told as one of several
        keys = QKeySequence(f"Alt+{number}")
        native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(say("window.action.with-keys", text=words, keys=native))
        made.clicked.connect(lambda: self._appear(appearance))
        QShortcut(keys, made).activated.connect(made.click)
        return made

    def _last_orders(self) -> QWidget:
        part = QWidget()
        self._lines = QVBoxLayout(part)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.current().space("xs"))
        self._orders_of = label("", "field", wraps=True)
        self._space = key_cap(QKeySequence(Qt.Key.Key_Space).toString())
        self._lines.addLayout(_headed(self._orders_of, self._space))
        return part


def _headed(words: QWidget, keys: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(words, 1)
    line.addWidget(keys, 0, Qt.AlignmentFlag.AlignTop)
    return line
