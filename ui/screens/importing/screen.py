"""The import page: a file, what it is understood as, what would happen, and then all or none."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from app import importing
from app.desk import Desk
from app.importing import KINDS, Table, Tried
from app.imports import headings
from app.wording import say
from ui import actions, tasks, theme
from ui.actions import Action
from ui.screens.importing.choosing import ChooseCard
from ui.screens.importing.findings import MistakesCard, preview
from ui.screens.importing.heads import HeadsCard
from ui.widgets.boxes import TickBox
from ui.widgets.labels import Elided, label
from ui.widgets.page import Page

BRING_IN = Action("bring-in", "Ctrl+S", "")
OTHER = Action("another-file", "Ctrl+O", "folder-open")
AGAIN = Action("read-again", "F5", "refresh-cw")
ALL = 100  # the share of the page that the way to a file takes while it is alone


class ImportScreen(Page):
    """Nothing is kept until every row is right and somebody has said so."""

    shown = Signal()  # the file, as it is understood now, stands on the page

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._table: Table | None = None
        self._tried: Tried | None = None
        self._trying = self._stale = False
        self.choose = ChooseCard()
        self.heads = HeadsCard()
        self.file = Elided("", "strong")
        self.kinds = {name: QRadioButton(say(f"importing.kind.{name}")) for name in KINDS}
        self.update_known = TickBox(say("importing.update"))
        self.told = label("", wraps=True)
        self.other = actions.button(OTHER, self.choose.choose)
        self.bring_in = actions.button(BRING_IN, self._bring_in, look="primary")
        self.again = actions.button(AGAIN, self._read_again)
        self.findings: QWidget | None = None
        self._build()
        self._connect()
        self._begin()

    def focus_first(self) -> None:
        (self.choose.button if self._table is None else self.bring_in).setFocus()

    def take(self, path: Path) -> None:
        """Read a file and show how it is understood."""
        self.banner.hide()
        self._path = path
        self.choose.work(say("importing.reading"))
        tasks.run(
            lambda: importing.look(path), owner=self, done=self._show, failed=self._fail_reading
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.fold(narrow=self.width() < theme.current().size("stacks_below"))

    def _build(self) -> None:
        self.column.addWidget(label(say("importing.title"), "title"))
        self._head = self._head_line()
        self.column.addWidget(self._head)
        self._body, self._inside = self.scroll_below()
        self._area = self._body.findChildren(QScrollArea)[0]
        self.update_known.setAccessibleDescription(say("importing.update.help"))
        self.update_known.setToolTip(say("importing.update.help"))
        self._inside.addWidget(self.heads)
        self._inside.addWidget(self.update_known)
        self._inside.addStretch(1)
        self._inside.addWidget(self.choose, ALL)
        self._foot = self.stand_below(self._foot_line())

    def _head_line(self) -> QWidget:
        dressed = theme.current()
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(dressed.space("m"))
        line.addWidget(self.file, 1)
        group = QButtonGroup(self)
        for button in self.kinds.values():
            group.addButton(button)
            button.setAccessibleDescription(say("importing.kind"))
            line.addWidget(button)
        line.addWidget(self.other)
        return part

    def _foot_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("l"))
        line.addWidget(self.bring_in)
        line.addWidget(self.told, 1)
        return line

    def _connect(self) -> None:
        self.choose.chosen.connect(self.take)
        self.heads.named.connect(self._name_columns)
        self.heads.shown.connect(lambda: self._try() if self._table else None)
        self.update_known.toggled.connect(lambda _on: self._try())
        for name, button in self.kinds.items():
            button.clicked.connect(lambda _on, name=name: self._turn(name))

    def _begin(self) -> None:
        """Stand where a file is chosen."""
        self._table = self._tried = None
        self._drop_findings()
        self.choose.work("")
        for part in (self._head, self.heads, self.update_known, self._foot):
            part.hide()
        self.choose.show()

    def _show(self, table: Table) -> None:
        self.choose.work("")
        self.choose.hide()
        for part in (self._head, self.heads, self.update_known, self._foot):
            part.show()
        name = self._path.name if self._path else ""
        rows = len(headings.body(table.sheet, table.columns))
        self.file.setText(say("importing.file", file=name, n=rows, rows=f"{rows:,}"))
        self._take_table(table)
        self.kinds[table.kind.name].setChecked(True)
        if self.isVisible():
            self.kinds[table.kind.name].setFocus()

    def _take_table(self, table: Table) -> None:
        self._table = table
        self._drop_findings()
        self._area.verticalScrollBar().setValue(0)
        self._say(say("importing.trying"))
        self.heads.show_table(table)

    def _turn(self, kind: str) -> None:
        if self._table is not None and self._table.kind.name != kind:
            self._take_table(self._table.as_kind(KINDS[kind]))

    def _name_columns(self, fields: dict[int, str]) -> None:
        if self._table is not None:
            self._table = self._table.naming(fields)
            self._try()

    def _read_again(self) -> None:
        if self._path is not None:
            self.take(self._path)

    def _try(self) -> None:
        """Look at every row, keeping none; what is changed meanwhile is looked at after."""
        table, desk, update = self._table, self._desk, self.update_known.isChecked()
        if table is None or self._trying:
            self._stale = True
            return
        self._trying, self._stale = True, False
        self._say(say("importing.trying"))
        tasks.run(
            lambda: importing.enter(desk, table, update=update, dry_run=True),
            owner=self,
            done=self._show_tried,
            failed=self._fail_trying,
        )

    def _show_tried(self, tried: Tried) -> None:
        self._trying = False
        table = self._table
        if self._stale or table is None:
            self._try()
            return
        self._tried = tried
        self._drop_findings()
        if tried.summary.mistakes:
            found: QWidget = MistakesCard(tried, self.again)
        else:
            found = preview(table.kind.name, tried.rows)
        self.findings = found
        self._inside.insertWidget(0, found)
        self.again.setVisible(bool(tried.summary.mistakes))
        self._order(found)
        self._say("", coming=self._coming(tried))
        self.told.setText(told(table.kind.name, tried))
        self.shown.emit()

    def _order(self, found: QWidget) -> None:
        """Let the Tab key go as the page is read."""
        inside: list[QWidget] = [each for each in found.findChildren(QWidget) if _takes_tab(each)]
        boxes = self.heads.boxes.values()
        order = (self.other, *inside, *boxes, self.update_known, self.bring_in)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _coming(self, tried: Tried) -> int:
        summary = tried.summary
        return 0 if summary.mistakes else summary.imported + summary.updated

    def _drop_findings(self) -> None:
        if self.findings is not None:
            self.again.setParent(self)
            self.again.hide()
            self.findings.hide()
            self.findings.deleteLater()
            self.findings = None

    def _say(self, words: str, *, coming: int = 0) -> None:
        """Say what is being done; the way to keep is open only for rows that can come in."""
        self.told.setText(words)
        count = say("importing.import.n", n=coming, rows=f"{coming:,}")
        text = count if coming else say("importing.import")
        self.bring_in.setText(text)
        self.bring_in.setAccessibleName(text)
        self.bring_in.setEnabled(bool(coming))

    def _bring_in(self) -> None:
        """Keep every row in one transaction, or none."""
        table, desk, update = self._table, self._desk, self.update_known.isChecked()
        if table is None:
            return
        self._say(say("importing.importing"))
        self._let(allowed=False)
        tasks.run(
            lambda: importing.enter(desk, table, update=update),
            owner=self,
            done=self._done,
            failed=self._fail_importing,
        )

    def _done(self, tried: Tried) -> None:
        self._let(allowed=True)
        table, summary = self._table, tried.summary
        if summary.mistakes or table is None:  # somebody changed the record meanwhile
            self._show_tried(tried)
            return
        words = say(
            f"importing.done.{table.kind.name}",
            new=f"{summary.imported:,}",
            changed=f"{summary.updated:,}",
            same=f"{summary.unchanged:,}",
        )
        self._begin()
        self.banner.tell("good", words, say("importing.show"), self._go_to_list)
        self.focus_first()

    def _go_to_list(self) -> None:
        self.wants.emit("participants", None)

    def _let(self, *, allowed: bool) -> None:
        for part in (self._head, self._body):
            part.setEnabled(allowed)

    def _fail_reading(self, error: Exception) -> None:
        self.choose.work("")
        self.fail(error)
        self.choose.button.setFocus()

    def _fail_trying(self, error: Exception) -> None:
        self._trying = False
        self._say("")
        self.fail(error)

    def _fail_importing(self, error: Exception) -> None:
        self._let(allowed=True)
        self._say("", coming=self._coming(self._tried) if self._tried else 0)
        self.fail(error)


def _takes_tab(widget: QWidget) -> bool:
    inside_table = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not inside_table


def told(kind: str, tried: Tried) -> str:
    """Return in numbers what would happen."""
    summary = tried.summary
    if summary.mistakes:
        return say("importing.mistakes.aside", n=len(summary.mistakes))
    counts = (("new", summary.imported), ("changed", summary.updated), ("same", summary.unchanged))
    parts = [say(f"importing.{what}.{kind}", n=n) for what, n in counts if n]
    key = "importing.nothing-yet" if summary.imported or summary.updated else "importing.nothing"
    return " ".join([*parts, say(key)])
