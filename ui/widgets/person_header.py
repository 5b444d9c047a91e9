"""The head of a person's page, which never scrolls away: who, how far, and what is next."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.participants import HeaderFacts, display_name
from app.wording import say
from models.choices import ContactKind
from reports import dates
from ui import theme
from ui.widgets.labels import Elided, badge, label

# A name is given room first.
LEAST_NAME = 240


class PersonHeader(QWidget):
    """Preferred name first; the legal name where it is another one."""

    def __init__(self, facts: HeaderFacts, today: date, button: QPushButton) -> None:
        super().__init__()
        self.setObjectName("person-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        self.setFixedHeight(dressed.size("person_header"))
        line = QHBoxLayout(self)
        line.setContentsMargins(dressed.space("xl"), 0, dressed.space("xl"), 0)
        line.setSpacing(dressed.space("xl"))
        line.addLayout(self._who(facts), 1)
        line.addLayout(self._where(facts, today))
        line.addWidget(button)

    def _who(self, facts: HeaderFacts) -> QVBoxLayout:
        dressed = theme.current()
        column = QVBoxLayout()
        column.setSpacing(dressed.space("xs"))
        column.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(dressed.space("m"))
        first.addWidget(Elided(display_name(facts.line), "title", LEAST_NAME))
        first.addWidget(Elided(", ".join(facts.cases) or facts.line.case_number or "", "quiet"))
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(Elided(second_line(facts), "quiet"))
        column.addStretch(1)
        return column

    def _where(self, facts: HeaderFacts, today: date) -> QVBoxLayout:
        dressed = theme.current()
        column = QVBoxLayout()
        column.setSpacing(dressed.space("xs"))
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(dressed.space("xs"))
        for name, value in where(facts, today):
            line.addWidget(label(name, "quiet"))
            line.addWidget(label(value, "strong"))
            line.addSpacing(dressed.space("m"))
        line.addStretch(1)
        column.addLayout(line)
        column.addLayout(self._marks(facts))
        column.addStretch(1)
        return column

    def _marks(self, facts: HeaderFacts) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("s"))
        for icon, words in marks(facts):
            line.addWidget(badge(icon, words))
        line.addStretch(1)
        return line


def marks(facts: HeaderFacts) -> list[tuple[str, str]]:
    """Return what must be minded with this person: neutral marks, an icon and a word each."""
    phones = [contact for contact in facts.contacts if contact.kind is ContactKind.PHONE]
    found = []
    if any(not phone.may_leave_message for phone in phones):
        found.append(("message-square-off", say("person.mark.no-message")))
    if any(contact.confidential for contact in facts.contacts):
        found.append(("eye-off", say("person.mark.confidential")))
    if facts.interpreter:
        found.append(("info", say("person.mark.interpreter")))
    if facts.accommodations:
        found.append(("info", say("person.mark.accommodations")))
    return found


def second_line(facts: HeaderFacts) -> str:
    """Return legal name and pronouns, as far as they say something new."""
    parts = []
    if facts.legal_name != display_name(facts.line):
        parts.append(say("window.person.legal", name=facts.legal_name))
    parts += [part for part in (facts.pronouns,) if part]
    return ", ".join(parts)


def where(facts: HeaderFacts, today: date) -> list[tuple[str, str]]:
    """Return phase, status and next hearing, each with its name."""
    line = facts.line
    status = say(f"window.status.{line.status.value if line.status else 'none'}")
    hearing = line.next_hearing_on
    phase_and_status = (
        (say("window.person.phase"), phase_words(facts, today)),
        (say("window.person.status"), status),
        (
            say("window.person.hearing"),
            dates.weekday(hearing) if hearing else say("window.hearing.none"),
        ),
    )
    return list(phase_and_status)


def phase_words(facts: HeaderFacts, today: date) -> str:
    line = facts.line
    if line.phase is None:
        return say("window.phase.none")
    if line.phase_since is None:
        return f"{line.phase}, {say('window.phase.no-start')}"
    day = (today - line.phase_since).days + 1
    if line.phase_minimum_days is None:
        return f"{line.phase}, {say('window.phase.day', day=day)}"
    return f"{line.phase}, {say('window.phase.day-of', day=day, minimum=line.phase_minimum_days)}"
