"""The card with every backup that still stands somewhere, the newest first."""

from app.backup.overview import BackupLine, Overview
from app.desk import Desk
from app.wording import say
from ui.screens.backups import lines
from ui.tables.rows import RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label


class ListCard(Card):
    """The chosen row keeps its place when the list is read anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("backups.list"))
        self.table = Table(RowsModel(lines.columns(desk)), say("backups.list"))
        self.none = label(say("backups.list.none"), "quiet", wraps=True)
        self.kept = label(say("backups.list.kept"), "small")
        self.head.addWidget(self.kept)
        self.add(self.table)
        self.add_padded(self.none)
        self._shown: tuple[BackupLine, ...] | None = None

    @property
    def chosen(self) -> BackupLine | None:
        row = self.table.current_row()
        return row if isinstance(row, BackupLine) else None

    def show_lines(self, found: Overview) -> None:
        if found.lines == self._shown:
            return
        # Whoever stayed at the newest goes on with the newest.
        before = self.chosen if self.table.currentIndex().row() > 0 else None
        self._shown = found.lines
        self.aside.setText(say("backups.list.order", n=len(found.lines)) if found.lines else "")
        self.table.rows.show(found.lines)
        self.table.fit_height()
        self.table.setVisible(bool(found.lines))
        self.none.setVisible(not found.lines)
        ids = [line.id for line in found.lines]
        at = ids.index(before.id) if before is not None and before.id in ids else 0
        if ids:
            self.table.setCurrentIndex(self.table.rows.index(at, 0))
