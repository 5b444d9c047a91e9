"""The tree of a plan in the common table: Left and Right fold and unfold, as in every tree."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.choice_words import words
from app.wording import say
from models.choices import ObjectiveStatus
from ui import theme
from ui.screens.person.plan_lines import Key, PlanLine
from ui.tables import cells
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table


class PlanTable(Table):
    """Shows the lines that are not folded away; what is chosen stays chosen."""

    def __init__(self, lines: Sequence[PlanLine], folded: set[Key], chosen: Key | None) -> None:
        self._lines = {line.key: line for line in lines}
        self._folded = folded
        super().__init__(RowsModel(self._columns()), say("plan.tree"))
        self._show(chosen if chosen in self._lines else next(iter(self._lines)))

    @property
    def line(self) -> PlanLine:
        """The chosen line."""
        found: PlanLine = self.rows.row(self.currentIndex().row())
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self._inwards()
        elif event.key() == Qt.Key.Key_Right:
            self._outwards()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.line
        if line.has_lines and self._is_on_arrow(event.position().toPoint(), line):
            self._fold(line.key, fold=line.key not in self._folded)

    def _inwards(self) -> None:
        """Fold the line, or go to the one that it hangs on."""
        line = self.line
        if line.has_lines and line.key not in self._folded:
            self._fold(line.key, fold=True)
        elif line.below is not None:
            self._choose_key(line.below)

    def _outwards(self) -> None:
        """Unfold the line, or go to the first below it."""
        line = self.line
        if line.key in self._folded:
            self._fold(line.key, fold=False)
        elif line.has_lines:
            self.selectRow(self.currentIndex().row() + 1)

    def _fold(self, key: Key, *, fold: bool) -> None:
        (self._folded.add if fold else self._folded.discard)(key)
        self._show(key)

    def _show(self, chosen: Key) -> None:
        self.rows.show([line for line in self._lines.values() if not self._is_hidden(line)])
        self.fit_height()
        self._choose_key(chosen)

    def _is_hidden(self, line: PlanLine) -> bool:
        if line.below is None:
            return False
        return line.below in self._folded or self._is_hidden(self._lines[line.below])

    def _choose_key(self, key: Key) -> None:
        """Choose a line, or the nearest one above it that is not folded away."""
        line = self._lines[key]
        while self._is_hidden(line) and line.below is not None:
            line = self._lines[line.below]
        keys = [self.rows.row(number).key for number in range(self.rows.rowCount())]
        self.setCurrentIndex(self.rows.index(keys.index(line.key), 0))

    def _is_on_arrow(self, at: QPoint, line: PlanLine) -> bool:
        start = theme.current().space("l") + line.depth * cells.step()
        return start - theme.current().space("xs") <= at.x() < start + cells.step()

    def _columns(self) -> tuple[Column[PlanLine], ...]:
        widest = max((words(each) for each in ObjectiveStatus), key=len)
        return (
            Column(say("plan.column.line"), self._line_cell, Cell(""), fills=True),
            Column(
                say("plan.column.when"),
                lambda line: line.when,
                Cell("Wed Nov 28", say("plan.overdue"), "clock"),
                gives=True,
            ),
            Column(
                say("plan.column.progress"), lambda line: line.state, Cell(widest, icon="circle")
            ),
        )

    def _line_cell(self, line: PlanLine) -> Cell:
        folded = line.key in self._folded
        aside = say("plan.folded") if folded else line.aside
        arrow = f"chevron-{'right' if folded else 'down'}" if line.has_lines else ""
        return Cell(
            line.words,
            aside,
            arrow,
            "quiet",
            strong=line.depth == 0,
            # Without an arrow the words stand where they would behind one.
            indent=line.depth + (0 if arrow else 1),
            before=line.name,
        )
