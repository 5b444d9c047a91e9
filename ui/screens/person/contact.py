"""How to reach somebody, and first of all whether a message may be left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import choice_words
from app.participants import ContactFacts, HeaderFacts
from app.wording import say
from models.choices import ContactKind
from ui import theme
from ui.widgets.card import Card
from ui.widgets.labels import label, with_icon


def contact_card(facts: HeaderFacts, *ways_on: QWidget) -> Card:
    """Return the card of every way that is in use, with what must be minded, and the ways on."""
    card = Card(say("window.person.contact"))
    lines: list[QWidget] = [_contact(contact) for contact in facts.contacts]
    lines += [
        with_icon("info", say(f"window.person.{key}", what=what), tone="info")
        for key, what in (
            ("interpreter", facts.interpreter),
            ("accommodations", facts.accommodations),
        )
        if what
    ]
    if not facts.contacts:
        lines.insert(0, label(say("window.person.contact.none"), "quiet", wraps=True))
    card.add_padded(*lines, *ways_on)
    return card


def _contact(contact: ContactFacts) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.current().space("xs"))
    kind = choice_words.words(contact.kind)
    column.addWidget(label(say("window.contact", kind=kind, value=contact.value), wraps=True))
    if contact.confidential:
        column.addWidget(with_icon("eye-off", say("window.contact.confidential"), "quiet"))
    if contact.kind is ContactKind.PHONE:
        may = contact.may_leave_message
        name, key = ("message-square", "may") if may else ("message-square-off", "may-not")
        column.addWidget(with_icon(name, say(f"window.contact.{key}"), "quiet"))
    if contact.safe_times:
        words = say("window.contact.safe", times=contact.safe_times)
        column.addWidget(with_icon("clock", words, "quiet"))
    return part
