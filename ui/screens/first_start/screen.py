"""The frame of the first start: which step stands there, how many there are, and the way back."""

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

from app.vault import creation
from app.wording import say
from reports.lane import Lane
from ui import actions, failures, tasks, theme
from ui.actions import Action
from ui.screens.first_start.backup import BackupStep
from ui.screens.first_start.begin import BeginStep
from ui.screens.first_start.groups import GroupsStep
from ui.screens.first_start.key import KeyStep
from ui.screens.first_start.place import PlaceStep
from ui.screens.first_start.profile import ProfileStep
from ui.screens.first_start.sheet import SheetStep
from ui.screens.first_start.step import Answers, Step
from ui.widgets.labels import centred, label, scrolled

GO_ON = Action("go-on", "", "")
STEPS: tuple[type[Step], ...] = (
    ProfileStep,
    KeyStep,
    PlaceStep,
    SheetStep,
    GroupsStep,
    BackupStep,
    BeginStep,
)
# No way leads back from here: the record is made, and its sheet is proved.
CLOSED_BEHIND = (SheetStep, BackupStep)
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FirstStartScreen(QWidget):
    """One step at a time; Enter goes on, Esc and Alt+Left go back as long as nothing is made."""

    left = Signal()  # back from the first step
    kept = Signal(object)  # the record is there to stay, with these answers
    begun = Signal(object)  # all is said

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.answers = Answers(Lane())
        self.steps: list[Step] = []
        self.at = 0
        self._busy = self._over = False
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
            self.abandon()
            self.left.emit()

    def resume(self) -> None:
        """Let the last step be tried again, because what it led to did not happen."""
        self._work("")

    def abandon(self) -> None:
        """Leave no record whose sheet nobody is known to hold, and end the drawing process."""
        self._over = True
        self.answers.lane.close()
        made = self.answers.made
        if made is not None and not self.answers.is_kept:
            self.answers.made = None
            tasks.run(
                lambda: creation.discard(made),
                owner=self,
                done=lambda _gone: None,
                failed=failures.show,
            )

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
            self._add(STEPS[len(self.steps)](self.answers))
        for number, step in enumerate(self.steps):
            step.setVisible(number == at)
        step = self.step
        step.enter()
        self.counter.setText(say("first.step", number=at + 1, all=len(STEPS)))
        self.title.setText(step.title)
        self.what.setText(say(f"first.{step.key}.what"))
        self.setAccessibleName(
            say("first.step.title", number=at + 1, all=len(STEPS), title=step.title)
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

    def _keep(self) -> None:
        """The sheet is kept, so the record stays; nothing is drawn any more."""
        self.kept.emit(self.answers)
        tasks.run(
            self.answers.lane.close,
            owner=self,
            done=lambda _closed: None,
            failed=failures.show,
            lane=tasks.PAGES,
        )

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
        closed = isinstance(self.step, CLOSED_BEHIND)
        self.back.setEnabled(not words and not closed)
        self.back.setVisible(not closed)

    def _settle(self) -> None:
        if self._over:
            # The window was closed while the record was being made.
            self.abandon()
        elif self.at + 1 < len(STEPS):
            if self.answers.is_kept:
                self._keep()
            self._show(self.at + 1)
        else:
            self.begun.emit(self.answers)


def _takes_tab(widget: QWidget) -> bool:
    inside = isinstance(widget.parentWidget(), QComboBox)  # the box stands for its own parts
    policy = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return policy and not inside
