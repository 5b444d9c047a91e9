"""Key holders: who opens this record, and what can be changed about that."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.events import Changed
from app.vault import holders
from app.vault.holders import HolderFacts
from app.vault.record import Record
from app.vault.unlock import SHEET_HOLDER
from app.wording import say
from reports import dates
from ui import actions, tasks, theme
from ui.actions import Action
from ui.screens.keys.changes import CHANGES, may_change
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.page import Page
from ui.widgets.sides import Sides

ICONS = {"passphrase": "key-round", "add": "plus", "rename": "pencil", "remove": "x"}
NEW_KEYS = Action("new-keys", "", "refresh-cw")


class KeysScreen(Page):
    """The holders with what can be done, and new keys for when somebody else may know the old."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._facts: tuple[HolderFacts, ...] = ()
        self.table = Table(RowsModel(_columns()), say("holders.title"))
        self.buttons = {key: self._button(key) for key in CHANGES}
        self.renew = actions.button(NEW_KEYS, lambda: self.wants.emit("new-keys", None))
        self.column.addWidget(label(say("holders.title"), "title"))
        self._build()
        self.table.chosen.connect(lambda _row: self._allow())
        self.refresh()

    def focus_first(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        tasks.run(self._read, owner=self, done=self._show, failed=self.fail)

    def heed(self, change: Changed) -> None:
        if "key_holder" in change.tables:
            self.refresh()

    def _read(self) -> tuple[HolderFacts, ...]:
        with self._record.desk.read() as session:
            return holders.listed(session)

    def _show(self, facts: tuple[HolderFacts, ...]) -> None:
        self._facts = facts
        self.table.rows.show(facts)
        self.table.fit_height()
        self.table.selectRow(0)
        self._allow()
        self.shown.emit()

    def _allow(self) -> None:
        who, count = self._record.desk.holder, len(self._facts)
        for key, button in self.buttons.items():
            button.setEnabled(may_change(CHANGES[key], who, self._chosen(), count))

    def _chosen(self) -> str | None:
        row = self.table.current_row()
        return row.name if isinstance(row, HolderFacts) else None

    def _button(self, key: str) -> QPushButton:
        return actions.button(Action(f"holders-{key}", "", ICONS[key]), lambda: self._go(key))

    def _go(self, key: str) -> None:
        # A passphrase is one's own, unless the sheet has opened the record.
        own = key == "passphrase" and self._record.desk.holder != SHEET_HOLDER
        about = self._record.desk.holder if own else self._chosen() or ""
        # In a turn of its own, so that the button is not gone while it is pressed.
        QTimer.singleShot(0, self, lambda: self.wants.emit("key-change", (key, about)))

    def _build(self) -> None:
        _body, column = self.scroll_below()
        sides = Sides()
        column.addWidget(sides)
        column.addStretch(1)
        sides.main.addWidget(self._holders())
        sides.side.addWidget(self._new_keys())
        sides.finish()

    def _holders(self) -> Card:
        card = Card(say("holders.who"))
        card.add(self.table)
        card.add_padded(_line(*self.buttons.values()), label(_everything(), "small", wraps=True))
        return card

    def _new_keys(self) -> Card:
        card = Card(say("holders.new-keys"))
        words = label(say("holders.new-keys.when"), wraps=True)
        card.add_padded(words, _line(self.renew))
        return card


def _everything() -> str:
    return say("holders.see-everything")


def _line(*buttons: QWidget) -> QWidget:
    """Return buttons below one another in twos, so that none is cut on a narrow page."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.current().space("s"))
    for at in range(0, len(buttons), 2):
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("s"))
        for button in buttons[at : at + 2]:
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
    return part


def _day(row: HolderFacts) -> str:
    return dates.dated(row.since)


def _columns() -> tuple[Column[Any], ...]:
    return (
        Column(say("holders.name"), lambda row: Cell(row.name), Cell("Maria Christina Okonkwo")),
        Column(say("holders.role"), lambda row: Cell(row.role), Cell("case manager")),
        Column(
            say("holders.since"), lambda row: Cell(dates.dated(row.since)), Cell("Nov 22, 2026")
        ),
    )
