"""The form of a note, a contact, or words for the page."""

from app import notes
from models.note import Note
from ui.forms.ask import Ask, Form, Section

NOTE = Form(
    "note",
    (
        Section(
            "note",
            (
                Ask(Note.kind),
                Ask(Note.written_on),
                Ask(Note.source),
                Ask(Note.words),
            ),
        ),
    ),
    load=notes.opened,
    save=notes.write,
    corrects=True,
)
