"""The frame of a way of several steps: which stands there, how many there are, the way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.wording import say
from ui import actions, theme
from ui.actions import Action
from ui.steps.step import Step
from ui.widgets.labels import centred, label, scrolled

GO_ON = Action("go-on", "", "")
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StepFrame(QWidget):
    """One step at a time; Enter goes on, Esc and Alt+Left go back.

    No way leads back from a step of a kind that is `closed`: what was before it is done.
    """

    left = Signal()  # back from the first step

    def __init__(
        self, ways: Sequence[Callable[[], Step]], closed: tuple[type[Step], ...] = ()
    ) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ways, self._closed = ways, closed
        self.steps: list[Step] = []
        self.at = 0
        self._busy = False
        self.counter = label("", "small")
        self.title = label("", "title", wraps=True)
        self.what = label("", wraps=True)
        self.doing = label("", "quiet", wraps=True)
        self.onward = actions.button(GO_ON, self._go_on, look="primary")
        self.back = actions.button(actions.BACK, self.go_back, look="flat")
        self._place = QVBoxLayout()
        self._build()
        self._show(0)

    @property
    def step(self) -> Step:
        return self.steps[self.at]

    def focus_first(self) -> None:
        self.step.focus_first()

    def go_back(self) -> None:
        """Go to the step before; what was typed there still stands."""
        if not self.back.isEnabled():
            return
        if self.at:
            self._show(self.at - 1)
        else:
            self.left.emit()

    def resume(self) -> None:
        """Let the last step be tried again, because what it led to did not happen."""
        self._work("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()
        else:
            self._go_on()

    def _build(self) -> None:
        dressed = theme.current()
        page = scrolled(self)
        self._area = self.findChildren(QScrollArea)[0]
        page.setContentsMargins(*[dressed.space("l")] * 4)
        page.addStretch(1)
        page.addLayout(centred(self._card()))
        page.addStretch(1)

    def _card(self) -> QFrame:
        dressed = theme.current()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(dressed.size("unlock_card") + dressed.size("button") * 4)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[dressed.space("xl")] * 4)
        column.setSpacing(dressed.space("s"))
        for words in (self.counter, self.title, self.what):
            column.addWidget(words)
        column.addSpacing(dressed.space("s"))
        column.addLayout(self._place)
        column.addSpacing(dressed.space("s"))
        foot = QHBoxLayout()
        foot.setSpacing(dressed.space("s"))
        foot.addWidget(self.onward)
        foot.addWidget(self.back)
        foot.addWidget(self.doing, 1)
        column.addLayout(foot)
        return card

    def _show(self, at: int) -> None:
        self.at = at
        while len(self.steps) <= at:
            self._add(self._ways[len(self.steps)]())
        for number, step in enumerate(self.steps):
            step.setVisible(number == at)
        step = self.step
        step.enter()
        self.counter.setText(say("first.step", number=at + 1, all=len(self._ways)))
        self.title.setText(step.title)
        self.what.setText(step.what)
        self.setAccessibleName(
            say("first.step.title", number=at + 1, all=len(self._ways), title=step.title)
        )
        self._work("")
        self._order()
        self._area.verticalScrollBar().setValue(0)
        step.focus_first()

    def _add(self, step: Step) -> None:
        step.settled.connect(self._settle)
        step.working.connect(self._work)
        step.points.connect(self._reveal)
        step.ready.connect(self.onward.setFocus)
        step.column.addWidget(step.trouble)
        self.steps.append(step)
        self._place.addWidget(step)

    def _reveal(self, row: QWidget) -> None:
        # Once the sentence beside the field has taken its room.
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def _order(self) -> None:
        """Let the Tab key go as the page is read: the step, on, back."""
        before: QWidget | None = None
        for widget in (
            *self._controls(),
            self.onward,
            self.back,
        ):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def _controls(self) -> list[QWidget]:
        inside = self.step.findChildren(QWidget)
        return [each for each in inside if _takes_tab(each) and each.window() is self.window()]

    def _go_on(self) -> None:
        if not self._busy:
            self.step.tell("")
            self.step.go_on()

    def _work(self, words: str) -> None:
        """Show what is being done meanwhile, during which nothing else can be asked for."""
        self._busy = bool(words)
        self.doing.setText(words)
        self.onward.setText(self.step.onward)
        self.onward.setAccessibleName(self.step.onward)
        self.onward.setEnabled(not words)
        self.step.setEnabled(not words)
        closed = isinstance(self.step, self._closed)
        self.back.setEnabled(not words and not closed)
        self.back.setVisible(not closed)

    def _settle(self) -> None:
        """Go on to the next step, or to what comes after the last."""
        if self.at + 1 < len(self._ways):
            self._show(self.at + 1)
        else:
            self.end()

    def end(self) -> None:
        """Do what the whole way was for."""
        raise AssertionError("a way leads somewhere")


def _takes_tab(widget: QWidget) -> bool:
    inside = isinstance(widget.parentWidget(), QComboBox)  # the box stands for its own parts
    policy = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return policy and not inside
