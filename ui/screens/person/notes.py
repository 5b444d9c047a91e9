"""Notes and contacts of one person: all of them, the newest first, each opens to be corrected."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import choice_words, notes
from app.desk import Desk
from app.notes import NoteFacts
from app.wording import say
from models.choices import NoteKind
from reports import dates
from ui import actions, moments
from ui.screens.person.tab import Shows, Tab
from ui.tables.rows import Cell, Column, RowsModel
from ui.tables.view import Table
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.turns import Step

TABLES = frozenset({"note"})


class NotesTab(Tab):
    """One list; what is for the page stands among it with its kind."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, Shows(TABLES, self._facts, self._steps))

    def _facts(self, session: Any) -> list[NoteFacts]:
        return notes.of_person(session, self.person_id)

    def _steps(self, facts: list[NoteFacts], column: QVBoxLayout) -> list[Step]:
        self.add = actions.button(actions.NOTE, lambda: self.form("note"))
        line = QHBoxLayout()
        line.addWidget(label(say("person.notes.what"), "quiet", wraps=True), 1)
        line.addWidget(self.add)
        column.addLayout(line)
        return [lambda: column.addWidget(self._card(facts))]

    def _card(self, facts: list[NoteFacts]) -> Card:
        card = Card(say("person.notes"), str(len(facts)) if facts else "")
        if not facts:
            card.add_padded(label(say("person.notes.none"), "quiet", wraps=True))
            return card
        self.table = Table(RowsModel(self._columns()), say("person.notes"))
        self.table.rows.show(facts)
        self.table.fit_height()
        self.table.opened.connect(lambda note: self.form("note", note.id))
        card.add(self.table)
        return card

    def _columns(self) -> tuple[Column[NoteFacts], ...]:
        widest = max((choice_words.words(kind) for kind in NoteKind), key=len)
        return (
            Column(
                say("window.column.day"),
                lambda note: Cell("", dates.near(note.written_on, self.today)),
                Cell("", "Nov 28, 2028"),
            ),
            Column(
                say("person.notes.kind"),
                lambda note: Cell(
                    choice_words.words(note.kind),
                    "",
                    moments.NOTES.get(note.kind, "file-text"),
                    "quiet",
                    strong=True,
                ),
                Cell(widest, icon="file-text", strong=True),
            ),
            Column(
                say("person.notes.words"),
                lambda note: Cell(" ".join(note.words.split())),
                Cell(""),
                fills=True,
            ),
        )
