"""A card with a table in it: the first rows, all of them when asked, and what stands there if none.

The table never scrolls; the page does.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.wording import say
from ui import actions
from ui.tables.rows import Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label

FIRST = 6


class RowsCard(Card):
    """Shows rows; where there are none it says what will stand there, and how it comes there."""

    def __init__(
        self, key: str, columns: Sequence[Column[Any]], button: QWidget | None = None
    ) -> None:
        super().__init__(say(f"today.{key}"))
        self._all: Sequence[Any] = ()
        self._total = 0
        self._first = FIRST
        self.table = Table(RowsModel(columns), say(f"today.{key}"))
        self.none = label(say(f"today.{key}.none"), "quiet", wraps=True)
        self.more = actions.link("", self._show_all)
        self.add(self.table)
        for each in (self.none, self.more, button):
            if each is not None:
                self.add_padded(each)
        self.show_rows((), 0)

    def show_rows(self, rows: Sequence[Any], total: int) -> None:
        """Show the first of `rows`; there are `total`, which may be more than are listed."""
        self._all, self._total = rows, total
        chosen = max(self.table.currentIndex().row(), 0)
        shown = rows[: self._first]
        self.aside.setText(str(total) if total else "")
        self.table.rows.show(shown)
        self.table.fit_height()
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.more.setVisible(total > len(shown))
        self._word_more()
        if shown:
            row = min(chosen, len(shown) - 1)
            self.table.setCurrentIndex(self.table.rows.index(row, 0))

    def _word_more(self) -> None:
        key = "all" if len(self._all) == self._total else "first"
        words = say(f"today.more.{key}", n=self._total, first=len(self._all))
        self.more.setText(words)
        self.more.setAccessibleName(words)

    def _show_all(self) -> None:
        self._first = max(len(self._all), FIRST)
        self.show_rows(self._all, self._total)
        self.more.hide()
        self.table.setFocus()
