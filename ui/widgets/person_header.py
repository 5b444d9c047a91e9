"""The head of a person's page, which never scrolls away: who, how far, and what is next."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import names
from app.participants import HeaderFacts
from app.wording import say
from models.choices import ContactKind
from reports import dates
from ui import actions, theme
from ui.widgets.labels import Elided, label

# A name is given room first.
LEAST_NAME = 240
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PersonHeader(QWidget):
    """Preferred name first; the legal name where it is another one.

    Who and how far stand beside one another, and below one another where room is short.
    """

    def __init__(self, facts: HeaderFacts, today: date, button: QPushButton) -> None:
        super().__init__()
        self.setObjectName("person-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dressed = theme.current()
        self._button = button
        self._who, self._where = self._make_who(facts), self._make_where(facts, today)
        self._halves = QBoxLayout(ACROSS)
        self._halves.addWidget(self._who, 1)
        self._halves.addWidget(self._where)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(dressed.space("l"))
        self._initials = _initials(facts)
        self._line.addWidget(self._initials)
        self._line.addLayout(self._halves, 1)
        self._line.addWidget(button)
        self._stack(stacked=False)

    def minimumSizeHint(self) -> QSize:
        """What the halves need below one another, so that standing abreast widens no window."""
        parts = self._where.sizeHint().width() + self._button.minimumSizeHint().width()
        least = parts + 3 * theme.current().space("xl")
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        apart = theme.current().space("xl")
        who = self._initials.width() + max(part.sizeHint().width() for part in self._lines)
        beside = self._where.sizeHint().width() + self._button.sizeHint().width()
        self._stack(stacked=self.width() < who + beside + 4 * apart)

    def _stack(self, *, stacked: bool) -> None:
        dressed = theme.current()
        self._initials.setHidden(stacked)
        self._halves.setDirection(DOWN if stacked else ACROSS)
        self._halves.setSpacing(dressed.space("s" if stacked else "xl"))
        self._halves.setStretch(0, int(not stacked))
        self._names.setDirection(ACROSS if stacked else DOWN)
        self._names.setSpacing(dressed.space("m" if stacked else "xs"))
        self._names.setStretch(1, int(stacked))
        side, above = dressed.space("xl"), dressed.space("m") if stacked else 0
        self._line.setContentsMargins(side, above, side, above)
        if stacked:
            names = max(part.sizeHint().height() for part in self._lines)
            around = dressed.space("s") + 2 * above
            self.setFixedHeight(names + self._where.sizeHint().height() + around)
        else:
            self.setFixedHeight(dressed.size("person_header"))

    def _make_who(self, facts: HeaderFacts) -> QWidget:
        cases = ", ".join(facts.cases) or facts.line.case_number or ""
        self._lines = (
            _line(Elided(names.said(facts.line), "title", LEAST_NAME), Elided(cases, "quiet")),
            _line(Elided(second_line(facts), "quiet")),
        )
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._names = QBoxLayout(DOWN)
        column.addStretch(1)
        column.addLayout(self._names)
        column.addStretch(1)
        for part in self._lines:
            self._names.addWidget(part)
        return made

    def _make_where(self, facts: HeaderFacts, today: date) -> QWidget:
        dressed = theme.current()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(dressed.space("xs"))
        for name, value in where(facts, today):
            line.addWidget(label(name, "quiet"))
            line.addWidget(label(value, "strong"))
            line.addSpacing(dressed.space("m"))
        line.addStretch(1)
        column.addLayout(line)
        self.mark = actions.button(actions.MIND, self._turn_mark, look="chip")
        self._minded = ", ".join(minded(facts))
        column.addSpacing(dressed.space("xs"))
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        # In its place first: shown before, it would be a window of its own.
        self.mark.setHidden(not self._minded)
        column.addStretch(1)
        return made

    def _turn_mark(self) -> None:
        """Say what must be minded, or take the words away again; others may see the screen."""
        hidden = self.mark.text() == actions.MIND.text
        self.mark.keys = "" if hidden else actions.MIND.keys
        self.mark.setText(self._minded if hidden else actions.MIND.text)
        self.mark.setAccessibleName(self.mark.text())
        self.updateGeometry()
        self._fit()


def _initials(facts: HeaderFacts) -> QLabel:
    """Return the initials in a square, where a photo will stand; who it is stands beside it."""
    side = theme.current().size("initials")
    made = label(initials(facts))
    made.setObjectName("initials")
    made.setFixedSize(side, side)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def initials(facts: HeaderFacts) -> str:
    """Return the first letters of the name that somebody goes by, and of their last name."""
    line = facts.line
    return (line.preferred_name or line.first_name)[:1] + line.last_name[:1]


def _line(*words: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.current().space("m"))
    for each in words:
        line.addWidget(each)
    line.addStretch(1)
    return made


def minded(facts: HeaderFacts) -> list[str]:
    """Return what must be minded with this person, in words that stand on a key."""
    phones = [contact for contact in facts.contacts if contact.kind is ContactKind.PHONE]
    found = []
    if any(not phone.may_leave_message for phone in phones):
        found.append(say("person.mark.no-message"))
    if any(contact.confidential for contact in facts.contacts):
        found.append(say("person.mark.confidential"))
    if facts.interpreter:
        found.append(say("person.mark.interpreter"))
    if facts.accommodations:
        found.append(say("person.mark.accommodations"))
    return [found[0], *(each[:1].lower() + each[1:] for each in found[1:])] if found else []


def second_line(facts: HeaderFacts) -> str:
    """Return legal name and pronouns, as far as they say something new."""
    parts = []
    if not names.are_initials() and facts.legal_name != names.printed(facts.line):
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
