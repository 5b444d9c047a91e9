"""The form that says what a document is; its bytes are there already."""

from app import documents
from ui.forms.ask import Form, Section, asks

DOCUMENT = Form(
    "document",
    (Section("document", asks(documents.ASKED)),),
    load=documents.opened,
    save=documents.describe,
    corrects=True,
)
