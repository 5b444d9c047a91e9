"""Notes and contacts of one person: all of them, the newest first, each opens to be corrected."""

from typing import Any

from app import choice_words, notes
from app.desk import Desk
from app.notes import NoteFacts
from app.wording import say
from models.choices import NoteKind
from ui import actions, moments
from ui.screens.person.listed import Listed, ListedTab
from ui.tables.rows import Cell, Column

NOTES = Listed(
    "person.notes",
    "person.notes.what",
    "person.notes.none",
    actions.NOTE,
    "note",
    frozenset({"note"}),
)


class NotesTab(ListedTab):
    """What is for the page stands among the notes with its kind."""

    def __init__(self, desk: Desk, person_id: int) -> None:
        super().__init__(desk, person_id, NOTES, self._facts, self._heads)

    def _facts(self, session: Any) -> list[NoteFacts]:
        return notes.of_person(session, self.person_id)

    def _heads(self) -> tuple[Column[NoteFacts], ...]:
        widest = max((choice_words.words(kind) for kind in NoteKind), key=len)
        return (
            Column(
                say("window.column.day"),
                lambda note: moments.day_cell(note.written_on, self.today),
                moments.WIDEST_DAY,
            ),
            Column(
                say("person.notes.kind"),
                moments.note_cell,
                Cell(widest, icon="file-text", strong=True),
            ),
            Column(
                say("person.notes.words"),
                lambda note: Cell(moments.note_words(note)),
                Cell(""),
                fills=True,
            ),
        )
