"""What is chosen before a page is drawn: the day of a hearing, or for whom the page is."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import choice_words, participants
from app.wording import say
from models.choices import Recipient
from models.errors import NoSuchThing
from reports import dates
from ui import theme
from ui.widgets.boxes import ChoiceBox, DateBox
from ui.widgets.labels import label


class ChoiceField(QWidget):
    """A field with its name, and below it what is said of the page that was drawn.

    Once a choice has begun, `changed` tells of every other one.
    """

    changed = Signal()

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        self.told = label("", "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space("s"))
        head = label(name, "field")
        head.setBuddy(field)
        field.setAccessibleName(name)
        for widget in (head, field, self.told):
            column.addWidget(widget)


class DayChoice(ChoiceField):
    """The day of the hearing that a report is for: the next one at first."""

    def __init__(self) -> None:
        self.day = DateBox()
        super().__init__(say("window.report.day"), self.day)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd MMM d, yyyy")
        # A date typed digit by digit asks for one page, not for ten.
        self.day.setKeyboardTracking(False)

    def look_up(self, session: Any, person_id: int, today: date) -> date:
        """Return what the choice begins with; runs in the record lane."""
        try:
            found = participants.header(session, person_id, today=today)
        except KeyError:
            raise NoSuchThing("window.person.missing") from None
        return found.line.next_hearing_on or today

    def begin(self, found: date) -> None:
        self.day.setDate(QDate(found.year, found.month, found.day))
        self.day.dateChanged.connect(lambda _day: self.changed.emit())

    def value(self) -> date:
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def is_of(self, facts: Any) -> bool:
        """Whether a page says what is chosen now, and not what was chosen before."""
        return bool(facts.hearing.on == self.value())

    def tell(self, facts: Any) -> None:
        """Say what should be known of the page that stands in the preview."""
        hearing = facts.hearing
        key = "window.report.on-file" if hearing.on_file else "window.report.not-on-file"
        self.told.setText(say(key, day=dates.full(hearing.on)))


class RecipientChoice(ChoiceField):
    """For whom a plan is printed: the participant at first."""

    RECIPIENTS = (Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM)

    def __init__(self) -> None:
        self.box = ChoiceBox()
        for each in self.RECIPIENTS:
            self.box.addItem(choice_words.words(each), each.value)
        super().__init__(say("window.plan-page.recipient"), self.box)

    def look_up(self, session: Any, person_id: int, today: date) -> None:
        """Whoever opens this page has seen the plan; there is nothing to look up."""
        del session, person_id, today

    def begin(self, found: None) -> None:
        del found
        self.box.currentIndexChanged.connect(lambda _at: self.changed.emit())

    def value(self) -> Recipient:
        return Recipient(self.box.currentData())

    def is_of(self, facts: Any) -> bool:
        return bool(facts.recipient is self.value())

    def tell(self, facts: Any) -> None:
        since = dates.dated(facts.plan.started_on)
        self.told.setText(say("plan.version", version=facts.plan.version, since=since))


PageChoice = DayChoice | RecipientChoice
