"""Backups: how the last one stands, where they are, the proof, and what opens them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.backup.overview import BackupLine
from app.desk import Desk
from app.wording import say
from ui import actions
from ui.backups import Backups
from ui.proving import Trial
from ui.screens.backups.list_card import ListCard
from ui.screens.backups.lost_card import LostCard
from ui.screens.backups.places_card import PlacesCard
from ui.screens.backups.prove_card import ProveCard
from ui.screens.backups.state_card import StateCard
from ui.widgets import in_sight, reading_order
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.sides import Sides
from ui.widgets.turns import Turns


class BackupsScreen(Page):
    """Looks at the drives as long as it is shown."""

    def __init__(self, desk: Desk, backups: Backups, *, restores: bool = False) -> None:
        super().__init__()
        self._desk, self._backups = desk, backups
        self._turns = Turns(self)
        self._stands = self._settled = False
        self._lost: LostCard | None = None
        self.restore = actions.button(actions.RESTORE, lambda: self.wants.emit("restore", None))
        self.state = StateCard(desk, backups)
        self.places = PlacesCard(desk, backups)
        self.lines = ListCard(desk)
        self.prove = ProveCard(desk, backups)
        for card in (self.places, self.lines, self.prove):
            card.setParent(self)  # until each has its place
            card.hide()
        self._build(restores=restores)
        self._connect()
        self._turns.take([self._place_main, self._place_side, self._begin])

    def focus_first(self) -> None:
        buttons: tuple[QPushButton, ...] = (
            self.state.start, self.state.cancel, self.places.add_place,
        )  # fmt: skip
        wanted = (each for each in buttons if self._settled or each is not self.places.add_place)
        next((each for each in wanted if not each.isHidden()), self).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._backups.watch.wake(awake=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._backups.rest()

    def _begin(self) -> None:
        self._stands = True
        in_sight.keep_rows(self)
        if self._backups.overview is None:
            self._backups.refresh()
        else:
            self._show()

    def _show(self) -> None:
        """Show what is known now, a card a turn."""
        found, seen = self._backups.overview, self._backups.seen
        if not self._stands or found is None:
            return
        self._turns.take(
            [
                lambda: self.state.show_state(found),
                lambda: self.places.show_places(found, seen),
                lambda: self.lines.show_lines(found),
                lambda: self.prove.show_line(self.lines.chosen),
                self._show_lost,
                self._settle,
            ]
        )

    def _settle(self) -> None:
        """Put the focus where work begins, once the drives were seen; later it stays."""
        before, self._settled = self._settled, self._backups.has_looked
        if self._settled and not before and self.isVisible():
            self.focus_first()
        self.shown.emit()

    def _show_lost(self) -> None:
        found = self._backups.overview
        if found is None:
            return
        before, self._lost = self._lost, LostCard(self._desk, found.openers)
        if before is not None:
            self._sides.side.replaceWidget(before, self._lost)
            before.deleteLater()
        else:
            self._sides.side.insertWidget(1, self._lost)

    def _check(self, line: BackupLine) -> None:
        folder = self._backups.folder_of(line)
        if folder is not None:
            self._backups.proof.start(Trial(line, folder, compares=False))

    def _place_main(self) -> None:
        for card in (self.places, self.lines):
            self._sides.main.addWidget(card)
            card.show()

    def _place_side(self) -> None:
        self._sides.side.addWidget(self.prove)
        self.prove.show()
        self._sides.finish()

    def _build(self, *, restores: bool) -> None:
        head = QHBoxLayout()
        head.addWidget(label(say("window.backups"), "title"))
        head.addStretch(1)
        head.addWidget(self.restore)
        self.column.addLayout(head)
        # Only now that it stands on the page: shown before, it would be a window of its own.
        self.restore.setVisible(restores)
        _body, column = self.scroll_below()
        column.addWidget(self.state)
        self._sides = Sides()
        column.addWidget(self._sides)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the Tab key passes it by
        self.setAccessibleName(say("window.backups"))

    def _connect(self) -> None:
        self._backups.known.connect(self._show)
        self._backups.watch.silent.connect(self._tell_silent)
        self.state.check_wanted.connect(self._check)
        self.places.failed.connect(self.fail)
        self.places.rearranged.connect(self._order)
        self.places.saved.connect(lambda told: self.saved.emit(told, None))
        self.lines.table.chosen.connect(self.prove.show_line)
        for work in (self._backups.work, self._backups.proof):
            work.began.connect(lambda _what: self._show())

    def _order(self) -> None:
        """Let the Tab key go as one reads, once what came has its place."""
        QTimer.singleShot(0, self, lambda: reading_order.follow(self))

    def _tell_silent(self) -> None:
        self.banner.tell("attention", say("backups.silent"))
